package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.Source.Provider;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the URL of a repository on a known host says, as {@code <scm>} and Git write it. A URL may
 * hold credentials; they are not part of this.
 *
 * @param repository {@code owner/name}, or the name of a CodeCommit repository
 */
public record RepositoryUrl(Provider provider, String repository) {

  /** In the order of the alternatives: HTTPS and SSH, then {@code git-remote-codecommit}. */
  private static final Pattern CODECOMMIT_URL =
      Pattern.compile(
          "(?:.*(?://|@)git-codecommit\\.[a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?/v1/repos/"
              + "|(?:scm:git:)?codecommit:[^/]*//(?:[^@/]*@)?)([A-Za-z0-9_.-]+).*");

  /** Reads a URL; empty where it is on no known host. */
  public static Optional<RepositoryUrl> parse(String url) {
    Matcher codeCommit = CODECOMMIT_URL.matcher(url);
    if (codeCommit.matches()
        && AwsLimits.CODECOMMIT_REPOSITORY.matcher(codeCommit.group(1)).matches()) {
      return Optional.of(new RepositoryUrl(Provider.CODECOMMIT, codeCommit.group(1)));
    }
    for (Provider provider : Provider.values()) {
      Optional<String> repository =
          provider.host().flatMap(host -> repositoryAt(host, provider, url));
      if (repository.isPresent()) {
        return Optional.of(new RepositoryUrl(provider, repository.get()));
      }
    }
    return Optional.empty();
  }

  /** As {@code <source>} takes it, for example {@code github:acme/orders}. */
  public String shorthand() {
    return provider + ":" + repository;
  }

  /** {@code owner/name}; GitLab's projects may lie deeper. */
  private static Optional<String> repositoryAt(String host, Provider provider, String url) {
    String depth = provider.hasGroups() ? "+" : "{1}";
    Matcher matcher =
        Pattern.compile(
                "(?:.*[@/])?"
                    + Pattern.quote(host)
                    + "[:/]([A-Za-z0-9_-][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.][A-Za-z0-9_.-]*?)"
                    + depth
                    + ")(?:\\.git(?:/.*)?|/-/.*|/.*|)")
            .matcher(url);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
