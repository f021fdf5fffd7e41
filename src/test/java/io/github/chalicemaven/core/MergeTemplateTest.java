package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a fragment of the user's. What is right is in the golden files. */
class MergeTemplateTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{Resources: {AppPipeline: {Type: AWS::SNS::Topic}}}"
            + "| Resources.AppPipeline.Type would change the type of a resource of the pipeline.",
        "{Resources: {AppPipeline: {Properties: {Stages: none}}}}|"
            + " Resources.AppPipeline.Properties.Stages would replace what the pipeline has there.",
        "{Resources: {AppPackageBuild: {Properties: {Environment: !Ref X}}}}"
            + "| Resources.AppPackageBuild.Properties.Environment would replace what the pipeline"
            + " has there."
      })
  void aClashIsAProblem(String fragment, String clash) {
    assertProblem(
        fragment,
        "<mergeTemplate> (-Dchalice.mergeTemplate) is `"
            + folder.resolve("extras.yaml")
            + "`: "
            + clash
            + " A fragment can add entries, set single values and append to lists. Use another"
            + " logical ID or property.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{Resource: {T: {Type: AWS::SNS::Topic}}} | Resource: this is not a section of a template.",
        "{resources: {}} | resources: this is not a section of a template. Use one of AWSTemplate",
        "{Outputs: {Topic: {Description: Mine}}} | Outputs.Topic: it has no `Value`. Add one.",
        "{Outputs: {Topic: {Value: a, Exports: {Name: b}}}} | Outputs.Topic.Exports: this is not a"
            + " key of an entry of Outputs. Use one of Condition, Description, Export, Value.",
        "{Parameters: {Topic: {Default: a}}, Outputs: {T: {Value: !Ref Topic}}} | Parameters.Topic: it has no `Type`. Add one.",
        "{Resources: {T: {Type: AWS::SNS::Topic, Propertys: {}}}} | Resources.T.Propertys: this is"
            + " not a key",
        "{Outputs: {Topic: {Value: !Ref NoSuchTopic}}} | Outputs.Topic.Value: Ref refers to",
        "{Resources: {AppPipeline: {Properties: {Stages: [{Name: Audit}]}}}}"
            + "| Resources.AppPipeline.Properties.Stages[0]: a stage must have 1 to 50 actions",
        "{Resources: {AppPackageBuild: {Properties: {Environment: {EnvironmentVariables: [{Name:"
            + " TABLE, Value: !Ref Orders}]}}}}}|"
            + " Resources.AppPackageBuild.Properties.Environment.EnvironmentVariables[0].Value: Ref"
      })
  void whatDoesNotWorkIsToldByItsPlaceInTheFragment(String fragment, String problem) {
    assertProblem(
        fragment,
        "<mergeTemplate> (-Dchalice.mergeTemplate) is `"
            + folder.resolve("extras.yaml")
            + "`: "
            + problem);
  }

  @Test
  void whatTheFragmentSpoilsElsewhereIsToldByItsPlaceInTheTemplate() {
    assertProblem(
        "{Resources: {CodeBuildRole: {DependsOn: AppPackageBuild}}}",
        "<mergeTemplate> (-Dchalice.mergeTemplate) is `"
            + folder.resolve("extras.yaml")
            + "`: with this fragment, the template is not valid: Resources.AppPackageBuild: the"
            + " resources depend on each other: AppPackageBuild -> CodeBuildRole ->"
            + " AppPackageBuild.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- a | : the document is not a mapping of keys to values",
        "{Resources: {A: !Reff B}} | : !Reff is not a CloudFormation function",
        "{Resources: {A: {}, A: {}}} | : the key `A` occurs twice"
      })
  void whatIsNoFragmentIsAProblem(String fragment, String problem) {
    assertProblem(
        fragment,
        "<mergeTemplate> (-Dchalice.mergeTemplate): "
            + folder.resolve("extras.yaml")
            + ", line 1, column ");
    assertProblem(fragment, problem);
  }

  @Test
  void aMissingFileIsAProblem() {
    PipelineSettings settings = settings();
    settings.mergeTemplate = folder.resolve("missing.yaml");

    assertThatThrownBy(() -> Generated.of(settings, LocalDate.EPOCH))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageStartingWith("1 problem, nothing was written:")
        .hasMessageEndingWith(
            "<mergeTemplate> (-Dchalice.mergeTemplate): "
                + settings.mergeTemplate
                + " does not exist. Expected a template fragment.");
  }

  private void assertProblem(String fragment, String problem) {
    PipelineSettings settings = settings();
    settings.mergeTemplate = folder.resolve("extras.yaml");

    assertThatThrownBy(
            () -> {
              Files.writeString(settings.mergeTemplate, fragment);
              Generated.of(settings, LocalDate.EPOCH);
            })
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageStartingWith("1 problem, nothing was written:")
        .hasMessageContaining(problem);
  }

  private PipelineSettings settings() {
    PipelineSettings settings = new PipelineSettings();
    settings.appName = "orders";
    settings.appDirectory = folder;
    return V3Settings.v3(settings);
  }
}
