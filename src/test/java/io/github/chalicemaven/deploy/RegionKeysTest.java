package io.github.chalicemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.FakeStacks;
import io.github.chalicemaven.deploy.service.SpokenLines;
import io.github.chalicemaven.deploy.service.StackStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegionKeysTest {

  private static final String ARN = "arn:aws:kms:eu-west-1:111122223333:key/k";

  private static final SupportTemplate REGION =
      SupportTemplate.region("eu-west-1", Optional.of("KeyArnEuWest1"), Values.mapping());
  private static final SupportTemplate TARGET =
      SupportTemplate.target("444455556666", "eu-west-1", Values.mapping(), Map.of());

  private final DeploymentPlan plan =
      new DeploymentPlan(
          StackParts.of(List.of(TARGET, REGION), "orders-pipeline", "111122223333", "eu-central-1"),
          Map.of(),
          StackPart::name);
  private final FakeStacks stacks = new FakeStacks();
  private final SpokenLines dialog = SpokenLines.batch();

  @Test
  void theKeyOfARegionIsAnOutputOfItsStack() {
    RegionKeys keys = keys(Set.of());
    assertThat(keys.placeholders()).containsExactly(Map.entry("KeyArnEuWest1", ""));
    assertThat(keys.unread())
        .extracting(step -> step.part().stackName())
        .containsExactly("orders-pipeline-region");

    stacks.name = "orders-pipeline-region";
    stacks.found.add(
        Optional.of(FakeStacks.stack(StackStatus.CREATE_COMPLETE, Map.of("KeyArn", ARN))));
    keys.read(keys.unread().get(0), stacks);

    assertThat(keys.unread()).isEmpty();
    assertThat(keys.values()).containsExactly(Map.entry("KeyArnEuWest1", ARN));
    assertThat(keys.waits(false, dialog)).isFalse();
  }

  @Test
  void otherPartsHaveNoKey() {
    RegionKeys keys = keys(Set.of());
    stacks.name = "orders-pipeline-target";
    stacks.found.add(
        Optional.of(FakeStacks.stack(StackStatus.CREATE_COMPLETE, Map.of("KeyArn", ARN))));
    keys.read(plan.steps("target-444455556666", new Problems()).get(0), stacks);
    assertThat(keys.values()).isEmpty();
  }

  @Test
  void aKeyThatTheUserGivesIsNotLookedFor() {
    RegionKeys keys = keys(Set.of("KeyArnEuWest1"));
    assertThat(keys.placeholders()).isEmpty();
    assertThat(keys.unread()).isEmpty();
  }

  @Test
  void withoutTheStackThePipelineIsNotDeployed() {
    RegionKeys keys = keys(Set.of());
    stacks.none();
    keys.read(keys.unread().get(0), stacks);

    assertThatThrownBy(() -> keys.waits(false, dialog))
        .isInstanceOf(DeploymentException.class)
        .hasMessage(
            "the pipeline needs the key of region eu-west-1, but stack"
                + " orders-pipeline-region, which creates it, does not exist yet. Deploy it first:"
                + " -Dchalice.part=region-eu-west-1");
  }

  @Test
  void aDryRunShowsWhatItCan() {
    assertThat(keys(Set.of()).waits(true, dialog)).isTrue();
    assertThat(dialog.lines())
        .containsExactly(
            "WARNING The pipeline's change set cannot be shown: the pipeline needs the key of region"
                + " eu-west-1, but stack orders-pipeline-region, which creates it, does not exist yet.");
  }

  private RegionKeys keys(Set<String> given) {
    return new RegionKeys(plan, List.of(TARGET, REGION), given);
  }
}
