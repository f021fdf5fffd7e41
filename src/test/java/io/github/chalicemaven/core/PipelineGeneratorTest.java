package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineGeneratorTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  @TempDir Path folder;

  private final PipelineSettings settings = new PipelineSettings();

  @BeforeEach
  void makeAnApplication() throws IOException {
    Files.createFile(folder.resolve("requirements.txt"));
    Files.createDirectory(folder.resolve(".chalice"));
    Files.writeString(folder.resolve(".chalice/config.json"), "{}");
    settings.appDirectory = folder;
    settings.appName = "demo";
  }

  @Test
  void nothingIsWritten() {
    generate();

    assertThat(folder).isDirectoryNotContaining("glob:**/target");
  }

  @Test
  void theTemplateEmbedsTheBuildSpecificationThatIsCopied() {
    Generated generated = generate();

    assertThat(generated.templateText())
        .contains("\"BuildSpec\": \"version: \\\"0.2\\\"\\nphases:\\n");
    assertThat(generated.buildSpecText()).startsWith("version: \"0.2\"\nphases:\n");
  }

  @Test
  void aBuildSpecificationInTheRepositoryIsNotEmbedded() {
    settings.buildspecFile = folder.resolve("ci/buildspec.yml");

    Generated generated = generate();

    assertThat(generated.templateText()).contains("\"BuildSpec\": \"ci/buildspec.yml\"");
  }

  @Test
  void theFilesDoNotDependOnTheDayOrOnTheFolder(@TempDir Path elsewhere) throws IOException {
    Generated before = generate();
    settings.appDirectory = Files.createDirectory(elsewhere.resolve("x"));
    Generated after = Generated.of(settings, TODAY.plusYears(20));

    assertThat(after.templateText()).isEqualTo(before.templateText());
    assertThat(after.buildSpecText()).isEqualTo(before.buildSpecText());
  }

  @Test
  void anApplicationInOrderHasNoWarnings() {
    assertThat(generate().warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3.9,  2025-12-14, false",
    "3.9,  2025-12-15, true",
    "3.9,  2025-12-16, true",
    "3.10, 2026-10-30, false",
    "3.10, 2026-10-31, true",
    "3.13, 2029-06-30, true"
  })
  void aPythonIsWarnedOfFromTheDayOfItsDeprecation(String python, LocalDate today, boolean warned) {
    settings.pythonVersion = python;

    Generated generated = Generated.of(settings, today);

    LocalDate day = generated.pipeline().build().python().lambdaDeprecation();
    String warning =
        "The Lambda runtime python"
            + python
            + " has been deprecated since "
            + day
            + (python.equals("3.13")
                ? ""
                : "; no function can be created with it from 2027-02-01 on, or updated from 2027-03-03"
                    + " on")
            + ". Choose a later version with <pythonVersion> (-Dchalice.pythonVersion) or"
            + " .python-version.";
    assertThat(generated.warnings().contains(warning)).isEqualTo(warned);
    assertThat(generated.warnings()).hasSize(warned ? 1 : 0);
  }

  @Test
  void problemsOfFilesAppAndSettingsAreReportedAtOnce() throws IOException {
    Files.writeString(folder.resolve(".chalice/config.json"), "{");
    settings.pythonVersion = "4.0";
    Problems problems = new Problems();
    files(folder, folder.resolve("buildspec.yml")).check(problems);

    assertThatThrownBy(
            () ->
                PipelineGenerator.resolve(
                    settings, ProjectFacts.withoutPom(folder), TODAY, problems))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageStartingWith("3 problems, nothing was written:")
        .hasMessageContaining("the template is `")
        .hasMessageContaining("config.json, line 1, column 2: the document ends too early")
        .hasMessageContaining("<pythonVersion> (-Dchalice.pythonVersion) is `4.0`");
  }

  @Test
  void aFolderInPlaceOfTheBuildSpecificationIsAProblem() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("buildspec.yml"));

    assertThat(problems(folder.resolve("pipeline.json"), directory))
        .singleElement(STRING)
        .startsWith("the specification is `")
        .endsWith("this is a folder. Specify a file in it.");
  }

  @ParameterizedTest
  @CsvSource({"ci/spec.yml, ci/spec.yml", "ci/spec.yml, target/../ci/./spec.yml"})
  void bothFilesInOnePlaceAreAProblem(String buildSpecFile, String outputFile) {
    assertThat(problems(folder.resolve(outputFile), folder.resolve(buildSpecFile)))
        .singleElement(STRING)
        .startsWith("the template is `")
        .endsWith("the build specification is written to the same file. Specify another one.");
  }

  @Test
  void oneFileUnderTwoNamesIsAProblem() throws IOException {
    Files.createDirectory(folder.resolve("ci"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("ci"));

    assertThat(problems(folder.resolve("link/spec.yml"), folder.resolve("ci/spec.yml")))
        .singleElement(STRING)
        .endsWith("the build specification is written to the same file. Specify another one.");
  }

  @Test
  void twoFilesAreNoProblem() {
    assertThat(problems(folder.resolve("pipeline.json"), folder.resolve("buildspec.yml")))
        .isEmpty();
  }

  private static List<String> problems(Path template, Path buildSpec) {
    Problems problems = new Problems();
    files(template, buildSpec).check(problems);
    return problems.found();
  }

  private static PipelineFiles files(Path template, Path buildSpec) {
    return new PipelineFiles(
        "the template",
        Destination.of(template),
        "the specification",
        Destination.of(buildSpec),
        Path.of("target"));
  }

  private Generated generate() {
    return Generated.of(settings, TODAY);
  }
}
