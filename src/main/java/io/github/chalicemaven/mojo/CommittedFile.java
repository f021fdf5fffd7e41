package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.document.Drift;
import io.github.chalicemaven.core.files.BoundedFile;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.report.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * A file that is committed, beside what is generated: as it was before this build, which may have
 * replaced it.
 *
 * @param name as the user knows it
 * @param drift how it differs; empty where there is no such file
 * @param isReplaced whether this build has brought it up to date
 */
record CommittedFile(String name, Optional<Drift> drift, boolean isReplaced) {

  static CommittedFile of(String name, OutputFile generated, WrittenFiles build) {
    Optional<byte[]> replaced = build.replaced(generated.destination());
    boolean isMissing =
        replaced.map(text -> text.length == 0).orElseGet(() -> !Files.exists(generated.path()));
    return new CommittedFile(
        name,
        isMissing ? Optional.empty() : Optional.of(drift(name, generated, replaced)),
        replaced.isPresent());
  }

  private static Drift drift(String name, OutputFile generated, Optional<byte[]> replaced) {
    Problems problems = new Problems();
    return replaced
        .map(text -> new String(text, StandardCharsets.UTF_8))
        .or(
            () ->
                BoundedFile.text(
                    generated.path(), DocumentReader.MAX_BYTES, "a generated file", problems))
        .map(committed -> Drift.between(name, committed, generated.text()))
        .orElseGet(() -> new Drift(Drift.Kind.CHANGED, problems.found(), List.of()));
  }

  /** The same for a report. */
  Report.Difference difference() {
    return new Report.Difference(name, drift);
  }
}
