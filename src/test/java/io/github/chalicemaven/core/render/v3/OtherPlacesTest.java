package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.V3Settings.stage;
import static io.github.chalicemaven.core.V3Settings.stages;
import static io.github.chalicemaven.core.V3Settings.v3;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.RolesSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What depends on settings in the templates of other accounts and regions; the golden files show
 * the rest.
 */
class OtherPlacesTest {

  private static final String T = "444455556666";

  @Test
  void keysOfS3NeedNoParameterAndNoKeyInAnotherRegion() {
    Rendered rendered =
        render(
            settings -> {
              settings.encryption = "s3";
              inRegion(settings, "eu-west-1");
            });

    assertThat(own(rendered))
        .contains("arn:${AWS::Partition}:kms:eu-west-1:${AWS::AccountId}:alias/aws/s3")
        .doesNotContain("KeyArnEuWest1", "APP_KMS_KEY");
    assertThat(part(rendered, 0)).doesNotContain("AWS::KMS::Key", "KeyArn");
    assertThat(rendered.supports().get(0).keyParameter()).isEmpty();
  }

  @Test
  void aKeyThatExistsIsNamedToAnotherAccount() {
    Rendered rendered =
        render(
            settings -> {
              settings.encryption = V3Settings.KEY_ARN;
              inAccount(settings, T);
            });

    assertThat(part(rendered, 0))
        .contains("\"Resource\": \"" + V3Settings.KEY_ARN + "\"")
        .doesNotContain(":key/*");
  }

  @Test
  void anotherRegionHasAKeyOfItsOwnBesideOneThatExists() {
    Rendered rendered =
        render(
            settings -> {
              settings.encryption = V3Settings.KEY_ARN;
              inRegion(settings, "eu-west-1");
            });

    assertThat(part(rendered, 0)).contains("AWS::KMS::Key").doesNotContain(V3Settings.KEY_ARN);
    assertThat(own(rendered)).contains("KeyArnEuWest1");
  }

  @Test
  void aGivenRoleOfThePipelineIsTrusted() {
    String role = "arn:aws:iam::111122223333:role/platform/Pipeline";
    Rendered rendered =
        render(
            settings -> {
              settings.roles = new RolesSettings();
              settings.roles.pipeline = role;
              inAccount(settings, T);
            });

    assertThat(part(rendered, 0)).contains("\"aws:PrincipalArn\": \"" + role + "\"");
    assertThat(own(rendered)).doesNotContain("NamedCodePipelineRole", "\"RoleName\"");
  }

  @Test
  void aGivenDeploymentRoleOfTheOtherAccountIsOnlyPassed() {
    String role = "arn:aws:iam::" + T + ":role/platform/Deploy";
    Rendered rendered =
        render(
            settings -> {
              inAccount(settings, T);
              settings.stages.get(1).deployment = new DeploymentSettings();
              settings.stages.get(1).deployment.roleArn = role;
            });

    assertThat(part(rendered, 0))
        .contains("ActionRoleProd", "\"Resource\": \"" + role + "\"")
        .doesNotContain("CFNDeploy");
    assertThat(own(rendered)).contains("\"aws:PrincipalArn\": \"" + role + "\"");
  }

  @Test
  void anAdminIsOneInTheOtherAccountOnly() {
    Rendered rendered =
        render(
            settings -> {
              inAccount(settings, T);
              settings.stages.get(1).deployment = new DeploymentSettings();
              settings.stages.get(1).deployment.admin = "true";
              settings.stages.get(1).permissionsBoundary = "arn:aws:iam::" + T + ":policy/Boundary";
            });

    assertThat(part(rendered, 0)).contains("\"Everything\"", "\"KeepBoundary\"");
    assertThat(own(rendered)).doesNotContain("\"Everything\"", "\"KeepBoundary\"");
  }

  @Test
  void stagesSpareEachOtherInTheirAccountOnly() {
    Rendered rendered =
        render(
            settings -> {
              StageSettings first = elsewhere("first", T, "orders");
              StageSettings second = elsewhere("second", T, "orders-two");
              StageSettings other = elsewhere("other", "777788889999", "orders-three");
              stages(settings, first, second, other);
            });

    assertThat(part(rendered, 0))
        .contains("\"SpareOtherStages\"", "role/orders-two-*")
        .doesNotContain("orders-three");
    assertThat(part(rendered, 1)).doesNotContain("\"SpareOtherStages\"");
  }

  @Test
  void oneStageOfChalicesIsPackagedOnceAndUploadedToEachRegion() {
    Rendered rendered =
        render(
            settings -> {
              StageSettings here = stage("here");
              StageSettings there = stage("there");
              here.chaliceStage = "prod";
              there.chaliceStage = "prod";
              there.region = "eu-west-1";
              stages(settings, here, there);
            });

    List<String> commands = commands(rendered);
    assertThat(commands).filteredOn(command -> command.startsWith("chalice package")).hasSize(1);
    assertThat(commands)
        .filteredOn(command -> command.startsWith("aws cloudformation package"))
        .containsExactly(
            "aws cloudformation package --template-file /tmp/packaged/prod/sam.json --s3-bucket"
                + " \"$APP_S3_BUCKET\" --kms-key-id \"$APP_KMS_KEY\" --output-template-file"
                + " transformed-prod.yaml",
            "aws cloudformation package --region eu-west-1 --template-file"
                + " /tmp/packaged/prod/sam.json --s3-bucket \"$APP_S3_BUCKET_EU_WEST_1\""
                + " --kms-key-id \"$APP_KMS_KEY_EU_WEST_1\" --output-template-file"
                + " transformed-prod.There.yaml");
  }

  /** The program that sets a boundary changes the one file that all uploads read. */
  @Test
  void whatHasNoBoundaryIsUploadedFirst() {
    Rendered rendered =
        render(
            settings -> {
              StageSettings bound = elsewhere("bound", T, "orders-bound");
              bound.chaliceStage = "prod";
              bound.permissionsBoundary = "arn:aws:iam::" + T + ":policy/Boundary";
              StageSettings free = stage("free");
              free.chaliceStage = "prod";
              stages(settings, bound, free);
            });

    List<String> commands = commands(rendered);
    assertThat(commands.get(commands.size() - 3)).endsWith("transformed-prod.yaml");
    assertThat(commands.get(commands.size() - 2)).contains("PermissionsBoundary");
    assertThat(commands.get(commands.size() - 1)).endsWith("transformed-prod.Bound.yaml");
  }

  @Test
  void longNamesAreCutAndStayApart() {
    V3Pipeline pipeline =
        V3Settings.pipeline(
            settings -> {
              settings.appName = "a".repeat(AwsLimits.MAX_APPLICATION_NAME);
              home(settings);
              stages(
                  settings,
                  elsewhere("production-of-the-first-unit", T, "first"),
                  elsewhere("production-of-the-second-unit", T, "second"));
            });
    FixedNames names = new FixedNames(pipeline);
    Stage first = pipeline.stages().get(0);
    Stage second = pipeline.stages().get(1);

    assertThat(
            List.of(
                names.actionRole(first),
                names.actionRole(second),
                names.deployRole(first),
                names.deployRole(second),
                names.pipelineRole()))
        .doesNotHaveDuplicates()
        .allMatch(name -> AwsLimits.IAM_ROLE.matcher(name).matches());
    assertThat(
            List.of(
                names.artifactBucket("ap-southeast-1"),
                names.applicationBucket("ap-southeast-1"),
                names.logBucket("ap-southeast-1")))
        .doesNotHaveDuplicates()
        .allMatch(name -> AwsLimits.BUCKET.matcher(name).matches())
        .allMatch(name -> name.endsWith("-111122223333-ap-southeast-1"));
  }

  private static StageSettings elsewhere(String name, String account, String stackName) {
    StageSettings stage = stage(name);
    stage.account = account;
    stage.stackName = stackName;
    return stage;
  }

  private static void inAccount(PipelineSettings settings, String account) {
    settings.stages.get(1).account = account;
  }

  private static void inRegion(PipelineSettings settings, String region) {
    settings.stages.get(1).region = region;
  }

  private static void home(PipelineSettings settings) {
    v3(settings);
    settings.account = "111122223333";
    settings.region = "us-east-1";
  }

  private static Rendered render(Consumer<PipelineSettings> given) {
    return V3Template.render(
        V3Settings.pipeline(
            settings -> {
              home(settings);
              stages(settings, stage("beta"), stage("prod"));
              given.accept(settings);
            }));
  }

  /** The commands of all phases of the build. */
  private static List<String> commands(Rendered rendered) {
    Value.Mapping phases = rendered.buildSpec().content().mapping("phases");
    return phases.entries().keySet().stream()
        .flatMap(name -> phases.mapping(name).texts("commands").stream())
        .toList();
  }

  private static String own(Rendered rendered) {
    return DocumentFormat.JSON.render(rendered.template());
  }

  private static String part(Rendered rendered, int index) {
    SupportTemplate part = rendered.supports().get(index);
    return DocumentFormat.JSON.render(part.template());
  }
}
