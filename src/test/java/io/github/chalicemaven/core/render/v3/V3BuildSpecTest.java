package io.github.chalicemaven.core.render.v3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.buildspec.BuildSpec.Files;
import io.github.chalicemaven.core.buildspec.BuildSpec.Phase;
import io.github.chalicemaven.core.buildspec.BuildSpec.Report;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class V3BuildSpecTest {

  @Test
  void nothingGivenInstallsAndPackages() {
    assertThat(render(V3Settings::v3))
        .isEqualTo(
            new BuildSpec(
                "0.2",
                List.of(
                    new Phase(
                        "install",
                        Optional.of("3.13"),
                        List.of(
                            "export PYENV_VERSION=\"$(pyenv global)\"",
                            "pip install --no-input 'chalice>=1.33.0,<1.34.0'",
                            "pip install --no-input -r requirements.txt")),
                    new Phase(
                        "build",
                        Optional.empty(),
                        List.of(
                            "chalice package --stage beta /tmp/packaged/beta",
                            "aws cloudformation package --template-file"
                                + " /tmp/packaged/beta/sam.json --s3-bucket \"$APP_S3_BUCKET\""
                                + " --kms-key-id \"$APP_KMS_KEY\""
                                + " --output-template-file transformed-beta.yaml"))),
                List.of("transformed-beta.yaml")));
  }

  @Test
  void unitTestsRunInThePhaseAfterWhichReportsAreUploaded() {
    BuildSpec buildSpec = render(V3Settings::github);

    assertThat(buildSpec.phases()).extracting(Phase::name).containsExactly("install", "build");
    assertThat(buildSpec.phases().get(1).commands())
        .startsWith("pytest --junitxml=reports/unit.xml", "cd \"$CODEBUILD_SRC_DIR\"");
    assertThat(buildSpec.report())
        .contains(new Report("unit-tests", new Files("", List.of("reports/unit.xml"))));
  }

  @Test
  void filesLieInTheApplicationsFolder() {
    BuildSpec buildSpec = render(V3Settings::everything);

    assertThat(buildSpec.artifacts())
        .contains(
            new Files(
                "orders",
                List.of(
                    "transformed-beta.yaml",
                    "transformed-production.yaml",
                    "configuration-Beta.json",
                    "configuration-Prod.json")));
    assertThat(buildSpec.report())
        .contains(new Report("unit-tests", new Files("orders", List.of("reports/*.xml"))));
  }

  @Test
  void stagesThatShareAChaliceStageArePackagedOnce() {
    StageSettings eu = V3Settings.stage("eu");
    eu.chaliceStage = "prod";
    StageSettings us = V3Settings.stage("us");
    us.chaliceStage = "prod";

    BuildSpec buildSpec = render(s -> V3Settings.stages(V3Settings.v3(s), eu, us));

    assertThat(buildSpec.phases().get(1).commands())
        .filteredOn(command -> command.startsWith("chalice package"))
        .containsExactly("chalice package --stage prod /tmp/packaged/prod");
    assertThat(buildSpec.artifacts()).contains(new Files("", List.of("transformed-prod.yaml")));
  }

  @ParameterizedTest
  @CsvSource({", false", "none, false", "local, true", "s3, true"})
  void downloadsAreKeptWhereThereIsACache(String cache, boolean kept) {
    BuildSpec buildSpec =
        render(
            settings -> {
              V3Settings.v3(settings);
              settings.build = new BuildSettings();
              settings.build.cache = cache;
            });

    assertThat(buildSpec.cachePaths()).isEqualTo(kept ? List.of("/tmp/pip-cache/**/*") : List.of());
  }

  @Test
  void theKeysOfS3NeedNoArgument() {
    assertThat(render(V3Settings::s3Encryption).phases().get(1).commands())
        .noneMatch(command -> command.contains("--kms-key-id"));
  }

  @ParameterizedTest
  @CsvSource({
    "extras.json, sam.json",
    "extras.yaml, sam.yaml",
    "a b/extras.yml, sam.yaml",
    "yaml, sam.json"
  })
  void theTemplateIsTheOneThatChaliceWrites(String mergeTemplate, String file) {
    BuildSpec buildSpec =
        render(
            settings -> {
              V3Settings.v3(settings);
              settings.build = new BuildSettings();
              settings.build.mergeTemplate = mergeTemplate;
            });

    assertThat(buildSpec.phases().get(1).commands())
        .anyMatch(command -> command.contains("--template-file /tmp/packaged/beta/" + file + " "));
  }

  @Test
  void anImageThatIsNotCodeBuildsIsAskedForItsPython() {
    V3Pipeline pipeline =
        V3Settings.pipeline(
            settings -> {
              V3Settings.github(settings);
              settings.codebuildImage = "python:3.13";
            });

    Phase install = V3BuildSpec.render(pipeline).phases().get(0);
    assertThat(install.python()).isEmpty();
    assertThat(install.commands().get(0)).contains("sys.version_info", "not 3.13.");
    assertThat(V3BuildSpec.tests(pipeline.build(), pipeline.stages().get(0)).phases().get(0))
        .isEqualTo(new Phase("install", Optional.empty(), install.commands().subList(0, 1)));
  }

  @Test
  void testsOfAStageHandNothingOn() {
    V3Pipeline pipeline = V3Settings.pipeline(V3Settings::github);

    BuildSpec tests = V3BuildSpec.tests(pipeline.build(), pipeline.stages().get(0));

    assertThat(tests.artifacts()).isEmpty();
    assertThat(tests.phases().get(0))
        .isEqualTo(
            new Phase(
                "install",
                Optional.of("3.13"),
                List.of("export PYENV_VERSION=\"$(pyenv global)\"")));
    assertThat(tests.phases().get(1).commands())
        .hasSize(5)
        .endsWith("pip install requests", "python smoke.py \"$EndpointURL\"");
  }

  private static BuildSpec render(Consumer<PipelineSettings> settings) {
    return V3BuildSpec.render(V3Settings.pipeline(settings));
  }
}
