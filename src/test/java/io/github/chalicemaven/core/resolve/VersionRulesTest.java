package io.github.chalicemaven.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.ChaliceConfig;
import io.github.chalicemaven.core.app.ConfigScope;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.NotificationSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a version of the pipeline takes, and what it does not. */
class VersionRulesTest {

  private final PipelineSettings settings = new PipelineSettings();

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void chalicesVersionsTakeNoParameterOfV3(String version) {
    settings.pipelineVersion = version;
    settings.pythonVersion = "3.7";
    settings.build = new BuildSettings();
    settings.stages = List.of();
    settings.deployment = new DeploymentSettings();
    settings.notifications = new NotificationSettings();
    settings.tags = Map.of();
    settings.permissionsBoundary = "arn:aws:iam::111122223333:policy/Boundary";
    settings.rolePath = "/pipelines/";
    settings.encryption = "s3";
    settings.executionMode = "queued";
    settings.logRetentionDays = "30";
    settings.artifactRetentionDays = "30";
    settings.mergeTemplate = Path.of("extras.yaml");

    assertThatThrownBy(this::resolve)
        .isInstanceOf(InvalidConfigurationException.class)
        .message()
        .satisfies(
            message ->
                assertThat(message.lines().skip(1))
                    .containsExactly(
                        problem("build"),
                        problem("stages"),
                        problem("deployment"),
                        problem("notifications"),
                        problem("tags"),
                        problem("permissionsBoundary"),
                        problem("rolePath"),
                        problem("encryption"),
                        problem("executionMode"),
                        problem("logRetentionDays"),
                        problem("artifactRetentionDays"),
                        problem("mergeTemplate")));
  }

  @Test
  void v3NeedsAPythonThatItsImageHas() {
    settings.pipelineVersion = "v3";
    settings.pythonVersion = "3.8";

    assertThatThrownBy(this::resolve)
        .hasMessageEndingWith(
            "`3.8`: the v3 pipeline requires Python 3.9 or later. Use a later Python, or"
                + " <pipelineVersion>v2</pipelineVersion>.");

    settings.pythonVersion = "3.9";
    assertThat(resolve().build().image())
        .isEqualTo("aws/codebuild/amazonlinux-x86_64-standard:5.0");
  }

  private static String problem(String parameter) {
    return "  - <"
        + parameter
        + "> is supported only in v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.";
  }

  private Pipeline resolve() {
    Path folder = Path.of("repository").toAbsolutePath();
    settings.appName = "orders";
    ChaliceConfig config = new ChaliceConfig(Optional.empty(), ConfigScope.EMPTY);
    return PipelineResolver.resolve(
        settings,
        ProjectFacts.withoutPom(folder),
        new ChaliceApp(folder, folder, config, Optional.empty()),
        LocalDate.EPOCH,
        new Problems());
  }
}
