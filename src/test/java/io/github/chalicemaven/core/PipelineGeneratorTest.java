package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.PipelineGenerator.GeneratedPipeline;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
    settings.appDirectory = folder;
    settings.artifactId = "demo";
    settings.buildspecCopy = folder.resolve("target/buildspec.yml");
    settings.outputFile = folder.resolve("target/pipeline.json");
  }

  @Test
  void nothingIsWritten() {
    generate();

    assertThat(folder).isDirectoryNotContaining("glob:**/target");
  }

  @Test
  void theTemplateEmbedsTheBuildSpecificationThatIsCopied() {
    GeneratedPipeline generated = generate();

    assertThat(generated.templateFile().path()).isEqualTo(settings.outputFile);
    assertThat(generated.templateFile().text())
        .contains("\"BuildSpec\": \"version: \\\"0.2\\\"\\nphases:\\n");
    assertThat(generated.buildSpecFile().path()).isEqualTo(settings.buildspecCopy);
    assertThat(generated.buildSpecFile().text()).startsWith("version: \"0.2\"\nphases:\n");
  }

  @Test
  void aBuildSpecificationInTheRepositoryIsNotEmbeddedAndNotCopied() {
    settings.buildspecFile = folder.resolve("ci/buildspec.yml");

    GeneratedPipeline generated = generate();

    assertThat(generated.templateFile().text()).contains("\"BuildSpec\": \"ci/buildspec.yml\"");
    assertThat(generated.buildSpecFile().path()).isEqualTo(settings.buildspecFile);
  }

  @Test
  void theSameSettingsGiveTheSameBytes() {
    assertThat(generate().templateFile()).isEqualTo(generate().templateFile());
    assertThat(generate().buildSpecFile()).isEqualTo(generate().buildSpecFile());
  }

  @Test
  void theFilesDoNotDependOnTheDayOrOnTheFolder(@TempDir Path elsewhere) throws IOException {
    GeneratedPipeline before = generate();
    settings.appDirectory = Files.createDirectory(elsewhere.resolve("x"));
    settings.buildspecCopy = elsewhere.resolve("a.yml");
    settings.outputFile = elsewhere.resolve("b.json");
    GeneratedPipeline after = PipelineGenerator.generate(settings, TODAY.plusYears(20));

    assertThat(after.templateFile().text()).isEqualTo(before.templateFile().text());
    assertThat(after.buildSpecFile().text()).isEqualTo(before.buildSpecFile().text());
  }

  @Test
  void anApplicationInOrderHasNoWarnings() {
    assertThat(generate().warnings()).isEmpty();
  }

  @Test
  void missingRequirementsAreWarnedOf() throws IOException {
    Files.delete(folder.resolve("requirements.txt"));

    assertThat(generate().warnings())
        .containsExactly(
            "There is no requirements.txt in "
                + folder
                + ": the pipeline's build would fail. Add one, an empty one too.");
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

    GeneratedPipeline generated = PipelineGenerator.generate(settings, today);

    LocalDate day = generated.pipeline().build().python().lambdaDeprecation();
    String warning =
        "Lambda's runtime python"
            + python
            + " is deprecated since "
            + day
            + ": choose a later one with <pythonVersion> (-Dchalice.pythonVersion) or"
            + " .python-version.";
    assertThat(generated.warnings().contains(warning)).isEqualTo(warned);
    assertThat(generated.warnings()).hasSize(warned ? 1 : 0);
  }

  @Test
  void problemsOfFilesAppAndSettingsAreReportedAtOnce() throws IOException {
    settings.outputFile = folder;
    Files.createDirectory(folder.resolve(".chalice"));
    Files.writeString(folder.resolve(".chalice/config.json"), "{");
    settings.pythonVersion = "4.0";

    assertThatThrownBy(this::generate)
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageStartingWith("3 problems, nothing was written:")
        .hasMessageContaining("<outputFile> (-Dchalice.outputFile) is `")
        .hasMessageContaining("config.json, line 1, column 2: the file is not valid JSON")
        .hasMessageContaining("<pythonVersion> (-Dchalice.pythonVersion) is `4.0`");
  }

  @Test
  void aFolderInPlaceOfTheBuildSpecificationIsAProblem() throws IOException {
    settings.buildspecFile = Files.createDirectory(folder.resolve("buildspec.yml"));

    assertThatThrownBy(this::generate)
        .hasMessageStartingWith("1 problem, ")
        .hasMessageContaining("<buildspecFile> (-Dchalice.buildspecFile) is `")
        .hasMessageEndingWith("this is a folder. Name a file in it.");
  }

  @ParameterizedTest
  @CsvSource({"ci/spec.yml, ci/spec.yml", "ci/spec.yml, target/../ci/./spec.yml"})
  void bothFilesInOnePlaceAreAProblem(String buildSpecFile, String outputFile) {
    settings.buildspecFile = folder.resolve(buildSpecFile);
    settings.outputFile = folder.resolve(outputFile);

    assertThatThrownBy(this::generate)
        .hasMessageStartingWith("1 problem, ")
        .hasMessageContaining("<outputFile> (-Dchalice.outputFile) is `")
        .hasMessageEndingWith("the build specification goes to the same file. Name another one.");
  }

  @Test
  void oneFileUnderTwoNamesIsAProblem() throws IOException {
    Files.createDirectory(folder.resolve("ci"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("ci"));
    settings.buildspecFile = folder.resolve("ci/spec.yml");
    settings.outputFile = folder.resolve("link/spec.yml");

    assertThatThrownBy(this::generate)
        .hasMessageEndingWith("the build specification goes to the same file. Name another one.");
  }

  @Test
  void theTemplateInPlaceOfTheCopyIsAProblem() {
    settings.outputFile = settings.buildspecCopy;

    assertThatThrownBy(this::generate)
        .hasMessageContaining("the build specification goes to the same file");
  }

  private GeneratedPipeline generate() {
    return PipelineGenerator.generate(settings, TODAY);
  }
}
