package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.core.pipeline.LogicalIds;
import java.util.Map;

/** The secret that {@code v2}'s template takes GitHub's token from, named by two parameters. */
public final class GithubSecret {

  private GithubSecret() {}

  /** Whether a template with these parameters refers to it. */
  public static boolean isNeeded(Map<String, String> parameters) {
    return parameters.containsKey(LogicalIds.GITHUB_SECRET)
        && parameters.containsKey(LogicalIds.GITHUB_SECRET_KEY);
  }

  /**
   * The secret with a token.
   *
   * @param parameters the template's, with their values
   * @param source where the token comes from, for the question
   */
  public static SecretCreation of(Map<String, String> parameters, String token, String source) {
    return new SecretCreation(
        parameters.get(LogicalIds.GITHUB_SECRET),
        parameters.get(LogicalIds.GITHUB_SECRET_KEY),
        token,
        source);
  }
}
