package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineFilesTest {

  @TempDir Path folder;

  @Test
  void templatesOfPlacesWithoutAStageAreLeftOver() throws IOException {
    for (String name :
        List.of(
            "pipeline-target-444455556666.json",
            "pipeline-target-999900001111.json",
            "pipeline-region-eu-west-1.json",
            "pipeline-region-us-gov-east-1.json",
            "pipeline-region-eusc-de-east-1.json",
            "pipeline-region-mine.json",
            "pipeline-target-999900001111.yaml",
            "other-target-999900001111.json",
            "pipeline-outputs.json")) {
      Files.writeString(folder.resolve(name), "{}");
    }

    assertThat(files("pipeline.json").leftovers(text()))
        .containsExactly(
            folder.resolve("pipeline-region-eusc-de-east-1.json"),
            folder.resolve("pipeline-region-us-gov-east-1.json"),
            folder.resolve("pipeline-target-999900001111.json"));
    assertThat(files("missing/pipeline.json").leftovers(text())).isEmpty();
  }

  private PipelineFiles files(String template) {
    return new PipelineFiles(
        "template",
        Destination.of(folder.resolve(template)),
        "specification",
        Destination.of(folder.resolve("buildspec.yml")),
        folder.resolve("target"));
  }

  /** With a stage in another account and region. */
  private VerifiedText text() throws IOException {
    GoldenCase golden =
        GoldenCase.all().stream()
            .filter(other -> other.folder().equals("v3-account-region"))
            .findFirst()
            .orElseThrow();
    PipelineSettings settings = golden.settingsIn(folder);
    ResolvedPipeline resolved =
        PipelineGenerator.resolve(
            settings,
            ProjectFacts.withoutPom(settings.appDirectory),
            LocalDate.EPOCH,
            new Problems());
    return PipelineGenerator.verify(
        PipelineGenerator.render(resolved), folder.resolve("pipeline.json"));
  }
}
