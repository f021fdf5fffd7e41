package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.TemplateAssert.assertThat;
import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static io.github.chalicemaven.core.cloudformation.Values.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.BuildSource;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.RolesSettings;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A key, roles, networks, tags and gates of a platform team's own. */
class PlatformTemplateTest {

  private static final String PIPELINE_ROLE = "arn:aws:iam::111122223333:role/platform/Pipeline";
  private static final String BUILD_ROLE = "arn:aws:iam::111122223333:role/platform/Build";

  private final Template template = render(V3Settings::platform);

  @Test
  void aGivenKeyEncryptsEverythingAndIsNotMadeAgain() {
    assertThat(template.resources()).doesNotContainKey(Encryption.KEY);
    assertThat(json(template))
        .contains("\"KMSMasterKeyID\": \"" + V3Settings.KEY_ARN)
        .contains("\"KmsKeyId\": \"" + V3Settings.KEY_ARN)
        .contains("\"KmsMasterKeyId\": \"" + V3Settings.KEY_ARN)
        .contains("\"EncryptionKey\": \"" + V3Settings.KEY_ARN)
        .contains("\"Resource\": \"" + V3Settings.KEY_ARN)
        .doesNotContain(Encryption.KEY);
  }

  @Test
  void givenRolesAreUsedAndNotChanged() {
    assertThat(template)
        .hasResource("AWS::CodePipeline::Pipeline", "RoleArn", PIPELINE_ROLE)
        .hasResource("AWS::CodeBuild::Project", "Name", "ordersBuild", "ServiceRole", BUILD_ROLE)
        .hasOutput("CodePipelineRoleArn", Values.of(PIPELINE_ROLE))
        .hasOutput("CodeBuildRoleArn", Values.of(BUILD_ROLE))
        .hasOutput("CodePipelineAccessArn", ref("CodePipelineAccess"))
        .hasOutput("CodeBuildAccessArn", ref("CodeBuildAccess"));
    assertThat(template.resources()).doesNotContainKeys("CodePipelineRole", "CodeBuildRole");
    for (String policy : List.of("CodePipelineAccess", "CodeBuildAccess")) {
      assertThat(template.resources().get(policy).properties().entries())
          .as(policy)
          .doesNotContainKey("Roles");
    }
  }

  @Test
  void testsThatNeedPermissionsOfTheirOwnHaveARoleOfTheirOwn() {
    assertThat(template)
        .hasResource(
            "AWS::CodeBuild::Project",
            "Name",
            "ordersProdTests",
            "ServiceRole",
            getAtt("TestRoleProd", "Arn"),
            "VpcConfig",
            mapping("VpcId", "vpc-0a1b2c3d"),
            "Environment",
            mapping(
                "EnvironmentVariables",
                sequence(
                    mapping("Name", "STACK_NAME", "Value", "ordersProdStack"),
                    mapping(
                        "Name", "API_KEY", "Type", "SECRETS_MANAGER", "Value", "orders/api:key"),
                    mapping("Name", "MODE", "Type", "PLAINTEXT", "Value", "x"))))
        .hasResource(
            "AWS::CodeBuild::Project",
            "Name",
            "ordersBetaTests",
            "ServiceRole",
            getAtt("StageTestRole", "Arn"));
    assertThat(template.resources().get("ProdTestBuild").dependsOn())
        .containsExactly("TestAccessProd");
    assertThat(json(template, "TestAccessProd"))
        .contains("secret:orders/api-??????", "ec2:CreateNetworkInterface", "codeartifact:");
    assertThat(json(template, "StageTestAccess"))
        .doesNotContain("secretsmanager", "ec2:", "codeartifact", "ordersProdStack");
  }

  @Test
  void aGivenRoleOfTestsIsThatOfAllStages() {
    String arn = "arn:aws:iam::111122223333:role/Tests";
    Template given =
        render(
            settings -> {
              V3Settings.platform(settings);
              settings.roles = new RolesSettings();
              settings.roles.tests = arn;
            });

    for (String stage : List.of("Beta", "Prod")) {
      assertThat(given)
          .hasResource(
              "AWS::CodeBuild::Project", "Name", "orders" + stage + "Tests", "ServiceRole", arn);
    }
    assertThat(given).hasOutput("StageTestAccessArn", ref("StageTestAccess"));
    assertThat(given.resources()).doesNotContainKeys("StageTestRole", "TestRoleProd");
    assertThat(json(given, "StageTestAccess")).contains("secret:orders/api-??????");
  }

  @Test
  void testsInstallWhatTheyNeedFirst() {
    assertThat(json(template, "ProdTestBuild"))
        .contains("aws codeartifact login --tool pip --domain acme")
        .contains("pip install pytest requests");
    assertThat(json(template, "BetaTestBuild")).doesNotContain("pip install");
  }

  @Test
  void aStageHasTheRoleThatItsDeploymentNames() {
    assertThat(template.resources())
        .containsKey("CFNDeployRole")
        .doesNotContainKey("CFNDeployRoleProd");
    assertThat(json(template, "CodePipelineAccess"))
        .contains("arn:aws:iam::111122223333:role/platform/Deploy");
  }

  @Test
  void gatesAreOneConditionBeforeTheStage() {
    assertThat(json(template, "AppPipeline"))
        .containsOnlyOnce("BeforeEntry")
        .containsSubsequence(
            "\"Name\": \"Prod\"",
            "\"BeforeEntry\"",
            "\"Result\": \"FAIL\"",
            "\"Provider\": \"DeploymentWindow\"",
            "\"Cron\": \"* * 9-16 ? * MON-THU\"",
            "\"TimeZone\": \"Europe/Berlin\"",
            "\"Provider\": \"CloudWatchAlarm\"",
            "\"AlarmName\": \"orders errors\"",
            "\"WaitTime\": \"20\"");
    assertThat(json(template, "CodePipelineAccess")).contains("cloudwatch:DescribeAlarms");
  }

  @Test
  void tagsOfStacksAreFilesOfTheBuild() {
    String build = json(template, "AppPackageBuild");

    assertThat(build)
        .contains("configuration-Beta.json", "configuration-Prod.json")
        .contains("\\\"stage\\\":\\\"prod\\\"");
    assertThat(json(template, "AppPipeline"))
        .contains("\"TemplateConfiguration\": \"CompiledCFNTemplate::configuration-Beta.json\"")
        .contains("\"TemplateConfiguration\": \"CompiledCFNTemplate::configuration-Prod.json\"");
    assertThat(json(template, "CodePipelineAccess")).contains("cloudformation:TagResource");
    assertThat(json(render(V3Settings::github)))
        .doesNotContain("TemplateConfiguration", "TagResource\",\n            \"cloudformation");
  }

  private static Template render(Consumer<PipelineSettings> settings) {
    V3Pipeline pipeline = V3Settings.pipeline(settings);
    return V3Template.draft(pipeline, BuildSource.written(V3BuildSpec.render(pipeline))).template();
  }

  private static String json(Template template) {
    return DocumentFormat.JSON.render(template.document());
  }

  private static String json(Template template, String logicalId) {
    return DocumentFormat.JSON.render(template.resources().get(logicalId).properties());
  }
}
