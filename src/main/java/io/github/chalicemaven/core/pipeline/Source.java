package io.github.chalicemaven.core.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a pipeline gets the application from. */
public sealed interface Source {

  /** A CodeCommit repository that the template creates, named like the application. */
  record CodeCommit(String branch) implements Source {

    public CodeCommit {
      Guard.text("CodeCommit.branch", branch);
    }
  }

  /** A CodeCommit repository that exists, in the pipeline's account and region ({@code v3}). */
  record ExistingCodeCommit(String repository, String branch) implements Source {

    public ExistingCodeCommit {
      Guard.text("ExistingCodeCommit.repository", repository);
      Guard.text("ExistingCodeCommit.branch", branch);
    }
  }

  /** A GitHub repository, read with a personal access token; {@code v1} and {@code v2}. */
  record GitHubToken(String branch, TokenStore tokenStore) implements Source {

    public GitHubToken {
      Guard.text("GitHubToken.branch", branch);
      Guard.given("GitHubToken.tokenStore", tokenStore);
    }
  }

  /**
   * A repository that is read through CodeConnections ({@code v3}).
   *
   * @param provider one that {@linkplain Provider#isConnected() is connected}
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
      implements Source {

    public Connection {
      Guard.given("Connection.provider", provider);
      Guard.demand(
          provider.isConnected(),
          "Connection.provider",
          " is one of AWS's, which needs no connection");
      Guard.text("Connection.repository", repository);
      Guard.text("Connection.branch", branch);
      Guard.optionalText("Connection.connectionArn", connectionArn);
      Guard.optionalText("Connection.hostArn", hostArn);
      Guard.given("Connection.filter", filter);
    }
  }

  /** A ZIP file in a bucket that exists ({@code v3}). */
  record S3Object(String bucket, String key) implements Source {

    public S3Object {
      Guard.text("S3Object.bucket", bucket);
      Guard.text("S3Object.key", key);
    }
  }

  /** Where the template gets the GitHub token from. */
  enum TokenStore {
    /** A masked parameter of the template. */
    PARAMETER,
    /** A secret in Secrets Manager, by a dynamic reference. */
    SECRETS_MANAGER
  }

  /**
   * Who hosts the source: AWS itself, or a provider that CodeConnections supports.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codeconnections-connection.html">AWS::CodeConnections::Connection</a>
   */
  enum Provider {
    CODECOMMIT("CodeCommit", "CodeCommit", "codecommit", null),
    GITHUB("GitHub", "GitHub", "github", "github.com"),
    GITHUB_ENTERPRISE(
        "GitHubEnterpriseServer", "GitHub Enterprise Server", "github-enterprise", null),
    GITLAB("GitLab", "GitLab", "gitlab", "gitlab.com"),
    GITLAB_SELF_MANAGED("GitLabSelfManaged", "GitLab self-managed", "gitlab-self-managed", null),
    BITBUCKET("Bitbucket", "Bitbucket", "bitbucket", "bitbucket.org"),
    AZURE_DEVOPS("AzureDevOps", "Azure DevOps", "azure-devops", null),
    S3("S3", "S3", "s3", null);

    private final String type;
    private final String title;
    private final String id;
    private final String host;

    Provider(String type, String title, String id, String host) {
      this.type = type;
      this.title = title;
      this.id = id;
      this.host = host;
    }

    /** The provider that users write so; empty for any other text. */
    public static Optional<Provider> parse(String text) {
      return Arrays.stream(values()).filter(provider -> provider.id.equals(text)).findFirst();
    }

    /** The {@code ProviderType} of a connection, or the {@code Provider} of a source action. */
    public String type() {
      return type;
    }

    /** What it calls itself. */
    public String title() {
      return title;
    }

    /** Whether it is read through CodeConnections. */
    public boolean isConnected() {
      return this != CODECOMMIT && this != S3;
    }

    /** Whether a repository can be in nested groups, or in a project of an organization. */
    public boolean hasGroups() {
      return this == GITLAB || this == GITLAB_SELF_MANAGED || this == AZURE_DEVOPS;
    }

    /** Whether a connection needs a host of the user's own. */
    public boolean isSelfHosted() {
      return this == GITHUB_ENTERPRISE || this == GITLAB_SELF_MANAGED;
    }

    /** The host that all users share, whose URLs name the repository as a connection does. */
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
      includePaths = Guard.list("PushFilter.includePaths", includePaths);
      excludePaths = Guard.list("PushFilter.excludePaths", excludePaths);
      includeTags = Guard.list("PushFilter.includeTags", includeTags);
      excludeTags = Guard.list("PushFilter.excludeTags", excludeTags);
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
