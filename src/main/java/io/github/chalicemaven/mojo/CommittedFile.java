package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.document.Drift;
import io.github.chalicemaven.core.document.WrittenMark;
import io.github.chalicemaven.core.files.BoundedFile;
import io.github.chalicemaven.core.files.OutputFile;
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
 * @param drift how it differs; empty where there is no such file
 * @param isReplaced whether this build has brought it up to date
 * @param isUsersOwn whether it is a build specification that the user has edited or written, which
 *     may differ
 */
record CommittedFile(String name, Optional<Drift> drift, boolean isReplaced, boolean isUsersOwn) {

  /**
   * The files of a pipeline.
   *
   * @param generated the template, the build specification and templates of other accounts and
   *     regions, as they are generated
   * @param withBuildSpec whether that is committed too
   * @param name how the user knows a path
   */
  static List<CommittedFile> of(
      List<OutputFile> generated,
      boolean withBuildSpec,
      Function<Path, String> name,
      WrittenFiles build) {
    List<CommittedFile> committed = new ArrayList<>();
    OutputFile template = generated.get(0);
    DocumentFormat format = DocumentFormat.of(template.path());
    committed.add(of(name.apply(template.path()), template, format, build, false));
    if (withBuildSpec) {
      OutputFile buildSpec = generated.get(1);
      committed.add(of(name.apply(buildSpec.path()), buildSpec, DocumentFormat.YAML, build, true));
    }
    for (OutputFile support : generated.subList(2, generated.size())) {
      committed.add(of(name.apply(support.path()), support, format, build, false));
    }
    return committed;
  }

  private static CommittedFile of(
      String name,
      OutputFile generated,
      DocumentFormat format,
      WrittenFiles build,
      boolean mayBeEdited) {
    Optional<byte[]> replaced = build.replaced(generated.destination());
    boolean isMissing =
        replaced.map(text -> text.length == 0).orElseGet(() -> !Files.exists(generated.path()));
    if (isMissing) {
      return new CommittedFile(name, Optional.empty(), replaced.isPresent(), false);
    }
    Problems problems = new Problems();
    Optional<String> committed = text(generated, replaced, problems);
    Drift drift =
        committed
            .map(text -> drift(name, text, generated.text(), format))
            .orElseGet(() -> new Drift(Drift.Kind.CHANGED, problems.found(), List.of()));
    boolean isUsersOwn =
        mayBeEdited
            && drift.kind() != Drift.Kind.NONE
            && committed.isPresent()
            && !WrittenMark.isUnedited(committed.get(), format);
    return new CommittedFile(
        name,
        Optional.of(isUsersOwn ? new Drift(Drift.Kind.NONE, List.of(), List.of()) : drift),
        replaced.isPresent(),
        isUsersOwn);
  }

  private static Optional<String> text(
      OutputFile generated, Optional<byte[]> replaced, Problems problems) {
    return replaced
        .map(text -> new String(text, StandardCharsets.UTF_8))
        .or(
            () ->
                BoundedFile.text(
                    generated.path(), DocumentReader.MAX_BYTES, "a generated file", problems));
  }

  private static Drift drift(
      String name, String committed, String generated, DocumentFormat format) {
    return Drift.between(name, committed, WrittenMark.addThatOf(committed, generated, format));
  }

  /** The same for a report. */
  Report.Difference difference() {
    return new Report.Difference(name, drift);
  }
}
