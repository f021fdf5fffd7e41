package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.PipelineFiles;
import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ProjectFiles;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.document.Drift;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.problem.FailureException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.report.Markdown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails if the pipeline's committed template, {@code pipelineFile}, or its committed build
 * specification, {@code buildspecFile}, is not what {@code generate-pipeline} would generate now.
 * Reports the differences and the command that fixes them, and writes the differences as Markdown,
 * for a comment in a review: to {@code target/pipeline-drift.md}, which has the template's name
 * with another ending. Uses the configuration of {@code generate-pipeline}. A build specification
 * that was edited is not compared.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check-pipeline",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true,
    configurator = PipelineConfigurator.HINT)
public final class CheckPipelineMojo extends AbstractPipelineMojo {

  /**
   * Whether a committed file that was only reformatted (white space, comments, the order of keys,
   * the short form of functions) fails too: {@code true} or {@code false}. Otherwise it passes with
   * a note.
   *
   * <p>Default: {@code false}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <strict>true</strict>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.strict", defaultValue = "false")
  private boolean strict;

  @Override
  void run() throws IOException {
    ProjectFiles projectFiles = projectFiles();
    PipelineFiles files = projectFiles.committed();
    ResolvedPipeline resolved = resolve(new Problems());
    VerifiedText text = verify(PipelineGenerator.render(resolved), files.template().path());
    List<CommittedFile> committed =
        CommittedFile.of(
            resolved.pipeline(), files.with(text), this::shown, WrittenFiles.of(session));
    write(
        List.of(
            new OutputFile(
                projectFiles.about(files, "-drift.md"),
                Markdown.differences(committed.stream().map(CommittedFile::difference).toList()))));
    for (Path file : files.leftovers(text)) {
      log()
          .warnOnce(
              shown(file)
                  + " no longer belongs to this pipeline: no stage is deployed to that account or"
                  + " region. Delete its stack, then the file.");
    }
    List<String> problems = new ArrayList<>();
    committed.forEach(file -> tell(file, problems));
    if (!problems.isEmpty()) {
      throw new FailureException(String.join("\n", problems) + "\n\n" + advice(committed));
    }
  }

  private String advice(List<CommittedFile> committed) {
    if (committed.stream().allMatch(file -> file.isReplaced() || passes(file))) {
      return "This build has already updated the files. Review and commit them.";
    }
    GoalCommand command = new GoalCommand(session, project, execution);
    Set<String> profiles = command.profilesThatShareTheFile();
    return profiles.isEmpty()
        ? "To fix this, run the following command and commit the files that it writes:\n  "
            + command.update()
            + (committed.stream().anyMatch(CommittedFile::isUsersOwn) ? "=template" : "")
        : "The build uses settings of the profile "
            + String.join(", ", profiles)
            + ", but the committed file is that of the build without it. Check without the profile,"
            + " or give it a <pipelineFile> of its own.";
  }

  private boolean passes(CommittedFile file) {
    Drift.Kind kind = file.drift().kind();
    return kind == Drift.Kind.NONE || kind == Drift.Kind.REFORMATTED && !strict;
  }

  private void tell(CommittedFile file, List<String> problems) {
    if (file.isUsersOwn()) {
      log()
          .info(
              file.name()
                  + " was edited or was not written by this plugin: it is kept, and not compared.");
    } else if (passes(file)) {
      log().info(file.name() + " " + file.drift().kind().words());
    } else {
      tell(file.name(), file.drift(), problems);
    }
  }

  private static void tell(String name, Drift drift, List<String> problems) {
    problems.add(
        name
            + " "
            + (drift.kind() == Drift.Kind.REFORMATTED
                ? "differs in its formatting, which " + Setting.place("strict") + " does not allow:"
                : drift.kind().words()));
    drift.changes().forEach(change -> problems.add("  - " + change));
    problems.addAll(drift.diff());
  }
}
