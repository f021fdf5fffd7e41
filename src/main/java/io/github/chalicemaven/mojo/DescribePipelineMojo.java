package io.github.chalicemaven.mojo;

import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Describes the pipeline as it is in AWS: its stack, the stack's outputs, and the last execution of
 * each stage with its error.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "describe-pipeline",
    requiresProject = false,
    threadSafe = true,
    configurator = PipelineConfigurator.HINT)
public final class DescribePipelineMojo extends AbstractStackMojo {

  /**
   * How the description is given: {@code text} in the log, or {@code json} in {@code
   * pipeline-description.json} too, in {@code target} or beside an {@code outputFile} below it.
   *
   * <p>Default: {@code text}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <format>json</format>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.format", defaultValue = "text")
  String format;

  @Override
  void run() throws IOException {
    new DescribeGoal(this).run();
  }
}
