package io.github.chalicemaven.core.settings;

import java.util.List;

/**
 * Where the pipeline takes the application from: {@code <source>github</source>}, {@code
 * <source>github:acme/orders</source>}, or the same with elements of its own. All elements but
 * {@code provider} and {@code branch} are of {@code v3}.
 */
public final class SourceSettings {

  /**
   * {@code codecommit}, {@code github}; in {@code v3} also {@code github-enterprise}, {@code
   * gitlab}, {@code gitlab-self-managed}, {@code bitbucket}, {@code azure-devops} and {@code s3}.
   */
  public String provider;

  /**
   * {@code owner/name}; for {@code codecommit} the name of a repository that exists ({@code v3}).
   */
  public String repository;

  /** The branch that is deployed; the same as the goal's parameter {@code branch}. */
  public String branch;

  /** A connection that exists; without it the template creates one ({@code v3}). */
  public String connectionArn;

  /** The CodeConnections host of a self-hosted provider, for a connection that is created. */
  public String hostArn;

  /** Only a push that changes such a file starts the pipeline: glob patterns, at most 8. */
  public List<String> includePaths;

  /** A push that changes such files alone starts nothing: glob patterns, at most 8. */
  public List<String> excludePaths;

  /** Only a pushed tag of such a name starts the pipeline: glob patterns, at most 8. */
  public List<String> includeTags;

  /** A pushed tag of such a name starts nothing: glob patterns, at most 8. */
  public List<String> excludeTags;

  /** For {@code s3}: the bucket. It must be versioned and send its events to EventBridge. */
  public String bucket;

  /** For {@code s3}: the key of the ZIP file. */
  public String key;

  /** The shorthand: Maven calls it for text content and for {@code -Dchalice.source}. */
  public void set(String shorthand) {
    int colon = shorthand.indexOf(':');
    provider = colon < 0 ? shorthand : shorthand.substring(0, colon);
    repository = colon < 0 ? null : shorthand.substring(colon + 1);
  }
}
