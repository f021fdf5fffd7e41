package io.github.chalicemaven.report;

import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A pipeline as far as a report needs it. */
record Reported(ResolvedPipeline resolved, Rendered rendered) {

  /** The pipeline of golden files, its application in an empty repository. */
  static Reported of(GoldenCase golden, Path repository) throws IOException {
    PipelineSettings settings = golden.settingsIn(repository);
    Files.createDirectories(settings.appDirectory);
    return of(settings);
  }

  static Reported of(PipelineSettings settings) {
    ResolvedPipeline resolved =
        PipelineGenerator.resolve(
            settings,
            ProjectFacts.withoutPom(settings.appDirectory),
            LocalDate.EPOCH,
            new Problems());
    return new Reported(resolved, PipelineGenerator.render(resolved));
  }

  Picture picture() {
    return Picture.of(resolved.pipeline(), rendered);
  }

  Permissions permissions() {
    return Permissions.of(resolved.pipeline(), rendered);
  }

  Report report(Report.Difference... differences) {
    return Report.of(resolved, rendered, List.of(differences));
  }
}
