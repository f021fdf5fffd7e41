package io.github.chalicemaven.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.ChaliceConfig;
import io.github.chalicemaven.core.app.ConfigScope;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS no longer supports is told, and never fails a build. */
class LifecycleWarningsTest {

  private static final String PRIVATE_IMAGE =
      "111122223333.dkr.ecr.eu-west-1.amazonaws.com/build/python:3.13";

  private final PipelineSettings settings = new PipelineSettings();
  private Optional<String> pythonVersionFile = Optional.empty();
  private Problems problems = new Problems();

  @ParameterizedTest
  @ValueSource(strings = {"2.7", "3.6", "3.7"})
  void aRuntimeThatLambdaRefuses(String python) {
    settings.pythonVersion = python;

    assertThat(warnings())
        .containsExactly(
            "Lambda no longer creates or updates functions with the runtime python"
                + python
                + ", so every deployment will fail. Choose a later version with <pythonVersion>"
                + " (-Dchalice.pythonVersion) or .python-version.");
  }

  @ParameterizedTest
  @CsvSource({
    "3.8,  2024-10-14, 2027-02-01, 2027-03-03",
    "3.9,  2025-12-15, 2027-02-01, 2027-03-03",
    "3.10, 2026-10-31, 2027-02-01, 2027-03-03",
    "3.11, 2027-06-30, 2027-07-31, 2027-08-31"
  })
  void aDeprecatedRuntimeWithItsDates(
      String python, LocalDate deprecated, String created, String updated) {
    settings.pythonVersion = python;
    settings.pipelineVersion = "v2";
    settings.codebuildImage = "python:" + python;
    String warning =
        "The Lambda runtime python"
            + python
            + " has been deprecated since "
            + deprecated
            + "; no function can be created with it from "
            + created
            + " on, or updated from "
            + updated
            + " on. Choose a later version with <pythonVersion> (-Dchalice.pythonVersion) or"
            + " .python-version.";

    assertThat(warnings(deprecated.minusDays(1))).isEmpty();
    assertThat(warnings(deprecated)).containsExactly(warning);
    assertThat(warnings(LocalDate.parse(updated).plusYears(9))).containsExactly(warning);
  }

  @ParameterizedTest
  @CsvSource({
    "v1, aws/codebuild/standard:7.0, true",
    "v1, aws/codebuild/amazonlinux-x86_64-standard:5.0, true",
    "v1, aws/codebuild/python:3.7.1, false",
    "v1, my/image:1, false",
    "v2, aws/codebuild/standard:7.0, false"
  })
  void anImageWithoutSudoPip(String version, String image, boolean warned) {
    settings.pipelineVersion = version;
    settings.codebuildImage = image;

    assertThat(warnings())
        .isEqualTo(
            warned
                ? List.of(
                    "The v1 pipeline's build runs `sudo pip`, which "
                        + image
                        + " does not have, so every build will fail. Use"
                        + " <pipelineVersion>v3</pipelineVersion> or v2.")
                : List.of());
  }

  @ParameterizedTest
  @CsvSource({"3.8, ", "3.9, aws/codebuild/amazonlinux2-x86_64-standard:4.0"})
  void anImageOfAmazonLinux2(String python, String image) {
    settings.pipelineVersion = "v2";
    settings.pythonVersion = python;
    settings.codebuildImage = image;

    assertThat(warnings())
        .containsExactly(
            "CodeBuild no longer maintains the image "
                + (image == null ? "aws/codebuild/amazonlinux2-x86_64-standard:3.0" : image)
                + ". Use <pipelineVersion>v3</pipelineVersion> with Python 3.9 or later, or another"
                + " <codebuildImage> (-Dchalice.codebuildImage).");
  }

  @Test
  void theOlderNameOfAnImageOfAmazonLinux2023IsInOrder() {
    settings.pipelineVersion = "v2";
    settings.codebuildImage = "aws/codebuild/amazonlinux2-x86_64-standard:5.0";

    assertThat(warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void aPrivateImageThatTheRoleCannotPull(String version) {
    settings.pipelineVersion = version;
    settings.codebuildImage = PRIVATE_IMAGE;

    assertThat(warnings())
        .containsExactly(
            "The "
                + version
                + " pipeline's build role cannot pull the private image "
                + PRIVATE_IMAGE
                + ". Use <pipelineVersion>v3</pipelineVersion>, or allow CodeBuild to pull it in"
                + " the repository's policy.");
  }

  @ParameterizedTest
  @CsvSource({
    "v2, 3.13.1,     3.13, true",
    "v2, 3.12,       3.13, true",
    "v2, python3.13, 3.13, true",
    "v2, 3.13,       3.13, false",
    "v3, 3.13.1,     3.13, false"
  })
  void aPythonVersionFileThatPyenvTakes(
      String version, String file, String python, boolean warned) {
    settings.pipelineVersion = version;
    settings.pythonVersion = python;
    pythonVersionFile = Optional.of(file);

    assertThat(warnings())
        .isEqualTo(
            warned
                ? List.of(
                    ".python-version says `"
                        + file
                        + "`, which pyenv in CodeBuild's image uses instead of Python "
                        + python
                        + "; the build fails if that is not installed. Write "
                        + python
                        + " into the file, or use <pipelineVersion>v3</pipelineVersion>, which"
                        + " overrides it.")
                : List.of());
  }

  @Test
  void anImageOfOnesOwnHasNoPyenv() {
    settings.pipelineVersion = "v2";
    settings.codebuildImage = "python:3.13";
    pythonVersionFile = Optional.of("3.13.1");

    assertThat(warnings()).isEmpty();
  }

  @Test
  void aTokenAndPollingAreNotes() {
    V3Settings.source(settings, "github");
    settings.pipelineVersion = "v2";

    assertThat(warnings()).isEmpty();
    assertThat(problems.notes())
        .containsExactly(
            "The pipeline reads GitHub with a personal access token, which AWS no longer recommends."
                + " Use <pipelineVersion>v3</pipelineVersion> for a connection instead.",
            "The v2 pipeline polls its source, and AWS stops polling a pipeline that has had no"
                + " execution for 30 days. Use <pipelineVersion>v3</pipelineVersion>, which is started"
                + " by events.");
  }

  @Test
  void v3HasNoneOfThese() {
    settings.pipelineVersion = "v3";
    settings.codebuildImage = PRIVATE_IMAGE;

    assertThat(warnings()).isEmpty();
    assertThat(problems.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "v3, aws/codebuild/amazonlinux-x86_64-lambda-standard:python3.13",
    "v3, aws/codebuild/amazonlinux-aarch64-lambda-standard:python3.13",
    "v2, aws/codebuild/windows-base:2019-3.0",
    "v1, aws/codebuild/macos-arm-base:14"
  })
  void anImageForAnotherMachineIsAProblem(String version, String image) {
    settings.pipelineVersion = version;
    settings.codebuildImage = image;

    assertThat(problemsFound())
        .containsExactly(
            "<codebuildImage> (-Dchalice.codebuildImage) is `"
                + image
                + "`: the build runs in a Linux container on EC2, which this image is not for. Use an"
                + " image such as aws/codebuild/amazonlinux-x86_64-standard:5.0.");
  }

  @ParameterizedTest
  @CsvSource({"v1, 1", "v2, 1", "v3, 0"})
  void anArmImageIsForV3(String version, int found) {
    settings.pipelineVersion = version;
    settings.codebuildImage = "aws/codebuild/amazonlinux-aarch64-standard:3.0";

    assertThat(problemsFound())
        .hasSize(found)
        .allSatisfy(text -> assertThat(text).contains("only the v3 pipeline can run an ARM image"));
  }

  private List<String> problemsFound() {
    try {
      warnings();
    } catch (InvalidConfigurationException e) {
      assertThat(problems.found()).isNotEmpty();
    }
    return problems.found();
  }

  private List<String> warnings() {
    return warnings(LocalDate.EPOCH);
  }

  private List<String> warnings(LocalDate today) {
    Path folder = Path.of("repository").toAbsolutePath();
    settings.appName = "orders";
    settings.branch = "trunk";
    settings.appDirectory = folder;
    ChaliceConfig config = new ChaliceConfig(Optional.empty(), ConfigScope.EMPTY);
    ChaliceApp app =
        new ChaliceApp(
            folder,
            folder,
            config,
            pythonVersionFile.map(version -> new Setting(".python-version", version)));
    problems = new Problems();
    PipelineResolver.resolve(settings, ProjectFacts.withoutPom(folder), app, today, problems);
    return problems.warnings();
  }
}
