package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.PipelineFiles;
import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ProjectFiles;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.files.OutputFiles;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.render.Rendered;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * The steps of {@link PipelineGenerator} for a goal that needs a pipeline: the goal calls as many
 * of them as it needs, and adds its own.
 */
public abstract class AbstractPipelineMojo extends PipelineParameters {

  /**
   * Whether to do nothing in a project without a Chalice application, instead of failing: {@code
   * true} or {@code false}. Meant for a parent that binds the goal for all its modules.
   *
   * <p>Default: {@code false}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <skipIfNoApp>true</skipIfNoApp>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.skipIfNoApp", defaultValue = "false")
  private boolean skipIfNoApp;

  @Override
  final Optional<String> reasonToSkip() {
    Path app = settings().appDirectory;
    return super.reasonToSkip()
        .or(
            () ->
                skipIfNoApp && app != null && !ChaliceApp.isChalice(app)
                    ? Optional.of(
                        "there is no Chalice application in "
                            + app
                            + ", and "
                            + Setting.place("skipIfNoApp")
                            + " is true")
                    : Optional.empty());
  }

  /** The first step, which checks the configuration too, and logs notes and warnings. */
  final ResolvedPipeline resolve(Problems problems) {
    checkConfiguration(problems);
    PipelineGenerator.checkApplication(settings(), problems);
    ResolvedPipeline resolved =
        PipelineGenerator.resolve(
            settings(), projectFacts(), LocalDate.now(ZoneOffset.UTC), problems);
    if (getLog().isDebugEnabled()) {
      getLog().debug(resolved.pipeline().toString());
    }
    log().infoOnce(resolved.inferred());
    log().infoOnce(resolved.notes());
    log().warnOnce(resolved.warnings());
    return resolved;
  }

  /** The last step, which logs a warning if the template is too large. */
  final VerifiedText verify(Rendered rendered, Path templateFile) {
    VerifiedText text = PipelineGenerator.verify(rendered, templateFile);
    text.sizeWarning().ifPresent(log()::warnOnce);
    return text;
  }

  /** Writes files that are this execution's alone in the build, and logs each. */
  final void write(List<OutputFile> files) throws IOException {
    for (OutputFile file : files) {
      claim(file.destination());
    }
    WrittenFiles build = WrittenFiles.of(session);
    for (OutputFiles.Result result : OutputFiles.write(files)) {
      Destination destination = result.file().destination();
      if (result.written()) {
        build.keepReplaced(destination, result.replaced().orElse(null));
      }
      if (result.kept()) {
        tellKept(result.file());
      } else {
        log().info((result.written() ? "Wrote " : "Unchanged: ") + shown(destination.path()));
      }
    }
  }

  /** Reserves a file for this execution in the build. */
  final void claim(Destination file) {
    WrittenFiles.of(session).claim(file, shown(file.path()), project, execution);
  }

  private void tellKept(OutputFile file) {
    PipelineFiles committed = projectFiles().committed();
    boolean isTemplate = file.destination().equals(committed.template());
    String advice =
        isTemplate || file.destination().equals(committed.buildSpec())
            ? "use " + new GoalCommand(session, project, execution).update()
            : "delete it first";
    String kept =
        "Kept "
            + shown(file.path())
            + ", which was edited or was not written by this plugin. To replace it, "
            + advice
            + ".";
    if (isTemplate) {
      log().warnOnce(kept);
    } else {
      log().infoOnce(kept);
    }
  }

  final ProjectFiles projectFiles() {
    return new ProjectFiles(settings(), projectFacts());
  }

  final ProjectFacts projectFacts() {
    return MavenProjectFacts.of(session, project);
  }
}
