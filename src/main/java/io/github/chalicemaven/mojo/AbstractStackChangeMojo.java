package io.github.chalicemaven.mojo;

import org.apache.maven.plugins.annotations.Parameter;

/** The parameters that the goals that change the pipeline's stack share. */
public abstract class AbstractStackChangeMojo extends AbstractStackMojo {

  /**
   * Whether to continue without asking: {@code true} or {@code false}. With {@code -B}, or without
   * a terminal, the goal cannot ask.
   *
   * <p>Default: {@code false}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <yes>true</yes>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.yes", defaultValue = "false")
  boolean yes;

  /**
   * Whether to show only what would change: {@code true} or {@code false}. {@code deploy-pipeline}
   * also writes it to {@code change-set.md} and {@code change-set.json}, in {@code target} or
   * beside an {@code outputFile} below it.
   *
   * <p>Default: {@code false}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <dryRun>true</dryRun>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.dryRun", defaultValue = "false")
  boolean dryRun;

  /**
   * Logical IDs of resources that may be deleted or replaced although they hold data, separated by
   * commas.
   *
   * <p>Default: none. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <allowDataLoss>SourceRepository</allowDataLoss>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.allowDataLoss")
  String allowDataLoss;

  /**
   * The role that CloudFormation assumes.
   *
   * <p>Default: that of the stack, else the caller's own permissions. Versions: {@code v1}, {@code
   * v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <cloudFormationRoleArn>arn:aws:iam::123456789012:role/cfn</cloudFormationRoleArn>}
   * </pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.cloudFormationRoleArn")
  String cloudFormationRoleArn;

  @Override
  final boolean changesAws() {
    return true;
  }
}
