package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.PipelineFiles;
import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.document.Drift;
import io.github.chalicemaven.core.files.BoundedFile;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails where the pipeline's committed template, {@code pipelineFile}, or its committed build
 * specification, {@code buildspecFile}, is not what {@code generate-pipeline} would generate now.
 * Says what differs and how to mend it, and writes nothing. Takes the configuration of {@code
 * generate-pipeline}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check-pipeline",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
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
  void run() throws IOException, MojoFailureException {
    PipelineFiles files = projectFiles().committed();
    ResolvedPipeline resolved = resolve(new Problems());
    VerifiedText text = verify(PipelineGenerator.render(resolved), files.template().path());
    List<OutputFile> generated = files.with(text);
    List<String> report = new ArrayList<>();
    boolean mended = check(generated.get(0), report);
    if (resolved.pipeline().build().buildSpecFile().isPresent()) {
      mended &= check(generated.get(1), report);
    }
    if (!report.isEmpty()) {
      String advice =
          mended
              ? "This build has brought it up to date already: look at it, and commit it."
              : "To mend it, commit what this command writes:\n  "
                  + UpdateCommand.of(session, project, execution);
      throw new MojoFailureException(String.join("\n", report) + "\n\n" + advice);
    }
  }

  /**
   * Reports how a committed file differs.
   *
   * @return whether it is as it should be, or would be but for the commit
   */
  private boolean check(OutputFile file, List<String> report) throws IOException {
    String name = shown(file.path());
    Optional<byte[]> replaced = WrittenFiles.of(session).replaced(file.destination());
    if (replaced.isEmpty() && !Files.exists(file.path())
        || replaced.filter(text -> text.length == 0).isPresent()) {
      report.add("There is no " + name + " yet: it should be generated and committed.");
      return replaced.isPresent();
    }
    Problems problems = new Problems();
    Optional<String> committed =
        replaced
            .map(text -> new String(text, StandardCharsets.UTF_8))
            .or(
                () ->
                    BoundedFile.text(
                        file.path(), DocumentReader.MAX_BYTES, "what is generated", problems));
    if (committed.isEmpty()) {
      report.addAll(problems.found());
      return false;
    }
    Drift drift = Drift.between(name, committed.get(), file.text());
    if (drift.kind() == Drift.Kind.NONE) {
      getLog().info(name + " is up to date.");
    } else if (drift.kind() == Drift.Kind.REFORMATTED && !strict) {
      getLog().info(name + " is up to date; it was only reformatted.");
    } else {
      report(name, drift, report);
      return replaced.isPresent();
    }
    return true;
  }

  private void report(String name, Drift drift, List<String> report) {
    report.add(
        name
            + (drift.kind() == Drift.Kind.REFORMATTED
                ? " was reformatted, which <strict> (-Dchalice.strict) does not allow:"
                : " is out of date:"));
    drift.changes().forEach(change -> report.add("  - " + change));
    report.addAll(drift.diff());
  }
}
