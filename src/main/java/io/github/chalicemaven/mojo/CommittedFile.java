package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.PipelineFile;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.document.Drift;
import io.github.chalicemaven.core.document.WrittenMark;
import io.github.chalicemaven.core.files.BoundedFile;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.report.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file that is committed, beside what is generated: as it was before this build, which may have
 * replaced it.
 *
 * @param name as the user knows it
 * @param drift how it differs
 * @param isReplaced whether this build has brought it up to date
 * @param isUsersOwn whether it is a build specification that the user has edited or written, which
 *     may differ
 */
record CommittedFile(String name, Drift drift, boolean isReplaced, boolean isUsersOwn) {

  /**
   * The files of a pipeline; the build specification is one if it is a file of the repository.
   *
   * @param name how the user knows a path
   */
  static List<CommittedFile> of(
      Pipeline pipeline,
      List<PipelineFile> generated,
      Function<Path, String> name,
      WrittenFiles build) {
    boolean withBuildSpec = pipeline.build().buildSpecFile().isPresent();
    List<CommittedFile> committed = new ArrayList<>();
    for (PipelineFile file : generated) {
      if (withBuildSpec || !file.isBuildSpec()) {
        committed.add(of(name.apply(file.path()), file, build));
      }
    }
    return committed;
  }

  private static CommittedFile of(String name, PipelineFile generated, WrittenFiles build) {
    Optional<byte[]> replaced = build.replaced(generated.destination());
    boolean isMissing =
        replaced.map(text -> text.length == 0).orElseGet(() -> !Files.exists(generated.path()));
    if (isMissing) {
      return new CommittedFile(name, Drift.MISSING, replaced.isPresent(), false);
    }
    Problems problems = new Problems();
    Optional<String> committed = text(generated, replaced, problems);
    Drift drift =
        committed
            .map(text -> drift(name, text, generated))
            .orElseGet(() -> new Drift(Drift.Kind.CHANGED, problems.found(), List.of()));
    boolean isUsersOwn =
        generated.isBuildSpec()
            && drift.kind() != Drift.Kind.NONE
            && committed.isPresent()
            && !WrittenMark.isUnedited(committed.get(), generated.format());
    return new CommittedFile(
        name, isUsersOwn ? Drift.NONE : drift, replaced.isPresent(), isUsersOwn);
  }

  private static Optional<String> text(
      PipelineFile generated, Optional<byte[]> replaced, Problems problems) {
    return replaced
        .map(text -> new String(text, StandardCharsets.UTF_8))
        .or(
            () ->
                BoundedFile.text(
                    generated.path(), DocumentReader.MAX_BYTES, "a generated file", problems));
  }

  private static Drift drift(String name, String committed, PipelineFile generated) {
    return Drift.between(
        name, committed, WrittenMark.addThatOf(committed, generated.text(), generated.format()));
  }

  /** The same for a report. */
  Report.Difference difference() {
    return new Report.Difference(name, drift);
  }
}
