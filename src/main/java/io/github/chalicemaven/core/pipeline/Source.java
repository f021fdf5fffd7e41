package io.github.chalicemaven.core.pipeline;

import java.util.List;
import java.util.Optional;

/** Where a pipeline takes the application from. */
public sealed interface Source {

  /** A CodeCommit repository that the template creates, named like the application. */
  record CodeCommit(String branch) implements Source {}

  /** A CodeCommit repository that exists, in the pipeline's account and region ({@code v3}). */
  record ExistingCodeCommit(String repository, String branch) implements Source {}

  /** A GitHub repository, read with a personal access token; {@code v1} and {@code v2}. */
  record GitHubToken(String branch, TokenStore tokenStore) implements Source {}

  /**
   * A repository that is read through CodeConnections ({@code v3}).
   *
   * @param repository {@code owner/name}
   * @param connectionArn the connection; empty where the template creates it
   * @param hostArn the host of a self-hosted provider, for a connection that is created
   * @param filter which pushes start the pipeline
   */
  record Connection(
      Provider provider,
      String repository,
      String branch,
      Optional<String> connectionArn,
      Optional<String> hostArn,
      PushFilter filter)
      implements Source {}

  /** A ZIP file in a bucket that exists ({@code v3}). */
  record S3Object(String bucket, String key) implements Source {}

  /** Where the template takes GitHub's token from. */
  enum TokenStore {
    /** A masked parameter of the template. */
    PARAMETER,
    /** A secret in Secrets Manager, by a dynamic reference. */
    SECRETS_MANAGER
  }

  /**
   * A provider that CodeConnections knows.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codeconnections-connection.html">AWS::CodeConnections::Connection</a>
   */
  enum Provider {
    GITHUB("GitHub", "github", "github.com"),
    GITHUB_ENTERPRISE("GitHubEnterpriseServer", "github-enterprise", null),
    GITLAB("GitLab", "gitlab", "gitlab.com"),
    GITLAB_SELF_MANAGED("GitLabSelfManaged", "gitlab-self-managed", null),
    BITBUCKET("Bitbucket", "bitbucket", "bitbucket.org");

    private final String type;
    private final String id;
    private final String host;

    Provider(String type, String id, String host) {
      this.type = type;
      this.id = id;
      this.host = host;
    }

    /** The {@code ProviderType} of a connection. */
    public String type() {
      return type;
    }

    /** Whether a repository may lie in a group of a group. */
    public boolean hasGroups() {
      return this == GITLAB || this == GITLAB_SELF_MANAGED;
    }

    public boolean isSelfHosted() {
      return host == null;
    }

    public Optional<String> host() {
      return Optional.ofNullable(host);
    }

    /** As users write it, for example {@code gitlab-self-managed}. */
    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * Which pushes start a pipeline: by the paths they change, or by their tags; all, where the lists
   * are empty. Glob patterns, at most 8 a list.
   */
  record PushFilter(
      List<String> includePaths,
      List<String> excludePaths,
      List<String> includeTags,
      List<String> excludeTags) {

    public PushFilter {
      includePaths = List.copyOf(includePaths);
      excludePaths = List.copyOf(excludePaths);
      includeTags = List.copyOf(includeTags);
      excludeTags = List.copyOf(excludeTags);
    }

    /** Whether pushes are chosen by paths. */
    public boolean hasPaths() {
      return !includePaths.isEmpty() || !excludePaths.isEmpty();
    }

    /** Whether pushes are chosen by tags. */
    public boolean hasTags() {
      return !includeTags.isEmpty() || !excludeTags.isEmpty();
    }
  }
}
