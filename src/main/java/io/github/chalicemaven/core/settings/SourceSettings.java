package io.github.chalicemaven.core.settings;

import java.util.List;

/**
 * Where the pipeline takes the application from: {@code <source>github</source>}, {@code
 * <source>github:acme/orders</source>}, or the same with elements of its own. All elements but
 * {@code provider} and {@code branch} are of {@code v3}.
 */
public final class SourceSettings implements SettingsElement {

  /**
   * {@code codecommit}, {@code github}; in {@code v3} also {@code github-enterprise}, {@code
   * gitlab}, {@code gitlab-self-managed}, {@code bitbucket}, {@code azure-devops} and {@code s3}.
   *
   * <pre>{@code <provider>github</provider>}</pre>
   *
   * @since 0.1.0
   */
  public String provider;

  /**
   * {@code owner/name}; for {@code codecommit} the name of a repository that exists ({@code v3}).
   *
   * <pre>{@code <repository>acme/orders</repository>}</pre>
   *
   * @since 0.1.0
   */
  public String repository;

  /**
   * The branch that is deployed; the same as the goal's parameter {@code branch}.
   *
   * <pre>{@code <branch>main</branch>}</pre>
   *
   * @since 0.1.0
   */
  public String branch;

  /**
   * A connection that exists; without it the template creates one ({@code v3}).
   *
   * <pre>
   * {@code <connectionArn>arn:aws:codeconnections:eu-west-1:123456789012:connection/0a1b2c3d-0000-4000-8000-000000000000</connectionArn>}
   * </pre>
   *
   * @since 0.1.0
   */
  public String connectionArn;

  /**
   * The CodeConnections host of a self-hosted provider, for a connection that is created.
   *
   * <pre>
   * {@code <hostArn>arn:aws:codeconnections:eu-west-1:123456789012:host/ghe-0a1b2c3d</hostArn>}
   * </pre>
   *
   * @since 0.1.0
   */
  public String hostArn;

  /**
   * Only a push that changes a matching file starts the pipeline: glob patterns, at most 8.
   *
   * <pre>{@code <includePaths><path>orders/**</path></includePaths>}</pre>
   *
   * @since 0.1.0
   */
  public List<String> includePaths;

  /**
   * A push that changes only matching files does not start the pipeline: glob patterns, at most 8.
   *
   * <pre>{@code <excludePaths><path>docs/**</path></excludePaths>}</pre>
   *
   * @since 0.1.0
   */
  public List<String> excludePaths;

  /**
   * Only a push of a matching tag starts the pipeline: glob patterns, at most 8.
   *
   * <pre>{@code <includeTags><tag>v*</tag></includeTags>}</pre>
   *
   * @since 0.1.0
   */
  public List<String> includeTags;

  /**
   * A push of a matching tag does not start the pipeline: glob patterns, at most 8.
   *
   * <pre>{@code <excludeTags><tag>*-rc*</tag></excludeTags>}</pre>
   *
   * @since 0.1.0
   */
  public List<String> excludeTags;

  /**
   * For {@code s3}: the bucket. It must be versioned and send its events to EventBridge.
   *
   * <pre>{@code <bucket>acme-sources</bucket>}</pre>
   *
   * @since 0.1.0
   */
  public String bucket;

  /**
   * For {@code s3}: the key of the ZIP file.
   *
   * <pre>{@code <key>orders.zip</key>}</pre>
   *
   * @since 0.1.0
   */
  public String key;

  /** The shorthand: Maven calls it for text content and for {@code -Dchalice.source}. */
  public void set(String shorthand) {
    int colon = shorthand.indexOf(':');
    provider = colon < 0 ? shorthand : shorthand.substring(0, colon);
    repository = colon < 0 ? null : shorthand.substring(colon + 1);
  }
}
