package io.github.chalicemaven.deploy.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.deploy.service.ConnectionService;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.FakeStacks;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackResource;
import io.github.chalicemaven.deploy.service.StackStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextStepsTest {

  private static final String PAGE =
      "https://eu-west-1.console.aws.amazon.com/codesuite/settings/connections?region=eu-west-1";

  @Test
  void namesConnectionRepositoryAndPipeline() {
    assertThat(steps(arn -> "{\"Connection\": {\"ConnectionStatus\": \"PENDING\"}}"))
        .containsExactly(
            "Complete the connection arn:c, which is PENDING: " + PAGE,
            "Push the application to https://git.example.com/orders",
            "The pipeline: https://eu-west-1.console.aws.amazon.com/codesuite/codepipeline/pipelines/"
                + "ordersPipeline/view?region=eu-west-1");
  }

  @Test
  void aCompleteConnectionNeedsNothing() {
    assertThat(steps(arn -> "{\"Connection\": {\"ConnectionStatus\": \"AVAILABLE\"}}"))
        .noneMatch(step -> step.contains("arn:c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "<html>"})
  void aConnectionThatNobodyKnowsOfMayBePending(String answer) {
    assertThat(steps(arn -> answer))
        .contains("Complete the connection arn:c if it is pending: " + PAGE);
  }

  @Test
  void whoMayNotAskIsToldToLook() {
    assertThat(
            steps(
                arn -> {
                  throw new DeploymentException("denied");
                }))
        .contains("Complete the connection arn:c if it is pending: " + PAGE);
  }

  private static List<String> steps(ConnectionService connections) {
    Stack stack =
        FakeStacks.stack(
            StackStatus.CREATE_COMPLETE, Map.of("SourceRepoURL", "https://git.example.com/orders"));
    List<StackResource> resources =
        List.of(
            new StackResource("C", "arn:c", "AWS::CodeConnections::Connection", "CREATE_COMPLETE"),
            new StackResource("P", "ordersPipeline", "AWS::CodePipeline::Pipeline", "x"));
    return NextSteps.of(stack, resources, "eu-west-1", connections);
  }

  @Test
  void eachPartitionHasItsConsole() {
    assertThat(ConsolePages.pipeline("cn-north-1", "p"))
        .startsWith("https://cn-north-1.console.amazonaws.cn/");
    assertThat(ConsolePages.pipeline("us-gov-west-1", "p"))
        .startsWith("https://us-gov-west-1.console.amazonaws-us-gov.com/");
  }
}
