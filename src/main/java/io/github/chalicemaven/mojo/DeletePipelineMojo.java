package io.github.chalicemaven.mojo;

import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Deletes the pipeline's stack: shows what is deleted and what is kept, asks, and follows the
 * events to the end. The stages' stacks, the application itself, must be deleted before.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "delete-pipeline",
    requiresProject = false,
    threadSafe = true,
    configurator = PipelineConfigurator.HINT)
public final class DeletePipelineMojo extends AbstractStackChangeMojo {

  /**
   * Whether to delete the pipeline although stacks of its stages still exist: {@code true} or
   * {@code false}. The role that deploys and deletes them is deleted with the pipeline.
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

  @Override
  void run() throws IOException {
    new DeleteGoal(this).run();
  }
}
