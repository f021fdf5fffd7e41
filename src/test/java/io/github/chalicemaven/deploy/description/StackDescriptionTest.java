package io.github.chalicemaven.deploy.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.deploy.service.AwsServices;
import io.github.chalicemaven.deploy.service.ConnectionService;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.FakeStacks;
import io.github.chalicemaven.deploy.service.PipelineService;
import io.github.chalicemaven.deploy.service.SecretService;
import io.github.chalicemaven.deploy.service.SpokenLines;
import io.github.chalicemaven.deploy.service.StackResource;
import io.github.chalicemaven.deploy.service.StackService;
import io.github.chalicemaven.deploy.service.StackStatus;
import io.github.chalicemaven.deploy.service.TemplateBucket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackDescriptionTest {

  private static final String STATE =
      """
      {"pipelineName": "ordersPipeline", "created": 1.7E9, "stageStates": [
        {"stageName": "Source", "latestExecution": {"status": "Failed"}, "actionStates": [
          {"actionName": "Checkout", "latestExecution": {"status": "Failed", "errorDetails":
            {"code": "x", "message": "Unable to use Connection: arn:c"}}},
          {"actionName": "Other"}]},
        {"stageName": "Build", "actionStates": []}]}
      """;

  private final FakeStacks stacks = new FakeStacks();
  private final SpokenLines dialog = SpokenLines.batch();

  @Test
  void tellsOfStackAndStages() {
    stacks.found(StackStatus.UPDATE_COMPLETE);
    stacks.resources.add(
        new StackResource("P", "ordersPipeline", "AWS::CodePipeline::Pipeline", "x"));

    assertThat(describe(name -> STATE).orElseThrow().lines())
        .containsExactly(
            "Stack orders: UPDATE_COMPLETE",
            "Pipeline ordersPipeline: https://eu-west-1.console.aws.amazon.com/codesuite/"
                + "codepipeline/pipelines/ordersPipeline/view?region=eu-west-1",
            "  Stage Source: Failed",
            "    Checkout: Unable to use Connection: arn:c. Hint: the connection is pending; complete"
                + " it in the console (Developer Tools, Settings, Connections).",
            "  Stage Build: NotStarted");
  }

  @Test
  void theDocumentSaysTheSame() {
    stacks.found(StackStatus.UPDATE_COMPLETE);
    stacks.resources.add(
        new StackResource("P", "ordersPipeline", "AWS::CodePipeline::Pipeline", "x"));

    assertThat(describe(name -> STATE).orElseThrow().json())
        .startsWith(
            """
            {
              "stackName": "orders",
              "stackId": "%s",
              "status": "UPDATE_COMPLETE",
              "reason": "",
              "terminationProtection": false,
              "drifted": false,
              "outputs": {},
              "pipeline": "ordersPipeline",
              "page": "https://eu-west-1.console.aws"""
                .formatted(FakeStacks.ID))
        .endsWith(
            """
                {
                  "name": "Build",
                  "status": "NotStarted",
                  "errors": []
                }
              ]
            }
            """);
  }

  @Test
  void theDocumentOfAnotherPartHasNoPipeline() {
    stacks.found(StackStatus.UPDATE_COMPLETE);

    assertThat(describe(name -> STATE).orElseThrow().json())
        .doesNotContain("pipeline")
        .doesNotContain("page")
        .contains("\"stages\": []");
  }

  @Test
  void whatCodePipelineRefusesIsAWarning() {
    stacks.found(StackStatus.UPDATE_COMPLETE);
    stacks.resources.add(
        new StackResource("P", "ordersPipeline", "AWS::CodePipeline::Pipeline", "x"));

    StackDescription description =
        describe(
                name -> {
                  throw new DeploymentException("denied");
                })
            .orElseThrow();

    assertThat(description.state()).isEmpty();
    assertThat(dialog.lines()).containsExactly("WARNING denied");
  }

  @Test
  void aStackThatIsNotThereIsNotDescribed() {
    stacks.none();

    assertThat(describe(name -> STATE)).isEmpty();
  }

  private Optional<StackDescription> describe(PipelineService pipelines) {
    AwsServices aws =
        new AwsServices() {
          @Override
          public StackService stacks() {
            return stacks;
          }

          @Override
          public TemplateBucket templateBucket() {
            throw new UnsupportedOperationException();
          }

          @Override
          public SecretService secrets() {
            throw new UnsupportedOperationException();
          }

          @Override
          public PipelineService pipelines() {
            return pipelines;
          }

          @Override
          public ConnectionService connections() {
            throw new IllegalStateException("not asked for");
          }

          @Override
          public void close() {}
        };
    return StackDescription.of(aws, "orders", "eu-west-1", dialog);
  }
}
