package io.github.chalicemaven.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.pipeline.BuildOptions.PipIndex;
import io.github.chalicemaven.core.pipeline.BuildOptions.Variable;
import io.github.chalicemaven.core.pipeline.BuildOptions.Vpc;
import io.github.chalicemaven.core.pipeline.Deployment;
import io.github.chalicemaven.core.pipeline.Gates;
import io.github.chalicemaven.core.pipeline.GivenRoles;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.TestEnvironment;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.AlarmSettings;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.RolesSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import io.github.chalicemaven.core.settings.TestEnvironmentSettings;
import io.github.chalicemaven.core.settings.VpcSettings;
import io.github.chalicemaven.core.settings.WindowSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform team sets: a key, roles, networks, tags and gates of its own. */
class PlatformSettingsTest {

  @Test
  void everythingGivenIsTaken() {
    V3Pipeline pipeline = V3Settings.pipeline(V3Settings::platform);
    Stage beta = pipeline.stages().get(0);
    Stage prod = pipeline.stages().get(1);

    assertThat(pipeline.options().customerKey()).isTrue();
    assertThat(pipeline.options().keyArn()).contains(V3Settings.KEY_ARN);
    assertThat(pipeline.options().roles())
        .isEqualTo(
            new GivenRoles(
                Optional.of("arn:aws:iam::111122223333:role/platform/Pipeline"),
                Optional.of("arn:aws:iam::111122223333:role/platform/Build"),
                Optional.empty()));
    assertThat(prod.gates())
        .isEqualTo(
            new Gates(
                Optional.of(new Gates.Window("* * 9-16 ? * MON-THU", Optional.of("Europe/Berlin"))),
                Optional.of(new Stage.Alarm("orders errors", 20))));
    assertThat(prod.testEnvironment())
        .isEqualTo(
            new TestEnvironment(
                Optional.of(
                    new Vpc(
                        "vpc-0a1b2c3d",
                        List.of("subnet-0a1b2c3d", "subnet-4e5f6a7b"),
                        List.of("sg-0a1b2c3d"))),
                List.of(
                    new Variable("API_KEY", Variable.Type.SECRETS_MANAGER, "orders/api:key"),
                    new Variable("MODE", Variable.Type.PLAINTEXT, "x")),
                Optional.of(new PipIndex("acme", Optional.of("444455556666"), "python")),
                List.of("pip install pytest requests")));
    assertThat(beta.gates()).isEqualTo(Gates.NONE);
    assertThat(beta.testEnvironment()).isEqualTo(TestEnvironment.NONE);
  }

  @Test
  void aStagesDeploymentTakesThePlaceOfThatOfAllStages() {
    V3Pipeline pipeline = V3Settings.pipeline(V3Settings::platform);

    assertThat(pipeline.deployment(pipeline.stages().get(0)).managedPolicyArns())
        .containsExactly("arn:aws:iam::111122223333:policy/Tables");
    assertThat(pipeline.deployment(pipeline.stages().get(1)))
        .isEqualTo(
            new Deployment(
                List.of(),
                List.of(),
                Optional.of("arn:aws:iam::111122223333:role/platform/Deploy"),
                false));
  }

  @Test
  void aStagesTagsComeBeforeThoseOfAllStages() {
    assertThat(V3Settings.pipeline(V3Settings::platform).stages())
        .extracting(Stage::tags)
        .containsExactly(
            Map.of("cost-center", "4711", "team", "shop @ home"),
            Map.of(
                "cost-center",
                "4711",
                "team",
                "operations",
                "stage",
                "prod",
                "acme:unit/eu west",
                "7"));
  }

  @Test
  void allProblemsAreFoundAtOnce() {
    assertThat(
            found(
                settings -> {
                  settings.encryption = "alias/orders";
                  settings.roles = new RolesSettings();
                  settings.roles.build = "build";
                  StageSettings prod = settings.stages.get(0);
                  prod.deployment = new DeploymentSettings();
                  prod.deployment.roleArn = "deploy";
                  prod.window = new WindowSettings();
                  prod.window.timeZone = "Berlin";
                  prod.healthyAlarm = new AlarmSettings();
                  prod.testEnvironment = new TestEnvironmentSettings();
                  prod.testEnvironment.vpc = new VpcSettings();
                  prod.testEnvironment.environmentVariables =
                      List.of(V3Settings.variable("STACK_NAME", "x", null, null));
                  prod.tags = Map.of("aws:stage", "prod");
                }))
        .anySatisfy(p -> assertThat(p).startsWith("<encryption>").contains("`alias/orders`", "ARN"))
        .anySatisfy(p -> assertThat(p).contains("<roles><build>").contains("ARN of an IAM role"))
        .anySatisfy(p -> assertThat(p).contains("name=\"prod\"><deployment><roleArn>"))
        .anySatisfy(p -> assertThat(p).contains("<window><cron> is missing"))
        .anySatisfy(p -> assertThat(p).contains("<window><timeZone>"))
        .anySatisfy(p -> assertThat(p).contains("<healthyAlarm><name> is missing"))
        .anySatisfy(p -> assertThat(p).contains("<testEnvironment> is for tests"))
        .anySatisfy(p -> assertThat(p).contains("<testEnvironment><vpc><vpcId> is missing"))
        .anySatisfy(p -> assertThat(p).contains("sets this variable itself"))
        .anySatisfy(p -> assertThat(p).contains("name=\"prod\"><tags>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * 9-16 ? * MON-THU",
        "* * * * * ?",
        "* 0/15 8,10-12 L-3 jan-JUN ? 2030-2040",
        "* */10 22 15W JAN,DEC ? *",
        "* 0 0 ? * 6#3",
        "* 0 0 LW * ?",
        "* 0 0 ? * 6L"
      })
  void aWindowIsAnyOfCodePipelinesExpressions(String cron) {
    assertThat(found(settings -> window(settings, cron))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0 9 * * 1-5",
        "0 * 9-16 ? * MON-THU",
        "* * 9-24 ? * MON",
        "* 60 9 ? * MON",
        "* * 9 32 * ?",
        "* * 9 ? 1 MON",
        "* * 9 ? JAN-2 MON",
        "* * 9 ? * MON-FUN",
        "* * 9 ? * 6#6",
        "* * 9 ? * ?",
        "* * 9 * * MON",
        "* * 9  ? * MON",
        "* * 9 ? * MON 2030 x",
        "${cron}"
      })
  void anyOtherExpressionIsAProblem(String cron) {
    assertThat(found(settings -> window(settings, cron)))
        .singleElement()
        .asString()
        .startsWith("<stages><stage name=\"prod\"><window><cron>")
        .contains("six fields of CodePipeline");
  }

  @Test
  void anAlarmThatIsCheckedBeforeAWindowOpensIsAWarning() {
    assertThat(V3Settings.warnings(V3Settings::platform))
        .anySatisfy(
            warning ->
                assertThat(warning).contains("name=\"prod\">: CodePipeline checks <healthyAlarm>"));
  }

  @Test
  void notesSayWhatAKeyAndRolesNeed() {
    Problems problems = V3Settings.problems(V3Settings::platform);

    assertThat(problems.notes())
        .anySatisfy(
            note -> assertThat(note).contains(V3Settings.KEY_ARN).contains("CloudWatch Logs"))
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("CodePipelineAccessArn to arn:aws:iam::111122223333:role/platform/"))
        .anySatisfy(note -> assertThat(note).contains("CodeBuildAccessArn"))
        .noneSatisfy(note -> assertThat(note).contains("StageTestAccess"));
  }

  @Test
  void tagsOfAllStagesAndOfOneAreFortyAtMost() {
    assertThat(
            found(
                settings -> {
                  settings.tags = tags("all", 30);
                  settings.stages.get(0).tags = tags("own", 11);
                }))
        .containsExactly(
            "<stages><stage name=\"prod\"><tags> has 41 tags, together with those of all stages."
                + " Use at most 40.");
  }

  private static Map<String, String> tags(String key, int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> key + i, String::valueOf));
  }

  private static void window(PipelineSettings settings, String cron) {
    WindowSettings window = new WindowSettings();
    window.cron = cron;
    settings.stages.get(0).window = window;
  }

  private static List<String> found(Consumer<PipelineSettings> more) {
    Problems problems = new Problems();
    try {
      V3Settings.pipeline(
          settings -> {
            V3Settings.stages(V3Settings.v3(settings), V3Settings.stage("prod"));
            more.accept(settings);
          },
          problems);
    } catch (InvalidConfigurationException e) {
      assertThat(problems.found()).isNotEmpty();
    }
    return problems.found();
  }
}
