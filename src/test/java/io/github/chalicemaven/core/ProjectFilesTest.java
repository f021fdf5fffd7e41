package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFilesTest {

  private static final Path ROOT = Path.of("orders").toAbsolutePath();

  private final PipelineSettings settings = new PipelineSettings();
  private ProjectFacts project =
      new ProjectFacts(
          Optional.of("orders"),
          ROOT,
          ROOT.resolve("x/../target"),
          Optional.of(ROOT.resolve("target/./classes")),
          ROOT,
          List.of());

  /** Each of the parameters may be missing; all paths are below the project's folder. */
  @ParameterizedTest
  @CsvSource({
    // pipelineFile, outputFile, buildspecFile, then template and build specification of a build
    ",              ,                       ,    target/pipeline.json,        "
        + " target/buildspec.yml",
    ",              pipeline.yaml,          ,    pipeline.yaml,               "
        + " target/buildspec.yml",
    ",              target/a/pipeline.json, ,    target/a/pipeline.json,      "
        + " target/a/buildspec.yml",
    ",              target/classes/p.json,  ,    target/classes/p.json,       "
        + " target/buildspec.yml",
    ",              target/classes/a/p.json,,    target/classes/a/p.json,     "
        + " target/buildspec.yml",
    ",              ,                       b.yml, target/pipeline.json,       b.yml",
    "pipeline.json, ,                       b.yml, target/pipeline.json,      "
        + " target/buildspec.yml",
    "pipeline.json, target/a/p.json,        b.yml, target/a/p.json,           "
        + " target/a/buildspec.yml",
    "pipeline.json, pipeline.json,          b.yml, pipeline.json,              b.yml",
    "pipeline.json, ,                       ,    target/pipeline.json,         target/buildspec.yml"
  })
  void aBuildLeavesACommittedPairAlone(
      String pipelineFile,
      String outputFile,
      String buildspecFile,
      String template,
      String buildSpec) {
    give(pipelineFile, outputFile, buildspecFile);

    assertFiles(files().ofBuild(), "outputFile", template, buildSpec);
  }

  @ParameterizedTest
  @CsvSource({
    ",              ,                       target/pipeline-drift.md, target/pipeline.svg",
    "ci/prod.json,  ,                       target/prod-drift.md,     target/pipeline.svg",
    ",              target/a/orders.v2.yaml, target/a/orders.v2-drift.md, target/a/orders.v2.svg",
    ",              target/classes/p.json,  target/p-drift.md,        target/p.svg",
    ",              .json,                  target/.json-drift.md,    target/.json.svg"
  })
  void filesAboutAPipelineAreNamedAfterItAndLieInTheBuildsFolder(
      String pipelineFile, String outputFile, String drift, String picture) {
    give(pipelineFile, outputFile, null);

    assertThat(files().about(files().committed(), "-drift.md").path().normalize())
        .isEqualTo(ROOT.resolve(drift));
    assertThat(files().about(files().ofBuild(), ".svg").path().normalize())
        .isEqualTo(ROOT.resolve(picture));
  }

  @ParameterizedTest
  @CsvSource({
    ",           ,                ,      pipelineFile, pipeline.json,   target/buildspec.yml",
    ",           p.yaml,          ,      outputFile,   p.yaml,          target/buildspec.yml",
    ",           target/a/p.json, ,      outputFile,   target/a/p.json, target/a/buildspec.yml",
    "ci/p.json,  ,                b.yml, pipelineFile, ci/p.json,       b.yml",
    "ci/p.json,  target/a/p.json, ,      pipelineFile, ci/p.json,       target/a/buildspec.yml"
  })
  void theCommittedTemplateIsNamedOrLiesInTheProjectsFolder(
      String pipelineFile,
      String outputFile,
      String buildspecFile,
      String parameter,
      String template,
      String buildSpec) {
    give(pipelineFile, outputFile, buildspecFile);

    assertFiles(files().committed(), parameter, template, buildSpec);
  }

  @Test
  void withoutAPomNothingIsPackaged() {
    project = ProjectFacts.withoutPom(ROOT);
    settings.outputFile = ROOT.resolve("target/classes/p.json");

    assertFiles(
        files().ofBuild(), "outputFile", "target/classes/p.json", "target/classes/buildspec.yml");
  }

  @Test
  void problemsNameTheParameterOnlyIfItIsSet() {
    PipelineFiles defaults = files().ofBuild();
    assertThat(defaults.templatePlace())
        .isEqualTo("the default of <outputFile> (-Dchalice.outputFile)");
    assertThat(defaults.buildSpecPlace()).isEqualTo("the copy of the build specification");
    assertThat(files().committed().templatePlace())
        .isEqualTo("the default of <pipelineFile> (-Dchalice.pipelineFile)");

    give("pipeline.json", "p.json", "b.yml");
    assertThat(files().ofBuild().templatePlace()).isEqualTo("<outputFile> (-Dchalice.outputFile)");
    assertThat(files().ofBuild().buildSpecPlace()).isEqualTo("the copy of the build specification");
    assertThat(files().committed().templatePlace())
        .isEqualTo("<pipelineFile> (-Dchalice.pipelineFile)");
    assertThat(files().committed().buildSpecPlace())
        .isEqualTo("<buildspecFile> (-Dchalice.buildspecFile)");
  }

  private ProjectFiles files() {
    return new ProjectFiles(settings, project);
  }

  private void give(String pipelineFile, String outputFile, String buildspecFile) {
    settings.pipelineFile = path(pipelineFile);
    settings.outputFile = path(outputFile);
    settings.buildspecFile = path(buildspecFile);
  }

  private static Path path(String text) {
    return text == null ? null : ROOT.resolve(text);
  }

  private static void assertFiles(
      PipelineFiles files, String parameter, String template, String buildSpec) {
    assertThat(files.templatePlace()).contains("<" + parameter + ">");
    assertThat(files.template().path().normalize()).isEqualTo(ROOT.resolve(template));
    assertThat(files.buildSpec().path().normalize()).isEqualTo(ROOT.resolve(buildSpec));
  }
}
