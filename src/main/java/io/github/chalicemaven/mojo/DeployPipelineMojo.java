package io.github.chalicemaven.mojo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Deploys the pipeline to AWS as a CloudFormation stack: shows the change set, asks, and follows
 * the events to the end. Nothing that holds data is removed or replaced unless {@code
 * allowDataLoss} lists it. Takes the configuration of {@code generate-pipeline}, and works with and
 * without a POM; the first call downloads the AWS SDK.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "deploy-pipeline",
    requiresProject = false,
    threadSafe = true,
    configurator = PipelineConfigurator.HINT)
public final class DeployPipelineMojo extends AbstractStackChangeMojo {

  /**
   * Values of the template's parameters: those that have no default, and those to change. On the
   * command line {@code -Dchalice.parameter.NAME=value}, the only way for a secret ({@code
   * NoEcho}).
   *
   * <p>Default: the template's defaults. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code
   * <parameters>
   *   <GithubOwner>acme</GithubOwner>
   * </parameters>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter Map<String, String> parameters;

  /**
   * A bucket in the stack's region, {@code bucket} or {@code bucket/folder}, for a template of more
   * than 51,200 bytes.
   *
   * <p>Default: none, a smaller template is sent as it is. Versions: {@code v1}, {@code v2}, {@code
   * v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <templateBucket>acme-templates/pipelines</templateBucket>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.templateBucket")
  String templateBucket;

  /**
   * SNS topics that CloudFormation notifies of the stack's events.
   *
   * <p>Default: none. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code
   * <notificationArns>
   *   <arn>arn:aws:sns:eu-west-1:123456789012:events</arn>
   * </notificationArns>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter List<String> notificationArns;

  /**
   * Whether a stack that the goal creates is protected from being deleted: {@code true} or {@code
   * false}. {@code delete-pipeline} turns the protection off after asking.
   *
   * <p>Default: {@code true}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <terminationProtection>false</terminationProtection>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.terminationProtection", defaultValue = "true")
  boolean terminationProtection;

  /**
   * For a {@code v2} pipeline of a GitHub repository: a server of {@code settings.xml} whose
   * password is GitHub's token, for the secret that the template refers to. The goal creates it
   * where it does not exist; one that exists is never changed.
   *
   * <p>Default: none. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <secretServerId>github-token</secretServerId>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.secretServerId")
  String secretServerId;

  @Override
  void run() throws IOException {
    new DeployGoal(this).run();
  }
}
