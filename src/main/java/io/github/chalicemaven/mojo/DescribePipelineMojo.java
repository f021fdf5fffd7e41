package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.DeploymentException;
import io.github.chalicemaven.deploy.StackDescription;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Describes the pipeline as it stands in AWS: its stack, the stack's outputs, and the last
 * execution of each stage with its error.
 *
 * @since 0.1.0
 */
@Mojo(name = "describe-pipeline", requiresProject = false, threadSafe = true)
public final class DescribePipelineMojo extends AbstractStackMojo {

  /**
   * How the description is given: {@code text} in the log, or {@code json} in {@code
   * target/pipeline-description.json} too.
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
  private String format;

  @Override
  void run() throws IOException, MojoFailureException {
    Problems problems = new Problems();
    if (!format.equals("text") && !format.equals("json")) {
      problems.add(Setting.of("format", format), "use `text` or `json`.");
    }
    String name = stackName(resolve(problems).pipeline().appName(), problems);
    problems.throwIfAny();
    open(
        name,
        (aws, caller, dialog) -> {
          dialog.say("Stack " + name + ": " + caller);
          StackDescription description =
              StackDescription.of(aws, name, caller.region(), dialog)
                  .orElseThrow(
                      () ->
                          new DeploymentException(
                              "there is no stack "
                                  + name
                                  + " in "
                                  + caller
                                  + ". Deploy it with `mvn chalice:deploy-pipeline`."));
          description.lines().forEach(dialog::say);
          if (format.equals("json")) {
            write("pipeline-description.json", DocumentFormat.JSON.render(description.document()));
          }
        });
  }
}
