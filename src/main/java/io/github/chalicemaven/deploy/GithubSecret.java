package io.github.chalicemaven.deploy;

import java.util.Map;

/** The secret that {@code v2}'s template takes GitHub's token from, named by two parameters. */
public final class GithubSecret {

  private static final String ID = "GithubRepoSecretId";
  private static final String KEY = "GithubRepoSecretJSONKey";

  private GithubSecret() {}

  /** Whether a template with these parameters refers to it. */
  public static boolean isNeeded(Map<String, String> parameters) {
    return parameters.containsKey(ID) && parameters.containsKey(KEY);
  }

  /**
   * The secret with a token.
   *
   * @param parameters the template's, with their values
   * @param source where the token comes from, for the question
   */
  public static SecretCreation of(Map<String, String> parameters, String token, String source) {
    return new SecretCreation(parameters.get(ID), Json.object(parameters.get(KEY), token), source);
  }
}
