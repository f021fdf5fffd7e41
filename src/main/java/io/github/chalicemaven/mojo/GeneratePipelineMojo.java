package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.PipelineFiles;
import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.cloudformation.TemplateDocument;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.deploy.command.DeployCommand;
import io.github.chalicemaven.deploy.command.DeployOrder;
import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Generates the continuous-deployment pipeline of an AWS Chalice application: a CloudFormation
 * template and CodeBuild's build specification, as {@code chalice generate-pipeline} does. Works
 * with and without a POM.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "generate-pipeline",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresProject = false,
    threadSafe = true,
    configurator = PipelineConfigurator.HINT)
public final class GeneratePipelineMojo extends AbstractPipelineMojo {

  /**
   * Whether to attach both files to the project, with the classifiers {@code pipeline} and {@code
   * buildspec}, so that they are installed and deployed with it: {@code true} or {@code false}.
   *
   * <p>Default: {@code false}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <attach>true</attach>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.attach", defaultValue = "false")
  private boolean attach;

  /**
   * Whether to write the files that are committed, {@code pipelineFile} and {@code buildspecFile},
   * instead of {@code outputFile}, also if they were edited: {@code true}, {@code false}, or {@code
   * template} to keep a build specification that was edited. Meant for the command line, after
   * {@code check-pipeline} has failed.
   *
   * <p>Default: {@code false}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example, which is {@code -Dchalice.update} on the command line:
   *
   * <pre>{@code <update>true</update>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.update", defaultValue = "false")
  private String update;

  @Inject private MavenProjectHelper projectHelper;

  @Override
  void run() throws IOException {
    Problems problems = new Problems();
    PipelineFiles.Replaced replaced = replaced(problems);
    PipelineFiles files =
        replaced == PipelineFiles.Replaced.NONE
            ? projectFiles().ofBuild()
            : projectFiles().committed();
    files.check(problems);
    ResolvedPipeline resolved = resolve(problems);
    Rendered rendered = PipelineGenerator.render(resolved);
    VerifiedText text = verify(rendered, files.template().path());
    write(files.toWrite(text, replaced));
    if (attach) {
      attach(files.template().path(), "pipeline", "json");
      attach(files.buildSpec().path(), "buildspec", "yml");
      for (SupportTemplate support : rendered.supports()) {
        attach(files.support(support).path(), "pipeline-" + support.name(), "json");
      }
    }
    tellWhatIsNext(resolved, rendered, text, files);
    log().infoOnce(resolved.afterDeployment());
  }

  private void tellWhatIsNext(
      ResolvedPipeline resolved, Rendered rendered, VerifiedText text, PipelineFiles files) {
    for (String secret : new TemplateDocument(rendered.template()).secretsWithoutDefault()) {
      log()
          .info(
              "First enter "
                  + secret
                  + "; it is not kept in the shell's history: "
                  + DeployCommand.enter(secret));
    }
    GoalCommand command = new GoalCommand(session, project, execution);
    log().info("Next: " + command.deploy(DeployCommand.parametersToGive(rendered)));
    if (rendered.supports().isEmpty()) {
      String file = shown(files.template().path());
      log()
          .info(
              "Or with the AWS CLI: "
                  + DeployCommand.of(
                      rendered.template(),
                      resolved.pipeline().stackName(),
                      file,
                      text.needsBucket()));
    } else {
      log()
          .info(
              "Or with the AWS CLI, in this order, each with credentials of its account; to delete"
                  + " the stacks, use the reverse order:");
      V3Pipeline pipeline = (V3Pipeline) resolved.pipeline();
      for (DeployOrder.Command next :
          DeployOrder.of(pipeline, rendered, text, files, this::shown)) {
        log().info("Account " + next.account() + ": " + next.line());
      }
    }
  }

  private PipelineFiles.Replaced replaced(Problems problems) {
    return switch (update) {
      case "true" -> PipelineFiles.Replaced.ALL;
      case "template" -> PipelineFiles.Replaced.TEMPLATE;
      case "false" -> PipelineFiles.Replaced.NONE;
      default -> {
        problems.add(Setting.of("update", update), "use true, false or template.");
        yield PipelineFiles.Replaced.NONE;
      }
    };
  }

  private void attach(Path path, String classifier, String typeWithoutExtension) {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String type = dot < 0 ? typeWithoutExtension : name.substring(dot + 1);
    projectHelper.attachArtifact(project, type, classifier, path.toFile());
  }
}
