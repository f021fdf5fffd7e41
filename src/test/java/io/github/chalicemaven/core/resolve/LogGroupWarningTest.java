package io.github.chalicemaven.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.BuildSettings;
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

class LogGroupWarningTest {

  @TempDir Path folder;

  private final PipelineSettings settings = V3Settings.v3(new PipelineSettings());

  @BeforeEach
  void makeAnApplication() throws IOException {
    V3Settings.stages(settings, V3Settings.stage("beta"), V3Settings.stage("prod"));
    Files.createDirectory(folder.resolve(".chalice"));
    Files.writeString(folder.resolve("app.py"), "@app.route('/')\ndef index(): pass\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"log_retention_in_days\": 7|beta, prod",
        "\"stages\": {\"prod\": {\"log_retention_in_days\": 7}}|prod",
        "\"lambda_functions\": {\"api_handler\": {\"log_retention_in_days\": 7}}|beta, prod",
        "\"lambda_functions\": {\"other\": {\"log_retention_in_days\": 7}}|",
        "\"stages\": {\"dev\": {\"log_retention_in_days\": 7}}|"
      })
  void theLogGroupOfARestApiIsToldOfWithItsStages(String config, String stages) throws IOException {
    configure(config);

    assertThat(warned())
        .isEqualTo(
            stages == null
                ? ""
                : "log_retention_in_days in .chalice/config.json (stages "
                    + stages
                    + "): for an application with a REST API, Chalice 1.33 creates a template"
                    + " that CloudFormation refuses, because its ApiHandlerLogGroup refers to"
                    + " ApiHandler instead of APIHandler. Give it the LogGroupName {\"Fn::Sub\":"
                    + " \"/aws/lambda/${APIHandler}\"} in a template for v3's"
                    + " <build><mergeTemplate>, or remove the setting.");
  }

  @Test
  void v2PackagesTheStageDev() throws IOException {
    settings.pipelineVersion = "v2";
    settings.stages = null;

    configure("\"stages\": {\"dev\": {\"log_retention_in_days\": 7}}");
    assertThat(warned()).contains("(stages dev)");

    configure("\"stages\": {\"beta\": {\"log_retention_in_days\": 7}}");
    assertThat(warned()).isEmpty();
  }

  @Test
  void anApplicationWithoutARestApiHasNoSuchLogGroup() throws IOException {
    configure("\"log_retention_in_days\": 7");
    Files.writeString(folder.resolve("app.py"), "@app.schedule('rate(1 hour)')\n");

    assertThat(warned()).isEmpty();
  }

  @Test
  void aMergedTemplateMendsIt() throws IOException {
    configure("\"log_retention_in_days\": 7");
    settings.build = new BuildSettings();
    settings.build.mergeTemplate = "extras.json";
    Files.writeString(
        folder.resolve("extras.json"),
        "{\"Resources\": {\"ApiHandlerLogGroup\": {\"Properties\": {\"LogGroupName\": {\"Fn::Sub\":"
            + " \"/aws/lambda/${APIHandler}\"}}}}}");
    assertThat(warned()).isEmpty();

    Files.writeString(folder.resolve("extras.json"), "{}");
    assertThat(warned()).isNotEmpty();
  }

  private void configure(String config) throws IOException {
    Files.writeString(folder.resolve(".chalice/config.json"), "{" + config + "}");
  }

  private String warned() {
    settings.appName = "orders";
    settings.appDirectory = folder;
    Problems problems = new Problems();
    ChaliceApp app = ChaliceApp.read(folder, folder, folder, problems);
    PipelineResolver.resolve(
        settings, ProjectFacts.withoutPom(folder), app, LocalDate.EPOCH, problems);
    return problems.warnings().stream()
        .filter(text -> text.startsWith("log_retention"))
        .findFirst()
        .orElse("");
  }
}
