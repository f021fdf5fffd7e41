package io.github.chalicemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.deploy.service.Caller;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.FakeStacks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackPartsTest {

  private static final Optional<String> HOME = Optional.of("us-east-1");

  @Test
  void whatLetsThePipelineInComesFirst() {
    List<SupportTemplate> supports =
        List.of(
            SupportTemplate.target("444455556666", "eu-west-1", Values.mapping(), Map.of()),
            SupportTemplate.region("eu-west-1", Optional.of("KeyArnEuWest1"), Values.mapping()));
    assertThat(StackParts.of(supports, "shop", "111122223333", "us-east-1"))
        .containsExactly(
            part("target-444455556666", "shop-target", "444455556666", "eu-west-1"),
            part("region-eu-west-1", "shop-region", "111122223333", "eu-west-1"),
            part("pipeline", "shop", "111122223333", "us-east-1"));
  }

  @Test
  void aPipelineOfOneAccountIsWhereItsCredentialsAre() {
    assertThat(StackParts.of(List.of(), "shop", null, null))
        .containsExactly(Parts.part("pipeline", "shop", null, null));
  }

  @Test
  void aStageGoesWithThePartThatHasItsRoles() {
    V3Pipeline pipeline = V3Settings.pipeline(V3Settings::accountsAndRegions);
    assertThat(
            StageStacks.of(pipeline, part("target-777788889999", "x", "777788889999", "us-east-1")))
        .containsExactly(
            Map.entry(HOME, List.of("ordersProdStack")),
            Map.entry(Optional.of("ap-southeast-1"), List.of("ordersProdAsiaStack")));
    assertThat(StageStacks.of(pipeline, part("pipeline", "x", "111122223333", "us-east-1")))
        .containsExactly(Map.entry(HOME, List.of()));
    assertThat(StageStacks.of(pipeline, part("region-eu-west-1", "x", "111122223333", "eu-west-1")))
        .containsExactly(Map.entry(Optional.of("eu-west-1"), List.of()));
  }

  @Test
  void aStageInAnotherRegionGoesWithThePipeline() {
    assertThat(
            StageStacks.of(
                V3Settings.pipeline(V3Settings::region),
                part("pipeline", "x", "111122223333", "us-east-1")))
        .containsExactly(
            Map.entry(HOME, List.of("ordersBetaStack")),
            Map.entry(Optional.of("eu-west-1"), List.of("ordersEuStack")));
  }

  @Test
  void withoutAnyRegionAllStagesAreWhereTheCredentialsAre() {
    StackPart alone = Parts.part("pipeline", "x", null, null);
    assertThat(StageStacks.of(V3Settings.pipeline(V3Settings::github), alone))
        .containsExactly(
            Map.entry(Optional.empty(), List.of("ordersBetaStack", "ordersProdStack")));
  }

  @Test
  void theAccountMustBeTheExpectedOne() {
    Caller caller = new FakeStacks().caller();
    Parts.part("pipeline", "orders", "123456789012", null).demandAccount(caller);
    Parts.part("pipeline", "orders", null, null).demandAccount(caller);

    assertThatThrownBy(
            () -> Parts.part("pipeline", "orders", "999999999999", null).demandAccount(caller))
        .isInstanceOf(DeploymentException.class)
        .hasMessageContaining("belong to account 123456789012")
        .hasMessageContaining("<account> (-Dchalice.account) is `999999999999`");
  }

  @Test
  void aTargetsAccountIsItsOwn() {
    Caller caller = new FakeStacks().caller();
    Parts.part("target-123456789012", "orders", "123456789012", null).demandAccount(caller);

    assertThatThrownBy(
            () ->
                Parts.part("target-444455556666", "orders", "444455556666", null)
                    .demandAccount(caller))
        .hasMessageContaining("stack orders is in account `444455556666`");
    assertThatThrownBy(
            () ->
                Parts.part("region-eu-west-1", "orders", "999999999999", null)
                    .demandAccount(caller))
        .hasMessageContaining("<account> (-Dchalice.account) is `999999999999`");
  }

  private static StackPart part(String name, String stack, String account, String region) {
    return Parts.part(name, stack, account, region);
  }
}
