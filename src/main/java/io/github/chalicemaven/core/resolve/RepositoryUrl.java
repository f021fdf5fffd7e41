package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.Source.Provider;
import java.util.Locale;
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

  /** Maven's prefix, a scheme, a user, and the other names that a host has. */
  private static final String BEFORE_HOST =
      "(?:scm[:|][a-z]+[:|])?(?:[A-Za-z+]+://)?(?:[^/@]*@)?(?:(?i:www|ssh|altssh)\\.)?";

  /** With a path of two parts behind it; otherwise the number is an owner. */
  private static final String PORT = "(?::[0-9]{1,5})(?=/[^/]+/[^/])";

  private static final String OWNER = "[A-Za-z0-9_-][A-Za-z0-9_.-]*?";
  private static final String NAME = "/[A-Za-z0-9_.][A-Za-z0-9_.-]*?";

  /** GitLab does not allow these as names of projects. */
  private static final String PAGES = "(?:-|blame|blob|builds|commits|files|raw|refs|tree|wikis)";

  private static final String GROUPS_AND_NAME = "(?:(?!/" + PAGES + "(?:/|$))" + NAME + ")+?";

  /** Behind the name: a page, or a module's path behind {@code .git}. */
  private static final String PAGE = "/" + PAGES + "(?:/.*)?|(?<=\\.git)/.*";

  private static final Pattern OWN_HOST =
      Pattern.compile(
          BEFORE_HOST
              + "([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)(?:"
              + PORT
              + "/|[:/])("
              + OWNER
              + GROUPS_AND_NAME
              + ")(?:\\.git)?(?:"
              + PAGE
              + ")?/?(?:[?#].*)?");

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

  /**
   * What {@code <source>} may be for a URL on a host of one's own: which provider runs there can
   * only be guessed.
   */
  static Optional<RepositoryUrl> guess(String url) {
    Matcher matcher = OWN_HOST.matcher(url);
    if (!matcher.matches() || parse(url).isPresent()) {
      return Optional.empty();
    }
    Provider provider =
        matcher.group(1).toLowerCase(Locale.ROOT).contains("github")
            ? Provider.GITHUB_ENTERPRISE
            : Provider.GITLAB_SELF_MANAGED;
    return Optional.of(new RepositoryUrl(provider, matcher.group(2)));
  }

  /** As {@code <source>} takes it, for example {@code github:acme/orders}. */
  public String shorthand() {
    return provider + ":" + repository;
  }

  /** Without what follows a user's name and password. */
  static String withoutCredentials(String url) {
    return url.replaceAll("//[^/@]*@", "//");
  }

  /** {@code owner/name}; GitLab's projects may lie deeper. */
  private static Optional<String> repositoryAt(String host, Provider provider, String url) {
    Matcher matcher =
        Pattern.compile(
                BEFORE_HOST
                    + "(?i:"
                    + Pattern.quote(host)
                    + ")(?:"
                    + PORT
                    + "/|[:/])("
                    + OWNER
                    + (provider.hasGroups() ? GROUPS_AND_NAME : NAME)
                    + ")(?:\\.git)?(?:"
                    + (provider.hasGroups() ? PAGE : "/.*")
                    + ")?/?(?:[?#].*)?")
            .matcher(url);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
