package io.github.chalicemaven.core.verify;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.render.v3.V3Template;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Findings that valid settings cause by their number or length. */
class PipelineVerifierTest {

  @Test
  void policiesOfManyStagesAreSplit() {
    Rendered rendered =
        render(
            settings ->
                V3Settings.stages(
                    settings,
                    IntStream.range(0, 20)
                        .mapToObj(PipelineVerifierTest::stage)
                        .toArray(StageSettings[]::new)));

    assertThatCode(() -> PipelineGenerator.verify(rendered, Path.of("pipeline.json")))
        .doesNotThrowAnyException();
  }

  @Test
  void onePolicyTooManyOfARoleIsNamed() {
    assertFinding(
        settings -> {
          settings.deployment = new DeploymentSettings();
          settings.deployment.managedPolicyArns =
              IntStream.range(0, 8).mapToObj(i -> "arn:aws:iam::aws:policy/P" + i).toList();
          settings.deployment.apiGatewayRoleArns =
              IntStream.range(0, 10)
                  .mapToObj(i -> "arn:aws:iam::111122223333:role/" + "a".repeat(400) + i)
                  .toList();
        },
        "Resources.CFNDeployRole: the role has 11 managed policies, more than the limit of 10. Use"
            + " fewer or shorter elements in <deployment> and <stages>, or fewer roles in .chalice/config.json.");
  }

  @Test
  void manySecretsOfTheBuildAreNamedForTheirPolicy() {
    assertFinding(
        settings -> {
          settings.build = new BuildSettings();
          settings.build.environmentVariables =
              IntStream.range(0, 90)
                  .mapToObj(i -> V3Settings.variable("V" + i, null, null, "a-long-secret-" + i))
                  .toList();
        },
        " characters, more than the limit of 6144. Use fewer or shorter elements in <build>.");
  }

  @Test
  void manyCommandsAreNamedForTheSizeOfTheTemplate() {
    assertFinding(
        settings -> {
          settings.build = new BuildSettings();
          settings.build.testCommands = Collections.nCopies(400, "x".repeat(4_000));
        },
        " bytes, more than the 1000000 that CloudFormation allows. Use fewer or shorter elements in"
            + " <build> and <stages>.");
  }

  @Test
  void aWrongTextOfTheBuildSpecificationIsFoundOnceInTheTemplateAndInAFile() {
    assertFinding(
        misread(render(settings -> {})),
        "Resources.AppPackageBuild.Properties.Source.BuildSpec: buildspec.yml: when read back, the"
            + " text differs from the generated value. Use fewer or shorter elements in <build>.");
    assertFinding(
        misread(
            render(
                settings ->
                    settings.buildspecFile = settings.repositoryDirectory.resolve("spec.yml"))),
        "buildspec.yml: when read back, the text differs from the generated value. Use fewer or"
            + " shorter elements in <build> and <stages>.");
  }

  /** The same with another text of the build specification. */
  private static Rendered misread(Rendered rendered) {
    Value.Embedded other = new Value.Embedded(rendered.buildSpec().content(), "version: '0.3'\n");
    Value.Mapping template =
        (Value.Mapping) replaced(rendered.template(), rendered.buildSpec(), other);
    return new Rendered(template, Optional.empty(), template, other, Map.of(), List.of());
  }

  private static Value replaced(Value value, Value old, Value other) {
    if (value instanceof Value.Mapping mapping) {
      Map<String, Value> entries = new LinkedHashMap<>(mapping.entries());
      entries.replaceAll((key, entry) -> replaced(entry, old, other));
      return new Value.Mapping(entries);
    }
    return value == old ? other : value;
  }

  private static StageSettings stage(int number) {
    StageSettings stage = V3Settings.stage("environment-number-" + number);
    stage.testCommands = List.of("pytest");
    stage.stackName = "a".repeat(120) + number;
    return stage;
  }

  private static Rendered render(Consumer<PipelineSettings> given) {
    return V3Template.render(
        V3Settings.pipeline(settings -> given.accept(V3Settings.v3(settings))));
  }

  private static void assertFinding(Consumer<PipelineSettings> given, String sentence) {
    assertFinding(render(given), sentence);
  }

  private static void assertFinding(Rendered rendered, String sentence) {
    assertThatThrownBy(() -> PipelineGenerator.verify(rendered, Path.of("pipeline.json")))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageStartingWith("1 problem, nothing was written:\n  - The template is not valid: ")
        .hasMessageEndingWith(sentence);
  }
}
