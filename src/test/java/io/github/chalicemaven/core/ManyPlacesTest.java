package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many stages as a pipeline can have, in many accounts and regions, are within all quotas. */
class ManyPlacesTest {

  private static final List<String> REGIONS =
      List.of("us-east-1", "eu-west-1", "ap-southeast-1", "us-west-2");

  @TempDir Path repository;

  @Test
  void fortyStagesInSixAccountsAndFourRegions() {
    Generated generated = generate("orders", "/");

    assertThat(generated.supports()).hasSize(6 - 1 + 4 - 1);
    assertSizes(generated);
  }

  @Test
  void longNamesNeedMorePolicies() {
    Generated generated =
        generate("o".repeat(AwsLimits.MAX_APPLICATION_NAME), "/" + "p".repeat(60) + "/");

    assertSizes(generated);
  }

  private static void assertSizes(Generated generated) {
    assertThat(generated.files("pipeline.json"))
        .allSatisfy(
            (name, text) ->
                assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                    .as(name)
                    .isLessThan(AwsLimits.MAX_TEMPLATE_BYTES));
  }

  private Generated generate(String appName, String rolePath) {
    PipelineSettings settings = V3Settings.v3(new PipelineSettings());
    settings.appName = appName;
    settings.appDirectory = repository;
    settings.repositoryDirectory = repository;
    settings.account = "100000000000";
    settings.region = "us-east-1";
    settings.rolePath = rolePath;
    settings.stages = IntStream.range(0, 40).mapToObj(ManyPlacesTest::stage).toList();
    return Generated.of(settings, LocalDate.EPOCH);
  }

  /** Each account has stages in each region. */
  private static StageSettings stage(int number) {
    StageSettings stage = V3Settings.stage("stage-" + number);
    stage.stackName = "orders-" + number;
    stage.account = (number % 6 + 1) + "00000000000";
    stage.region = REGIONS.get(number / 6 % 4);
    stage.tags = Map.of("stage", "number " + number);
    return stage;
  }
}
