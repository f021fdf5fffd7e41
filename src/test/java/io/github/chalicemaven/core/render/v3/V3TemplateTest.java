package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.TemplateAssert.assertThat;
import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static io.github.chalicemaven.core.cloudformation.Values.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.cloudformation.Condition;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Value.Mapping;
import io.github.chalicemaven.core.cloudformation.Value.Sequence;
import io.github.chalicemaven.core.cloudformation.Value.Text;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.BuildSource;
import io.github.chalicemaven.core.settings.AlarmSettings;
import io.github.chalicemaven.core.settings.ApprovalSettings;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.NotificationSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class V3TemplateTest {

  private static final String ACCOUNT = "${AWS::Region}:${AWS::AccountId}:";
  private static final String STACK =
      "arn:${AWS::Partition}:cloudformation:" + ACCOUNT + "stack/ordersBetaStack/*";

  static List<Consumer<PipelineSettings>> pipelines() {
    return List.of(
        V3Settings::v3,
        V3Settings::github,
        V3Settings::existingCodeCommit,
        V3Settings::gitlab,
        V3Settings::s3Source,
        V3Settings::s3Encryption,
        V3Settings::operations,
        V3Settings::everything,
        V3Settings::platform);
  }

  @Nested
  class LeastPrivilege {

    /** What has no narrower resource than all of them, and why. */
    private static final Map<String, String> ANY_RESOURCE =
        Map.of(
            "CodeBuildAccess/GetPipToken",
            "sts:GetServiceBearerToken, which does not support resource ARNs and is limited to"
                + " CodeArtifact by a condition",
            "CodeBuildAccess/DescribeNetwork",
            "EC2's Describe actions, which do not support resource ARNs",
            "CFNDeployAccess/CheckNetwork",
            "EC2's Describe actions, which do not support resource ARNs and which Lambda requires"
                + " if a function runs in a VPC",
            "CodePipelineAccess/WatchAlarms",
            "cloudwatch:DescribeAlarms, which finds a composite alarm only where it is allowed on"
                + " all alarms",
            "CFNDeployAccess/FindLogPolicies",
            "the policies of CloudWatch Logs, whose Describe actions do not support resource ARNs",
            "CFNDeployAccessBeta/CreateEventSources",
            "lambda:CreateEventSourceMapping, which does not support resource ARNs and which a"
                + " condition limits to the stack's functions",
            "CFNDeployAccessProd/CreateEventSources",
            "lambda:CreateEventSourceMapping, which does not support resource ARNs and which a"
                + " condition limits to the stack's functions");

    @Test
    void allowsAnyResourceOnlyWhereAwsTakesNoOther() {
      Template template = render(V3Settings::everything);

      assertThat(statements(template).filter(s -> s.resources().contains(Values.of("*"))))
          .extracting(Policy::name)
          .containsExactlyInAnyOrderElementsOf(ANY_RESOURCE.keySet());
      ANY_RESOURCE.forEach(
          (name, reason) ->
              assertThat(reasons(template, name.split("/")[0])).as(name).contains(reason));
    }

    @Test
    void tellsWhatEachWildcardStandsFor() {
      Template template = render(V3Settings::everything);

      assertThat(statements(template).filter(Policy::hasWildcard))
          .extracting(Policy::name)
          .containsExactlyInAnyOrder(
              "CodePipelineAccess/HandOnArtifacts",
              "CodePipelineAccess/DeployStages",
              "CodePipelineAccess/TagStages",
              "CodePipelineAccess/WatchAlarms",
              "CodeBuildAccess/HandOnArtifacts",
              "CodeBuildAccess/UploadApplication",
              "CodeBuildAccess/GetPipToken",
              "CodeBuildAccess/CreateNetworkInterfaces",
              "CodeBuildAccess/DeleteNetworkInterfaces",
              "CodeBuildAccess/UseNetworkInterfaces",
              "CodeBuildAccess/DescribeNetwork",
              "StageTestAccess/ReadSource",
              "StageTestAccess/ReadOutputs",
              "CFNDeployAccess/ReadApplication",
              "CFNDeployAccess/UseLayers",
              "CFNDeployAccess/CheckNetwork",
              "CFNDeployAccess/ReadAndTagEventSources",
              "CFNDeployAccess/FindLogGroups",
              "CFNDeployAccess/ManageApis",
              "CFNDeployAccess/FindLogPolicies",
              "CFNDeployAccess/Subscribe",
              "CFNDeployAccessBeta/ManageFunctions",
              "CFNDeployAccessBeta/ManageLayers",
              "CFNDeployAccessBeta/CreateEventSources",
              "CFNDeployAccessBeta/ManageEventSources",
              "CFNDeployAccessBeta/ManageLogGroups",
              "CFNDeployAccessBeta/ManageRoles",
              "CFNDeployAccessBeta/GiveRolesPermissions",
              "CFNDeployAccessBeta/ManageRules",
              "CFNDeployAccessBeta/PassRoles",
              "CFNDeployAccessProd/ManageFunctions",
              "CFNDeployAccessProd/ManageLayers",
              "CFNDeployAccessProd/CreateEventSources",
              "CFNDeployAccessProd/ManageEventSources",
              "CFNDeployAccessProd/ManageLogGroups",
              "CFNDeployAccessProd/ManageRoles",
              "CFNDeployAccessProd/GiveRolesPermissions",
              "CFNDeployAccessProd/ManageRules",
              "CFNDeployAccessProd/PassRoles");
      resources(template, "AWS::IAM::ManagedPolicy")
          .forEach(
              policy ->
                  assertThat(reasons(template, policy))
                      .as(policy)
                      .startsWith("The wildcards stand for "));
    }

    @ParameterizedTest
    @MethodSource("io.github.chalicemaven.core.render.v3.V3TemplateTest#pipelines")
    void namesEveryAction(Consumer<PipelineSettings> settings) {
      assertThat(statements(render(settings)).flatMap(s -> s.actions().stream()))
          .isNotEmpty()
          .allMatch(action -> action.matches("[a-z0-9-]+:[A-Za-z]+"), "names one action");
    }

    @ParameterizedTest
    @MethodSource("io.github.chalicemaven.core.render.v3.V3TemplateTest#pipelines")
    void hasAPartitionInEveryArn(Consumer<PipelineSettings> settings) {
      assertThat(statements(render(settings)).flatMap(s -> s.resources().stream()))
          .flatExtracting(arn -> Values.textOfSub(arn).stream().toList())
          .isNotEmpty()
          .allSatisfy(
              arn ->
                  assertThat(arn)
                      .matches("(arn:\\$\\{AWS::Partition}:|\\$\\{[A-Za-z]+\\.Arn}/).*"));
    }

    @Test
    void passesRolesOnlyToWhoUsesThem() {
      Template template = render(V3Settings::github);

      assertThat(statements(template).filter(s -> s.actions().contains("iam:PassRole")))
          .isNotEmpty()
          .allSatisfy(
              statement -> {
                assertThat(statement.actions()).containsExactly("iam:PassRole");
                assertThat(statement.entries().get("Condition"))
                    .isIn(
                        mapping(
                            "StringEquals",
                            mapping("iam:PassedToService", "cloudformation.amazonaws.com")),
                        mapping(
                            "StringEquals",
                            mapping("iam:PassedToService", "lambda.amazonaws.com")));
              });
      assertThat(policy(template, "CodePipelineAccess/PassDeployRoles").resources())
          .containsExactly(getAtt("CFNDeployRole", "Arn"), getAtt("CFNDeployRoleProd", "Arn"));
    }

    @Test
    void everythingIsAllowedOnlyWhereItIsAskedFor() {
      Template template =
          render(
              settings -> {
                V3Settings.v3(settings);
                settings.deployment = new DeploymentSettings();
                settings.deployment.admin = "true";
              });

      Policy everything = policy(template, "CFNDeployAccessBeta/Everything");
      assertThat(everything.actions()).containsExactly("*");
      assertThat(everything.resources()).containsExactly(Values.of("*"));
      assertThat(reasons(template, "CFNDeployAccessBeta"))
          .isEqualTo(
              "The wildcards stand for all actions and resources, because <deployment><admin> is"
                  + " true.");
      assertThat(template.resources()).doesNotContainKey("CFNDeployAccess");
    }

    @Test
    void aRoleOfTheUsersOwnDeploysInsteadOfTheTemplates() {
      String arn = "arn:aws:iam::111122223333:role/Deployer";
      Template template =
          render(
              settings -> {
                V3Settings.github(settings);
                settings.deployment = new DeploymentSettings();
                settings.deployment.roleArn = arn;
              });

      assertThat(resources(template, "AWS::IAM::Role"))
          .containsExactlyInAnyOrder("CodeBuildRole", "StageTestRole", "CodePipelineRole");
      assertThat(policy(template, "CodePipelineAccess/PassDeployRoles").resources())
          .containsExactly(Values.of(arn));
      assertThat(configuration(template, "Beta", "CreateBetaChangeSet").get("RoleArn"))
          .isEqualTo(Values.of(arn));
      assertThat(template).hasOutput("CFNDeployRoleArn", Values.of(arn));
    }

    @Test
    void moreManagedPoliciesAreTheDeploymentRoles() {
      Template template =
          render(
              settings -> {
                V3Settings.github(settings);
                settings.deployment = new DeploymentSettings();
                settings.deployment.managedPolicyArns = List.of(V3Settings.BOUNDARY_ARN);
              });

      for (String role : resources(template, "AWS::IAM::Role")) {
        assertThat(properties(template, role).get("ManagedPolicyArns"))
            .as(role)
            .isEqualTo(role.startsWith("CFNDeploy") ? sequence(V3Settings.BOUNDARY_ARN) : null);
      }
    }

    @Test
    void everyRoleTrustsOneServiceForThisAccount() {
      Template template = render(V3Settings::v3);

      Map<String, String> services =
          Map.of(
              "CodeBuildRole", "codebuild",
              "CodePipelineRole", "codepipeline",
              "SourceChangeRole", "events",
              "CFNDeployRole", "cloudformation");
      assertThat(resources(template, "AWS::IAM::Role"))
          .containsExactlyInAnyOrderElementsOf(services.keySet());
      services.forEach(
          (role, service) -> {
            Mapping trust =
                mapping(
                    "Effect",
                    "Allow",
                    "Principal",
                    mapping("Service", service + ".amazonaws.com"),
                    "Action",
                    sequence("sts:AssumeRole"));
            Mapping forThisAccount =
                mapping("StringEquals", mapping("aws:SourceAccount", ref("AWS::AccountId")));
            List<Value> statements =
                items(
                    ((Mapping) properties(template, role).get("AssumeRolePolicyDocument"))
                        .entries()
                        .get("Statement"));
            assertThat(statements)
                .as(role)
                .containsExactly(
                    service.equals("cloudformation")
                        ? trust
                        : mapping(
                            "Effect",
                            "Allow",
                            "Principal",
                            trust.entries().get("Principal"),
                            "Action",
                            trust.entries().get("Action"),
                            "Condition",
                            forThisAccount));
          });
    }

    @Test
    void aStagesRoleCannotTouchAnotherStage() {
      Template template = render(V3Settings::github);

      assertThat(policy(template, "CFNDeployAccessBeta/ManageFunctions").resources())
          .containsExactly(
              sub("arn:${AWS::Partition}:lambda:" + ACCOUNT + "function:ordersBetaStack-*"));
      assertThat(policy(template, "CFNDeployAccessProd/ManageFunctions").resources())
          .containsExactly(
              sub("arn:${AWS::Partition}:lambda:" + ACCOUNT + "function:ordersProdStack-*"));
      assertThat(properties(template, "CFNDeployAccessBeta").get("Roles"))
          .isEqualTo(sequence(ref("CFNDeployRole")));
      assertThat(properties(template, "CFNDeployAccessProd").get("Roles"))
          .isEqualTo(sequence(ref("CFNDeployRoleProd")));
      assertThat(properties(template, "CFNDeployAccess").get("Roles"))
          .isEqualTo(sequence(ref("CFNDeployRole"), ref("CFNDeployRoleProd")));
    }

    @Test
    void logGroupsAreDescribedAllOrNone() {
      Template template = render(V3Settings::v3);

      assertThat(policy(template, "CFNDeployAccess/FindLogGroups").resources())
          .containsExactly(sub("arn:${AWS::Partition}:logs:" + ACCOUNT + "log-group:*"));
      assertThat(policy(template, "CFNDeployAccessBeta/ManageLogGroups").actions())
          .doesNotContain("logs:DescribeLogGroups");
    }

    @Test
    void layersHaveTheNameThatChaliceGivesThem() {
      StageSettings prod = V3Settings.stage("prod");
      prod.chaliceStage = "production";
      Template template = render(settings -> V3Settings.stages(V3Settings.v3(settings), prod));

      String layer =
          "arn:${AWS::Partition}:lambda:" + ACCOUNT + "layer:orders-production-managed-layer";
      assertThat(policy(template, "CFNDeployAccessProd/ManageLayers").resources())
          .containsExactly(sub(layer), sub(layer + ":*"));
    }

    @Test
    void testsOnlyReadTheSourceAndTheOutputs() {
      Template template = render(V3Settings::github);

      assertThat(statements(template).filter(s -> s.name().startsWith("StageTestAccess/")))
          .flatExtracting(Policy::actions)
          .containsExactlyInAnyOrder(
              "logs:CreateLogStream",
              "logs:PutLogEvents",
              "s3:GetBucketAcl",
              "s3:GetBucketLocation",
              "s3:GetObject",
              "s3:GetObjectVersion",
              "cloudformation:DescribeStacks",
              "kms:Decrypt");
      assertThat(policy(template, "StageTestAccess/ReadOutputs").resources())
          .containsExactly(sub(STACK));
    }

    @Test
    void thePipelineDoesWhatItsActionsNeed() {
      Template template = render(V3Settings::v3);

      assertThat(statements(template).filter(s -> s.name().startsWith("CodePipelineAccess/")))
          .extracting(Policy::entries)
          .containsExactlyInAnyOrder(
              allow(
                      "ReadSource",
                      getAtt("SourceRepository", "Arn"),
                      "codecommit:CancelUploadArchive",
                      "codecommit:GetBranch",
                      "codecommit:GetCommit",
                      "codecommit:GetUploadArchiveStatus",
                      "codecommit:UploadArchive")
                  .entries(),
              allow(
                      "HandOnArtifacts",
                      sub("${ArtifactBucketStore.Arn}/*"),
                      "s3:GetObject",
                      "s3:GetObjectVersion",
                      "s3:PutObject",
                      "s3:PutObjectAcl")
                  .entries(),
              allow(
                      "UseArtifactBucket",
                      getAtt("ArtifactBucketStore", "Arn"),
                      "s3:GetBucketAcl",
                      "s3:GetBucketLocation",
                      "s3:GetBucketVersioning")
                  .entries(),
              allow(
                      "UseKey",
                      getAtt("PipelineKey", "Arn"),
                      "kms:Decrypt",
                      "kms:DescribeKey",
                      "kms:Encrypt",
                      "kms:GenerateDataKey")
                  .entries(),
              allow(
                      "RunBuilds",
                      getAtt("AppPackageBuild", "Arn"),
                      "codebuild:BatchGetBuilds",
                      "codebuild:StartBuild")
                  .entries(),
              allow(
                      "DeployStages",
                      sub(STACK),
                      "cloudformation:CreateChangeSet",
                      "cloudformation:DeleteChangeSet",
                      "cloudformation:DescribeChangeSet",
                      "cloudformation:DescribeStackEvents",
                      "cloudformation:DescribeStacks",
                      "cloudformation:ExecuteChangeSet")
                  .entries(),
              Map.of(
                  "Sid",
                  Values.of("PassDeployRoles"),
                  "Effect",
                  Values.of("Allow"),
                  "Action",
                  sequence("iam:PassRole"),
                  "Resource",
                  getAtt("CFNDeployRole", "Arn"),
                  "Condition",
                  mapping(
                      "StringEquals",
                      mapping("iam:PassedToService", "cloudformation.amazonaws.com"))));
    }

    private Mapping allow(String sid, Value resource, String... actions) {
      return mapping(
          "Sid", sid, "Effect", "Allow", "Action", List.of(actions), "Resource", resource);
    }
  }

  @Nested
  class Limits {

    @ParameterizedTest
    @MethodSource("io.github.chalicemaven.core.render.v3.V3TemplateTest#pipelines")
    void everyPolicyFitsIntoAManagedPolicy(Consumer<PipelineSettings> settings) {
      assertPoliciesFit(render(settings));
    }

    @Test
    void fortyStagesFitIntoPolicies() {
      List<StageSettings> stages =
          IntStream.range(0, 40)
              .mapToObj(
                  i -> {
                    StageSettings stage = V3Settings.stage("production-in-region-" + i);
                    stage.testCommands = List.of("pytest");
                    if (i < 8) {
                      stage.approval = new ApprovalSettings();
                      stage.approval.email = "ops@example.com";
                    }
                    stage.alarm = new AlarmSettings();
                    stage.alarm.name = "errors-in-region-" + i;
                    return stage;
                  })
              .toList();
      Template template =
          render(
              settings -> {
                V3Settings.everything(settings);
                settings.artifactRetentionDays = null;
                settings.stages = stages;
              });

      assertPoliciesFit(template);
      List<String> policies = resources(template, "AWS::IAM::ManagedPolicy");
      assertThat(policies)
          .filteredOn(policy -> policy.startsWith("CodePipelineAccess"))
          .startsWith("CodePipelineAccess", "CodePipelineAccess2")
          .hasSizeBetween(2, 9);
      assertThat(template.resources().get("AppPipeline").dependsOn()).containsAll(policies);
      assertThat(template.resources()).hasSizeLessThan(500);
    }

    private void assertPoliciesFit(Template template) {
      for (String policy : resources(template, "AWS::IAM::ManagedPolicy")) {
        Mapping document = (Mapping) properties(template, policy).get("PolicyDocument");
        assertThat(DocumentFormat.JSON.render(document).replaceAll("\\s", ""))
            .as(policy)
            .hasSizeLessThan(6_144);
      }
    }

    @Test
    void everythingAtOnceIsDeployedWithoutABucket() {
      String json = DocumentFormat.compactJson(render(V3Settings::everything).document());

      assertThat(json).hasSizeLessThan(51_200);
    }

    @Test
    void everythingAtOnceSuppressesSixRulesForRolesAtMost() {
      Template template = render(V3Settings::everything);

      assertThat(template.resources().entrySet())
          .filteredOn(resource -> resource.getValue().type().startsWith("AWS::IAM::"))
          .filteredOn(resource -> !resource.getValue().metadata().entries().isEmpty())
          .hasSizeLessThanOrEqualTo(6)
          .allSatisfy(
              resource ->
                  assertThat(suppressed(resource.getValue()))
                      .as(resource.getKey())
                      .containsExactly("AwsSolutions-IAM5"));
    }
  }

  @Nested
  class PipelineOptions {

    @Test
    void everyRoleHasBoundaryAndPathAndEveryPolicyThePath() {
      Template template = render(V3Settings::everything);

      assertThat(resources(template, "AWS::IAM::Role"))
          .hasSize(5)
          .allSatisfy(
              role -> {
                assertThat(properties(template, role).get("PermissionsBoundary"))
                    .isEqualTo(Values.of(V3Settings.BOUNDARY_ARN));
                assertThat(properties(template, role).get("Path"))
                    .isEqualTo(Values.of("/pipelines/"));
              });
      assertThat(resources(template, "AWS::IAM::ManagedPolicy"))
          .hasSize(6)
          .allSatisfy(
              policy ->
                  assertThat(properties(template, policy).get("Path"))
                      .isEqualTo(Values.of("/pipelines/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "operations"})
    void tagsAreOnEveryTypeThatTakesThem(String pipeline) {
      Template template =
          render(pipeline.equals("everything") ? V3Settings::everything : V3Settings::operations);
      List<String> takeNone =
          List.of("AWS::S3::BucketPolicy", "AWS::SNS::TopicPolicy", "AWS::IAM::ManagedPolicy");

      template
          .resources()
          .forEach(
              (logicalId, resource) ->
                  assertThat(resource.properties().entries().get("Tags"))
                      .as(logicalId)
                      .isEqualTo(
                          takeNone.contains(resource.type())
                              ? null
                              : sequence(
                                  mapping("Key", "cost-center", "Value", "4711"),
                                  mapping("Key", "team", "Value", "orders"))));
    }

    @Test
    void withoutTagsThereAreNone() {
      assertThat(DocumentFormat.JSON.render(render(V3Settings::github).document()))
          .doesNotContain("\"Tags\"");
    }

    @Test
    void whatHoldsDataOutlivesTheStack() {
      Template template = render(V3Settings::everything);
      List<String> stateful = List.of("AWS::S3::Bucket", "AWS::KMS::Key", "AWS::Logs::LogGroup");

      template
          .resources()
          .forEach(
              (logicalId, resource) ->
                  assertThat(resource.deletionPolicy().isPresent())
                      .as(logicalId)
                      .isEqualTo(stateful.contains(resource.type())));
      assertThat(render(V3Settings::v3).resources().get("SourceRepository").deletionPolicy())
          .contains("RetainExceptOnCreate");
    }

    @Test
    void retentionIsAsGiven() {
      Template template = render(V3Settings::everything);

      assertThat(resources(template, "AWS::Logs::LogGroup"))
          .containsExactly("BuildLogs", "BetaTestLogs", "ProdTestLogs")
          .allSatisfy(
              logs ->
                  assertThat(properties(template, logs).get("RetentionInDays"))
                      .isEqualTo(Values.of(731)));
      assertThat(expiration(template, "ArtifactBucketStore")).isEqualTo(Values.of(30));
      assertThat(expiration(template, "AccessLogBucket")).isEqualTo(Values.of(731));
      assertThat(expiration(template, "ApplicationBucket")).isNull();
    }

    private Value expiration(Template template, String bucket) {
      Mapping lifecycle = (Mapping) properties(template, bucket).get("LifecycleConfiguration");
      Mapping rule = (Mapping) items(lifecycle.entries().get("Rules")).get(0);
      return rule.entries().get("ExpirationInDays");
    }

    @Test
    void oneRotatedKeyEncryptsWhatIsStored() {
      Template template = render(V3Settings::github);

      assertThat(resources(template, "AWS::KMS::Key")).containsExactly("PipelineKey");
      Value arn = getAtt("PipelineKey", "Arn");
      assertThat(template)
          .hasResource("AWS::KMS::Key", "EnableKeyRotation", true)
          .hasResource("AWS::Logs::LogGroup", "KmsKeyId", arn)
          .hasResource("AWS::CodeBuild::Project", "EncryptionKey", arn)
          .hasResource("AWS::SNS::Topic", "KmsMasterKeyId", arn)
          .hasResource(
              "AWS::CodePipeline::Pipeline",
              "ArtifactStore",
              mapping("EncryptionKey", mapping("Type", "KMS", "Id", arn)));
      for (String bucket : List.of("ArtifactBucketStore", "ApplicationBucket")) {
        assertThat(encryption(template, bucket))
            .isEqualTo(mapping("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", arn));
      }
      assertThat(encryption(template, "AccessLogBucket"))
          .isEqualTo(mapping("SSEAlgorithm", "AES256"));
    }

    @Test
    void encryptionByS3HasNoKey() {
      Template template = render(V3Settings::s3Encryption);

      assertThat(resources(template, "AWS::KMS::Key")).isEmpty();
      assertThat(statements(template).flatMap(s -> s.actions().stream()))
          .noneMatch(action -> action.startsWith("kms:"));
      assertThat(encryption(template, "ArtifactBucketStore"))
          .isEqualTo(mapping("SSEAlgorithm", "AES256"));
      assertThat(properties(template, "BuildLogs")).doesNotContainKey("KmsKeyId");
    }

    private Value encryption(Template template, String bucket) {
      Mapping all = (Mapping) properties(template, bucket).get("BucketEncryption");
      Mapping rule = (Mapping) items(all.entries().get("ServerSideEncryptionConfiguration")).get(0);
      return rule.entries().get("ServerSideEncryptionByDefault");
    }

    @Test
    void theKeyLetsInOnlyTheServicesThatUseIt() {
      assertThat(keyStatements(render(V3Settings::v3)))
          .containsExactly("LetIamPoliciesDecide", "EncryptLogs");
      assertThat(keyStatements(render(V3Settings::operations)))
          .containsExactly("LetIamPoliciesDecide", "EncryptLogs", "PublishNotifications");
      assertThat(
              keyStatements(
                  render(
                      settings -> {
                        V3Settings.operations(settings);
                        settings.encryption = "s3";
                      })))
          .containsExactly("LetIamPoliciesDecide", "PublishNotifications");
      assertThat(
              keyStatements(
                  render(
                      settings -> {
                        V3Settings.v3(settings);
                        settings.notifications = new NotificationSettings();
                        settings.notifications.topicArn = V3Settings.TOPIC_ARN;
                      })))
          .containsExactly("LetIamPoliciesDecide", "EncryptLogs");
      assertThat(
              keyStatements(
                  render(
                      settings -> {
                        V3Settings.github(settings);
                        settings.encryption = "s3";
                      })))
          .containsExactly("LetIamPoliciesDecide");
    }

    private List<String> keyStatements(Template template) {
      Mapping policy = (Mapping) properties(template, "PipelineKey").get("KeyPolicy");
      return items(policy.entries().get("Statement")).stream()
          .map(statement -> text(((Mapping) statement).entries().get("Sid")))
          .toList();
    }

    @ParameterizedTest
    @MethodSource("io.github.chalicemaven.core.render.v3.V3TemplateTest#pipelines")
    void everyBucketIsPrivateVersionedAndTakesTlsOnly(Consumer<PipelineSettings> settings) {
      Template template = render(settings);

      assertThat(resources(template, "AWS::S3::Bucket"))
          .containsExactly("AccessLogBucket", "ArtifactBucketStore", "ApplicationBucket")
          .allSatisfy(
              bucket -> {
                assertThat(properties(template, bucket))
                    .containsEntry("VersioningConfiguration", mapping("Status", "Enabled"))
                    .containsEntry(
                        "PublicAccessBlockConfiguration",
                        mapping(
                            "BlockPublicAcls",
                            true,
                            "BlockPublicPolicy",
                            true,
                            "IgnorePublicAcls",
                            true,
                            "RestrictPublicBuckets",
                            true));
                Mapping policy =
                    (Mapping) properties(template, bucket + "Policy").get("PolicyDocument");
                assertThat(items(policy.entries().get("Statement")))
                    .contains(
                        mapping(
                            "Sid",
                            "DenyWithoutTls",
                            "Effect",
                            "Deny",
                            "Principal",
                            mapping("AWS", "*"),
                            "Action",
                            sequence("s3:*"),
                            "Resource",
                            sequence(getAtt(bucket, "Arn"), sub("${" + bucket + ".Arn}/*")),
                            "Condition",
                            mapping("Bool", mapping("aws:SecureTransport", "false"))));
              });
    }

    @Test
    void eventBridgePublishesToTheTemplatesTopicWithoutACondition() {
      Template template = render(V3Settings::operations);
      Mapping policy =
          (Mapping) properties(template, "NotificationTopicPolicy").get("PolicyDocument");

      assertThat(items(policy.entries().get("Statement")))
          .hasSize(2)
          .first()
          .isEqualTo(
              mapping(
                  "Sid",
                  "PublishEvents",
                  "Effect",
                  "Allow",
                  "Principal",
                  mapping("Service", "events.amazonaws.com"),
                  "Action",
                  sequence("sns:Publish"),
                  "Resource",
                  ref("NotificationTopic")));
    }

    @Test
    void eachKindOfEventHasARule() {
      Template template = render(V3Settings::everything);

      Value pipeline = sequence(ref("AppPipeline"));
      assertThat(template)
          .hasResource(
              "AWS::Events::Rule",
              "EventPattern",
              mapping(
                  "source",
                  sequence("aws.codepipeline"),
                  "detail-type",
                  sequence("CodePipeline Pipeline Execution State Change"),
                  "detail",
                  mapping("pipeline", pipeline, "state", sequence("FAILED"))),
              "Targets",
              sequence(mapping("Arn", ref("NotificationTopic"))))
          .hasResource(
              "AWS::Events::Rule",
              "EventPattern",
              mapping("detail", mapping("pipeline", pipeline, "state", sequence("SUCCEEDED"))))
          .hasResource(
              "AWS::Events::Rule",
              "EventPattern",
              mapping(
                  "detail-type",
                  sequence("CodePipeline Action Execution State Change"),
                  "detail",
                  mapping(
                      "pipeline",
                      pipeline,
                      "type",
                      mapping("category", sequence("Approval")),
                      "state",
                      sequence("STARTED"))));
    }

    @Test
    void aGivenTopicIsTold() {
      Template template =
          render(
              settings -> {
                V3Settings.v3(settings);
                settings.notifications = new NotificationSettings();
                settings.notifications.topicArn = V3Settings.TOPIC_ARN;
                settings.notifications.events = List.of("succeeded");
              });

      assertThat(resources(template, "AWS::SNS::Topic")).isEmpty();
      assertThat(template)
          .hasResource(
              "AWS::Events::Rule",
              "EventPattern",
              mapping("detail", mapping("state", sequence("SUCCEEDED"))),
              "Targets",
              sequence(mapping("Arn", V3Settings.TOPIC_ARN)));
    }

    @ParameterizedTest
    @CsvSource({"superseded, SUPERSEDED", "queued, QUEUED"})
    void theExecutionModeIsAsGiven(String given, String mode) {
      Template template =
          render(
              settings -> {
                V3Settings.v3(settings);
                settings.executionMode = given;
              });

      assertThat(template)
          .hasResource("AWS::CodePipeline::Pipeline", "ExecutionMode", mode, "PipelineType", "V2");
    }
  }

  @Nested
  class Sources {

    @Test
    void aRepositoryOfTheTemplateStartsThePipelineByAnEvent() {
      Template template = render(V3Settings::v3);

      assertThat(template)
          .hasResource("AWS::CodeCommit::Repository", "RepositoryName", "orders")
          .hasOutput("SourceRepoURL", getAtt("SourceRepository", "CloneUrlHttp"))
          .hasResource(
              "AWS::Events::Rule",
              "EventPattern",
              mapping(
                  "resources",
                  sequence(getAtt("SourceRepository", "Arn")),
                  "detail",
                  mapping("referenceName", sequence("main"))),
              "Targets",
              sequence(
                  mapping(
                      "Arn",
                      sub("arn:${AWS::Partition}:codepipeline:" + ACCOUNT + "${AppPipeline}"),
                      "RoleArn",
                      getAtt("SourceChangeRole", "Arn"))));
      assertThat(configuration(template, "Source", "Source"))
          .containsEntry("PollForSourceChanges", Values.of("false"));
    }

    @Test
    void anExistingRepositoryIsNotMadeAgain() {
      Template template = render(V3Settings::existingCodeCommit);

      assertThat(resources(template, "AWS::CodeCommit::Repository")).isEmpty();
      assertThat(template.outputs()).doesNotContainKey("SourceRepoURL");
      assertThat(configuration(template, "Source", "Source"))
          .containsEntry("RepositoryName", Values.of("orders-service"));
      assertThat(policy(template, "CodePipelineAccess/ReadSource").resources())
          .containsExactly(sub("arn:${AWS::Partition}:codecommit:" + ACCOUNT + "orders-service"));
    }

    @Test
    void aCreatedConnectionIsTheApplications() {
      Template template = render(V3Settings::github);

      assertThat(template)
          .hasResource(
              "AWS::CodeConnections::Connection",
              "ConnectionName",
              "orders",
              "ProviderType",
              "GitHub")
          .hasOutput("SourceConnection", getAtt("SourceConnection", "ConnectionArn"));
      assertThat(configuration(template, "Source", "Source"))
          .containsEntry("FullRepositoryId", Values.of("acme/orders"))
          .containsEntry("DetectChanges", Values.of("true"));
      assertThat(properties(template, "AppPipeline")).doesNotContainKey("Triggers");
      assertThat(resources(template, "AWS::Events::Rule")).isEmpty();
    }

    @Test
    void aGivenConnectionIsUsedByEitherOfTheServicesPrefixes() {
      Template template = render(V3Settings::gitlab);

      assertThat(resources(template, "AWS::CodeConnections::Connection")).isEmpty();
      assertThat(policy(template, "CodePipelineAccess/ReadSource").entries())
          .containsEntry("Action", sequence("codeconnections:UseConnection"))
          .containsEntry("Resource", Values.of(V3Settings.CONNECTION_ARN))
          .containsEntry(
              "Condition",
              mapping(
                  "ForAllValues:StringEquals",
                  mapping("codeconnections:FullRepositoryId", "acme/shop/orders")));
      assertThat(policy(template, "CodePipelineAccess/ReadSourceByFormerPrefix").entries())
          .containsEntry("Action", sequence("codestar-connections:UseConnection"))
          .containsEntry(
              "Resource",
              Values.of(
                  V3Settings.CONNECTION_ARN.replace("codeconnections", "codestar-connections")));
    }

    @Test
    void pathFiltersAreATriggerForTheBranch() {
      assertThat(trigger(render(V3Settings::gitlab)))
          .isEqualTo(
              mapping(
                  "Branches",
                  mapping("Includes", sequence("main")),
                  "FilePaths",
                  mapping(
                      "Includes",
                      sequence("services/orders/**"),
                      "Excludes",
                      sequence("**/*.md"))));
    }

    @Test
    void tagFiltersAreATriggerForEveryBranch() {
      Template template =
          render(
              settings -> {
                V3Settings.source(V3Settings.v3(settings), "bitbucket:acme/orders");
                settings.source.excludeTags = List.of("*-rc");
              });

      assertThat(trigger(template))
          .isEqualTo(mapping("Tags", mapping("Excludes", sequence("*-rc"))));
    }

    private Value trigger(Template template) {
      List<Value> triggers = items(properties(template, "AppPipeline").get("Triggers"));
      assertThat(triggers).hasSize(1);
      Mapping git = (Mapping) ((Mapping) triggers.get(0)).entries().get("GitConfiguration");
      assertThat(git.entries()).containsEntry("SourceActionName", Values.of("Source"));
      return items(git.entries().get("Push")).get(0);
    }

    @Test
    void aHostDecidesTheTypeOfAConnection() {
      assertThat(properties(render(V3Settings::everything), "SourceConnection"))
          .containsKey("HostArn")
          .doesNotContainKey("ProviderType");
    }

    @Test
    void aZipFileStartsThePipelineWhenItIsUploaded() {
      Template template = render(V3Settings::s3Source);

      assertThat(template)
          .hasResource(
              "AWS::Events::Rule",
              "EventPattern",
              mapping(
                  "source",
                  sequence("aws.s3"),
                  "detail",
                  mapping(
                      "bucket",
                      mapping("name", sequence("acme-releases")),
                      "object",
                      mapping("key", sequence("orders/source.zip")))));
      assertThat(policy(template, "CodePipelineAccess/ReadSource").resources())
          .containsExactly(sub("arn:${AWS::Partition}:s3:::acme-releases/orders/source.zip"));
    }
  }

  @Nested
  class Build {

    @Test
    void isAProjectForTheImage() {
      Template template = render(V3Settings::v3);

      assertThat(template)
          .hasResource(
              "AWS::CodeBuild::Project",
              "Name",
              "ordersBuild",
              "TimeoutInMinutes",
              60,
              "Environment",
              mapping(
                  "Image",
                  "aws/codebuild/amazonlinux-x86_64-standard:5.0",
                  "ComputeType",
                  "BUILD_GENERAL1_SMALL",
                  "EnvironmentVariables",
                  sequence(
                      mapping("Name", "APP_S3_BUCKET", "Value", ref("ApplicationBucket")),
                      mapping("Name", "APP_KMS_KEY", "Value", getAtt("PipelineKey", "Arn")))));
      assertThat(properties(template, "AppPackageBuild")).doesNotContainKeys("Cache", "VpcConfig");
      assertThat(template.resources().get("AppPackageBuild").dependsOn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"buildspec.yml,", "ci/buildspec.yml, ci/buildspec.yml"})
    void pointsToAFileInTheRepositoryUnlessCodeBuildFindsItThere(String file, String pointer) {
      Template template =
          render(
              settings ->
                  V3Settings.v3(settings).buildspecFile =
                      settings.repositoryDirectory.resolve(file));

      Mapping source = (Mapping) properties(template, "AppPackageBuild").get("Source");
      assertThat(source)
          .isEqualTo(
              pointer == null
                  ? mapping("Type", "CODEPIPELINE")
                  : mapping("Type", "CODEPIPELINE", "BuildSpec", pointer));
    }

    @Test
    void readsParametersAndSecretsByName() {
      Template template = render(V3Settings::everything);

      assertThat(template)
          .hasResource(
              "AWS::CodeBuild::Project",
              "Environment",
              mapping(
                  "PrivilegedMode",
                  true,
                  "EnvironmentVariables",
                  sequence(
                      mapping("Name", "APP_S3_BUCKET"),
                      mapping("Name", "APP_KMS_KEY"),
                      mapping("Name", "PIP_CACHE_DIR", "Value", "/tmp/pip-cache"),
                      mapping("Name", "MODE", "Type", "PLAINTEXT", "Value", "ci"),
                      mapping(
                          "Name", "DB_URL", "Type", "PARAMETER_STORE", "Value", "/orders/db-url"),
                      mapping(
                          "Name",
                          "API_KEY",
                          "Type",
                          "SECRETS_MANAGER",
                          "Value",
                          "orders/api:key"))));
      assertThat(policy(template, "CodeBuildAccess/ReadParameters").resources())
          .containsExactly(sub("arn:${AWS::Partition}:ssm:" + ACCOUNT + "parameter/orders/db-url"));
      assertThat(policy(template, "CodeBuildAccess/ReadSecrets").resources())
          .containsExactly(
              sub("arn:${AWS::Partition}:secretsmanager:" + ACCOUNT + "secret:orders/api-??????"));
    }

    @Test
    void inAVpcWaitsForItsPermissions() {
      Template template = render(V3Settings::everything);

      assertThat(template)
          .hasResource(
              "AWS::CodeBuild::Project",
              "VpcConfig",
              mapping(
                  "VpcId",
                  "vpc-0a1b2c3d",
                  "Subnets",
                  sequence("subnet-0a1b2c3d", "subnet-4e5f6a7b"),
                  "SecurityGroupIds",
                  sequence("sg-0a1b2c3d")));
      assertThat(template.resources().get("AppPackageBuild").dependsOn())
          .containsExactly("CodeBuildAccess");
    }

    @ParameterizedTest
    @CsvSource({"local, LOCAL", "s3, S3"})
    void keepsDownloads(String cache, String type) {
      Template template =
          render(
              settings -> {
                V3Settings.v3(settings);
                settings.build = new BuildSettings();
                settings.build.cache = cache;
              });

      assertThat(template).hasResource("AWS::CodeBuild::Project", "Cache", mapping("Type", type));
    }

    @Test
    void reportsTestsToAGroupOfTheProjects() {
      Template template = render(V3Settings::github);

      assertThat(template)
          .hasResource(
              "AWS::CodeBuild::ReportGroup", "Name", "ordersBuild-unit-tests", "Type", "TEST");
      Policy reportTests = policy(template, "CodeBuildAccess/ReportTests");
      assertThat(reportTests.resources()).containsExactly(getAtt("UnitTestReports", "Arn"));
      assertThat(reportTests.actions())
          .containsExactly(
              "codebuild:BatchPutTestCases",
              "codebuild:CreateReport",
              "codebuild:CreateReportGroup",
              "codebuild:UpdateReport");
    }
  }

  @Nested
  class Stages {

    @Test
    void createAndExecuteAChangeSet() {
      Template template = render(V3Settings::v3);

      assertThat(actions(template, "Beta"))
          .containsExactly("CreateBetaChangeSet", "ExecuteChangeSet");
      assertThat(configuration(template, "Beta", "CreateBetaChangeSet"))
          .containsEntry("ActionMode", Values.of("CHANGE_SET_REPLACE"))
          .containsEntry("StackName", Values.of("ordersBetaStack"))
          .containsEntry("TemplatePath", Values.of("CompiledCFNTemplate::transformed-beta.yaml"))
          .containsEntry("Capabilities", Values.of("CAPABILITY_IAM"))
          .containsEntry("RoleArn", getAtt("CFNDeployRole", "Arn"))
          .doesNotContainKey("ParameterOverrides");
      assertThat(configuration(template, "Beta", "ExecuteChangeSet"))
          .containsEntry("ActionMode", Values.of("CHANGE_SET_EXECUTE"))
          .containsEntry("StackName", Values.of("ordersBetaStack"));
      assertThat(stage(template, "Beta")).doesNotContainKeys("OnFailure", "OnSuccess");
    }

    @Test
    void areApprovedInAStageOfItsOwn() {
      Template template = render(V3Settings::everything);

      assertThat(stages(template).stream().map(stage -> stage.entries().get("Name")))
          .containsExactlyElementsOf(
              sequence("Source", "Build", "BetaApproval", "Beta", "ProdApproval", "Prod").items());
      assertThat(actions(template, "BetaApproval")).containsExactly("Approve");
      assertThat(actions(template, "Beta"))
          .containsExactly("CreateBetaChangeSet", "ExecuteChangeSet", "Test");
      assertThat(actions(template, "ProdApproval"))
          .containsExactly("CreateReviewChangeSet", "Approve");
      assertThat(actions(template, "Prod"))
          .containsExactly("CreateProdChangeSet", "ExecuteChangeSet", "Test");
    }

    @Test
    void neitherRollBackNorRetryWhereSomebodyRejects() {
      Template template = render(V3Settings::everything);

      for (String approval : List.of("BetaApproval", "ProdApproval")) {
        assertThat(stage(template, approval)).containsOnlyKeys("Name", "Actions");
      }
    }

    @Test
    void showTheApproverTheirChangeSetUnderAnotherName() {
      Template template = render(V3Settings::everything);

      Map<String, Value> review =
          new HashMap<>(configuration(template, "ProdApproval", "CreateReviewChangeSet"));
      Map<String, Value> deployed =
          new HashMap<>(configuration(template, "Prod", "CreateProdChangeSet"));
      assertThat(review.remove("ChangeSetName")).isEqualTo(Values.of("ordersReviewChangeSet"));
      assertThat(deployed.remove("ChangeSetName")).isEqualTo(Values.of("ordersChangeSet"));
      assertThat(review).isEqualTo(deployed);
      assertThat(configuration(template, "Prod", "ExecuteChangeSet"))
          .containsEntry("ChangeSetName", Values.of("ordersChangeSet"));
    }

    @Test
    void runOneActionAfterTheOther() {
      for (Mapping stage : stages(render(V3Settings::everything))) {
        List<Value> actions = items(stage.entries().get("Actions"));
        for (int i = 0; i < actions.size(); i++) {
          assertThat(((Mapping) actions.get(i)).entries())
              .containsEntry("RunOrder", Values.of(i + 1));
        }
      }
    }

    @Test
    void tellWhatThereIsToApprove() {
      Template template = render(V3Settings::everything);

      assertThat(configuration(template, "ProdApproval", "Approve"))
          .isEqualTo(
              Map.of(
                  "NotificationArn",
                  ref("ProdApprovalTopic"),
                  "CustomData",
                  Values.of("Ship it?"),
                  "ExternalEntityLink",
                  Values.of("https://dashboards.example.com/orders?stage=beta")));
      assertThat(action(template, "ProdApproval", "Approve"))
          .containsEntry("TimeoutInMinutes", Values.of(2880));
      assertThat(configuration(template, "BetaApproval", "Approve"))
          .containsEntry("NotificationArn", Values.of(V3Settings.TOPIC_ARN))
          .containsEntry(
              "ExternalEntityLink",
              toConsole(
                  "https://${Console}/cloudformation/home?region=${AWS::Region}"
                      + "#/stacks?filteringText=ordersBetaStack"));
      assertThat(action(template, "BetaApproval", "Approve")).doesNotContainKey("TimeoutInMinutes");
      assertThat(policy(template, "CodePipelineAccess/AskForApproval").resources())
          .containsExactly(Values.of(V3Settings.TOPIC_ARN), ref("ProdApprovalTopic"));
    }

    @Test
    void leadToTheConsoleOfTheirPartition() {
      Template template = render(V3Settings::everything);

      assertThat(template.conditions())
          .isEqualTo(
              Map.of(
                  "InChina", Condition.inPartition("aws-cn"),
                  "InGovCloud", Condition.inPartition("aws-us-gov")));
      assertThat(template)
          .hasResource(
              "AWS::Events::Rule",
              "Targets",
              sequence(
                  mapping(
                      "InputTransformer",
                      mapping(
                          "InputTemplate",
                          toConsole(
                              "\"Pipeline <pipeline>: stage <stage> is waiting for approval."
                                  + " https://${Console}/codesuite/codepipeline/pipelines/<pipeline>"
                                  + "/view?region=${AWS::Region}\"")))));
      assertThat(render(V3Settings::v3).conditions()).isEmpty();
    }

    @Test
    void needNoConditionForAnAddressOfTheUsers() {
      Template template =
          render(
              settings -> {
                V3Settings.everything(settings);
                settings.notifications = null;
                settings.stages.get(0).approval = null;
              });

      assertThat(template.conditions()).isEmpty();
    }

    private static Value toConsole(String link) {
      return Values.mapping(
          "Fn::If",
          sequence(
              "InChina",
              sub(link.replace("${Console}", "console.amazonaws.cn")),
              mapping(
                  "Fn::If",
                  sequence(
                      "InGovCloud",
                      sub(link.replace("${Console}", "console.amazonaws-us-gov.com")),
                      sub(link.replace("${Console}", "console.aws.amazon.com"))))));
    }

    @Test
    void askByMailOverAnEncryptedTopic() {
      Template template = render(V3Settings::github);

      assertThat(template)
          .hasResource(
              "AWS::SNS::Topic",
              "KmsMasterKeyId",
              getAtt("PipelineKey", "Arn"),
              "Subscription",
              sequence(mapping("Protocol", "email", "Endpoint", "ops@example.com")));
      Mapping policy =
          (Mapping) properties(template, "ProdApprovalTopicPolicy").get("PolicyDocument");
      assertThat(items(policy.entries().get("Statement")))
          .singleElement()
          .isEqualTo(
              mapping(
                  "Sid",
                  "DenyWithoutTls",
                  "Effect",
                  "Deny",
                  "Principal",
                  mapping("AWS", "*"),
                  "Action",
                  sequence("sns:Publish"),
                  "Resource",
                  ref("ProdApprovalTopic"),
                  "Condition",
                  mapping("Bool", mapping("aws:SecureTransport", "false"))));
    }

    @Test
    void mayPublishToATopicUnderTheKeyWhateverElseIsEncrypted() {
      Template template =
          render(
              settings -> {
                V3Settings.github(settings);
                settings.encryption = "s3";
              });

      assertThat(policy(template, "CodePipelineAccess/UseKey").resources())
          .containsExactly(getAtt("PipelineKey", "Arn"));
      assertThat(statements(template).map(Policy::name)).doesNotContain("CodeBuildAccess/UseKey");
    }

    @Test
    void failAsGiven() {
      Template template = render(V3Settings::everything);

      assertThat(stage(template, "Beta")).containsEntry("OnFailure", mapping("Result", "ROLLBACK"));
      assertThat(stage(template, "Prod"))
          .containsEntry(
              "OnFailure",
              mapping(
                  "Result", "RETRY", "RetryConfiguration", mapping("RetryMode", "ALL_ACTIONS")));
    }

    @Test
    void watchAnAlarmThatRollsThemBack() {
      Template template = render(V3Settings::everything);

      Mapping rule =
          mapping(
              "Name",
              "WatchAlarm",
              "RuleTypeId",
              mapping(
                  "Category",
                  "Rule",
                  "Owner",
                  "AWS",
                  "Provider",
                  "CloudWatchAlarm",
                  "Version",
                  "1"),
              "Configuration",
              mapping("AlarmName", "orders errors", "WaitTime", "30"));
      assertThat(stage(template, "Prod"))
          .containsEntry(
              "OnSuccess",
              mapping(
                  "Conditions", sequence(mapping("Result", "ROLLBACK", "Rules", sequence(rule)))));
      assertThat(policy(template, "CodePipelineAccess/WatchAlarms").resources())
          .containsExactly(Values.of("*"));
    }

    @Test
    void areDeployedWithTheirOwnNamesAndCapabilities() {
      Template template = render(V3Settings::everything);

      assertThat(configuration(template, "Prod", "CreateProdChangeSet"))
          .containsEntry("StackName", Values.of("orders-live"))
          .containsEntry(
              "TemplatePath", Values.of("CompiledCFNTemplate::transformed-production.yaml"))
          .containsEntry("Capabilities", Values.of("CAPABILITY_NAMED_IAM,CAPABILITY_AUTO_EXPAND"));
      assertThat(configuration(template, "Beta", "CreateBetaChangeSet"))
          .containsEntry(
              "ParameterOverrides",
              Values.of("{\"Greeting\":\"Say \\\"hello\\\", \\\\o/\",\"LogLevel\":\"debug\"}"));
    }

    @Test
    void areTestedByAProjectThatKnowsTheirStack() {
      assertThat(render(V3Settings::github))
          .hasResource(
              "AWS::CodeBuild::Project",
              "Name",
              "ordersBetaTests",
              "ServiceRole",
              getAtt("StageTestRole", "Arn"),
              "Environment",
              mapping(
                  "EnvironmentVariables",
                  sequence(mapping("Name", "STACK_NAME", "Value", "ordersBetaStack"))));
    }
  }

  /** A statement of a managed policy. */
  record Policy(String policyId, Mapping statement) {

    Map<String, Value> entries() {
      return statement.entries();
    }

    String name() {
      return policyId + "/" + text(entries().get("Sid"));
    }

    List<String> actions() {
      return items(entries().get("Action")).stream().map(V3TemplateTest::text).toList();
    }

    List<Value> resources() {
      return items(entries().get("Resource"));
    }

    boolean hasWildcard() {
      return resources().stream()
          .anyMatch(
              arn ->
                  Values.textOfSub(arn).orElse("").contains("*")
                      || arn instanceof Text text && text.text().contains("*"));
    }
  }

  private static Template render(Consumer<PipelineSettings> settings) {
    V3Pipeline pipeline = V3Settings.pipeline(settings);
    return V3Template.draft(pipeline, BuildSource.written(V3BuildSpec.render(pipeline))).template();
  }

  private static Stream<Policy> statements(Template template) {
    return resources(template, "AWS::IAM::ManagedPolicy").stream()
        .flatMap(
            id -> {
              Mapping document = (Mapping) properties(template, id).get("PolicyDocument");
              return items(document.entries().get("Statement")).stream()
                  .map(statement -> new Policy(id, (Mapping) statement));
            });
  }

  private static Policy policy(Template template, String name) {
    List<Policy> found = statements(template).filter(s -> s.name().equals(name)).toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private static List<String> resources(Template template, String type) {
    return template.resources().entrySet().stream()
        .filter(resource -> resource.getValue().type().equals(type))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, Value> properties(Template template, String logicalId) {
    return template.resources().get(logicalId).properties().entries();
  }

  private static String reasons(Template template, String logicalId) {
    return rules(template.resources().get(logicalId)).stream()
        .map(rule -> text(rule.entries().get("reason")))
        .reduce("", (all, reason) -> all + reason);
  }

  private static List<String> suppressed(Resource resource) {
    return rules(resource).stream().map(rule -> text(rule.entries().get("id"))).toList();
  }

  private static List<Mapping> rules(Resource resource) {
    Mapping nag = (Mapping) resource.metadata().entries().get("cdk_nag");
    return nag == null
        ? List.of()
        : items(nag.entries().get("rules_to_suppress")).stream().map(Mapping.class::cast).toList();
  }

  private static List<Mapping> stages(Template template) {
    return items(properties(template, "AppPipeline").get("Stages")).stream()
        .map(Mapping.class::cast)
        .toList();
  }

  private static Map<String, Value> stage(Template template, String name) {
    return stages(template).stream()
        .map(Mapping::entries)
        .filter(stage -> text(stage.get("Name")).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> actions(Template template, String stage) {
    List<String> names = new ArrayList<>();
    items(stage(template, stage).get("Actions"))
        .forEach(action -> names.add(text(((Mapping) action).entries().get("Name"))));
    return names;
  }

  private static Map<String, Value> action(Template template, String stage, String name) {
    return items(stage(template, stage).get("Actions")).stream()
        .map(action -> ((Mapping) action).entries())
        .filter(action -> text(action.get("Name")).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Value> configuration(Template template, String stage, String name) {
    return ((Mapping) action(template, stage, name).get("Configuration")).entries();
  }

  private static List<Value> items(Value value) {
    return value instanceof Sequence sequence ? sequence.items() : List.of(value);
  }

  private static String text(Value value) {
    return ((Text) value).text();
  }
}
