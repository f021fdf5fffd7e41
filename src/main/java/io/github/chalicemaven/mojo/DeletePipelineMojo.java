package io.github.chalicemaven.mojo;

import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Deletes the pipeline's stack: shows what goes and what stays, asks, and follows the events to the
 * end. The stages' stacks, the application itself, must be deleted before.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "delete-pipeline",
    requiresProject = false,
    threadSafe = true,
    configurator = PipelineConfigurator.HINT)
public final class DeletePipelineMojo extends AbstractStackMojo {

  /**
   * Whether to go on without a question: {@code true} or {@code false}. With {@code -B}, or without
   * a terminal, nobody can be asked.
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
   * Whether to show only what would be deleted: {@code true} or {@code false}.
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
   * Whether to delete the pipeline although stacks of its stages still stand: {@code true} or
   * {@code false}. The role that deploys and deletes them goes with the pipeline.
   *
   * <p>Default: {@code false}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <leaveStages>true</leaveStages>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.leaveStages", defaultValue = "false")
  boolean leaveStages;

  /**
   * The role with which CloudFormation works on the stack.
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
  void run() throws IOException, MojoFailureException {
    refuseWrongConfiguration();
    new DeleteGoal(this).run();
  }
}
