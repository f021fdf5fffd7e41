package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static io.github.chalicemaven.core.cloudformation.Values.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.app.ConfigScope;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Value.Mapping;
import io.github.chalicemaven.core.cloudformation.Value.Sequence;
import io.github.chalicemaven.core.cloudformation.Value.Text;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.BuildSource;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What CloudFormation's role of a stage may do, where it depends on more than the stage's name. */
class DeployAccessTest {

  private static final String GIVEN = "arn:aws:iam::111122223333:role/given";
  private static final String OTHER = "arn:aws:iam::111122223333:role/other";

  @Test
  void rolesThatTheConfigurationNamesArePassedToLambda() {
    ConfigScope scope =
        new ConfigScope(
            Map.of("manage_iam_role", "false", "iam_role_arn", GIVEN),
            Map.of("nightly", new ConfigScope(Map.of("iam_role_arn", OTHER), Map.of(), Map.of())),
            Map.of());

    Mapping statement = statements(V3Settings::v3, scope).get("CFNDeployAccessBeta/PassGivenRoles");

    assertThat(statement.entries())
        .containsEntry("Action", sequence("iam:PassRole"))
        .containsEntry("Resource", sequence(GIVEN, OTHER))
        .containsEntry("Condition", passedTo("lambda"));
    assertThat(statements(V3Settings::v3)).doesNotContainKey("CFNDeployAccessBeta/PassGivenRoles");
  }

  @Test
  void rolesOfAuthorizersArePassedToApiGateway() {
    Map<String, Mapping> statements =
        statements(
            settings -> {
              V3Settings.v3(settings);
              settings.deployment = new DeploymentSettings();
              settings.deployment.apiGatewayRoleArns = List.of(GIVEN);
            });

    assertThat(statements.get("CFNDeployAccessBeta/PassApiRoles").entries())
        .containsEntry("Action", sequence("iam:PassRole"))
        .containsEntry("Resource", Values.of(GIVEN))
        .containsEntry("Condition", passedTo("apigateway"));
    assertThat(statements(V3Settings::v3)).doesNotContainKey("CFNDeployAccessBeta/PassApiRoles");
  }

  private static Mapping passedTo(String service) {
    return mapping("StringEquals", mapping("iam:PassedToService", service + ".amazonaws.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "api_gateway_custom_domain, EDGE, true, true",
    "api_gateway_custom_domain, '', true, true",
    "api_gateway_custom_domain, REGIONAL, true, false",
    "websocket_api_custom_domain, EDGE, true, false",
    "autogen_policy, EDGE, false, false"
  })
  void aCustomDomainNeedsItsRoleAndADistribution(
      String key, String endpoint, boolean role, boolean distribution) {
    Map<String, String> values = new TreeMap<>(Map.of(key, "{}"));
    if (!endpoint.isEmpty()) {
      values.put("api_gateway_endpoint_type", endpoint);
    }
    Map<String, Mapping> statements =
        statements(
            V3Settings::v3,
            new ConfigScope(
                Map.of(), Map.of(), Map.of("beta", new ConfigScope(values, Map.of(), Map.of()))));

    assertThat(statements.containsKey("CFNDeployAccessBeta/CreateDomainRole")).isEqualTo(role);
    if (role) {
      assertThat(statements.get("CFNDeployAccessBeta/CreateDomainRole").entries())
          .containsEntry("Action", sequence("iam:CreateServiceLinkedRole"))
          .containsEntry(
              "Resource",
              sub(
                  "arn:${AWS::Partition}:iam::${AWS::AccountId}:"
                      + "role/aws-service-role/ops.apigateway.amazonaws.com/*"))
          .containsEntry(
              "Condition",
              mapping(
                  "StringEquals", mapping("iam:AWSServiceName", "ops.apigateway.amazonaws.com")));
    }
    assertThat(statements.containsKey("CFNDeployAccessBeta/UpdateDistribution"))
        .isEqualTo(distribution);
    if (distribution) {
      assertThat(statements.get("CFNDeployAccessBeta/UpdateDistribution").entries())
          .containsEntry("Action", sequence("cloudfront:UpdateDistribution"))
          .containsEntry("Resource", Values.of("*"));
    }
  }

  @Test
  void anotherStagesCustomDomainIsNoneOfThis() {
    ConfigScope domain =
        new ConfigScope(Map.of("api_gateway_custom_domain", "{}"), Map.of(), Map.of());

    assertThat(
            statements(V3Settings::v3, new ConfigScope(Map.of(), Map.of(), Map.of("prod", domain))))
        .doesNotContainKeys(
            "CFNDeployAccessBeta/CreateDomainRole", "CFNDeployAccessBeta/UpdateDistribution");
  }

  @Test
  void topicsAreThoseOfAnyAccount() {
    assertThat(statements(V3Settings::v3).get("CFNDeployAccess/Subscribe").entries())
        .containsEntry(
            "Action",
            sequence(
                "sns:GetSubscriptionAttributes",
                "sns:GetTopicAttributes",
                "sns:SetSubscriptionAttributes",
                "sns:Subscribe",
                "sns:Unsubscribe"))
        .containsEntry("Resource", sub("arn:${AWS::Partition}:sns:${AWS::Region}:*:*"));
  }

  /** CloudFormation's resource handlers list these. */
  @ParameterizedTest
  @CsvSource({
    "CFNDeployAccess/CheckNetwork, ec2:DescribeNetworkInterfaces",
    "CFNDeployAccess/FindLogPolicies, logs:DescribeIndexPolicies",
    "CFNDeployAccess/FindLogPolicies, logs:DescribeResourcePolicies",
    "CFNDeployAccessBeta/ManageFunctions, lambda:GetFunctionScalingConfig",
    "CFNDeployAccessBeta/ManageLogGroups, logs:GetDataProtectionPolicy",
    "CFNDeployAccessBeta/ManageRules, events:ListTagsForResource",
    "CFNDeployAccessBeta/ManageRules, events:ListTargetsByRule"
  })
  void readsWhatTheHandlersRead(String statement, String action) {
    assertThat(actions(statements(V3Settings::v3).get(statement))).contains(action);
  }

  /** No resource handler lists these for what Chalice's templates have. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "iam:AttachRolePolicy",
        "iam:DetachRolePolicy",
        "kms:DescribeKey",
        "lambda:GetFunctionConfiguration",
        "lambda:ListVersionsByFunction",
        "lambda:PublishVersion",
        "s3:GetObjectVersion",
        "sns:ListSubscriptionsByTopic"
      })
  void mayNotDoWhatNobodyNeeds(String action) {
    assertThat(statements(V3Settings::v3).entrySet())
        .filteredOn(statement -> statement.getKey().startsWith("CFNDeployAccess"))
        .isNotEmpty()
        .allSatisfy(statement -> assertThat(actions(statement.getValue())).doesNotContain(action));
  }

  @Test
  void rulesAreThoseOfTheStack() {
    assertThat(statements(V3Settings::v3).get("CFNDeployAccessBeta/ManageRules").entries())
        .containsEntry(
            "Resource",
            sub(
                "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:"
                    + "rule/ordersBetaStack-*"));
  }

  @Test
  void aStackWhoseNameBeginsLikeAnotherIsSpared() {
    Map<String, Mapping> statements =
        statements(settings -> stacks(settings, "orders", "orders-live"));

    String account = "${AWS::Region}:${AWS::AccountId}:";
    assertThat(statements.get("CFNDeployAccessBeta/SpareOtherStages").entries())
        .containsEntry("Effect", Values.of("Deny"))
        .containsEntry("Action", sequence("events:*", "iam:*", "lambda:*", "logs:*"))
        .containsEntry(
            "Resource",
            sequence(
                sub("arn:${AWS::Partition}:lambda:" + account + "function:orders-live-*"),
                sub(
                    "arn:${AWS::Partition}:logs:"
                        + account
                        + "log-group:/aws/lambda/orders-live-*"),
                sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/orders-live-*"),
                sub("arn:${AWS::Partition}:events:" + account + "rule/orders-live-*")));
    assertThat(statements.get("CFNDeployAccessBeta/SpareEventSources").entries())
        .containsEntry("Effect", Values.of("Deny"))
        .containsEntry("Action", sequence("lambda:*EventSourceMapping"))
        .containsEntry(
            "Condition",
            mapping(
                "ArnLike",
                mapping(
                    "lambda:FunctionArn",
                    sub("arn:${AWS::Partition}:lambda:" + account + "function:orders-live-*"))));
    assertThat(statements).doesNotContainKey("CFNDeployAccessProd/SpareOtherStages");
  }

  @ParameterizedTest
  @CsvSource({"orders, orderslive", "orders-beta, orders-live", "orders-live, orders"})
  void nothingIsDeniedToTheFirstStageWhereNamesDiffer(String beta, String prod) {
    assertThat(statements(settings -> stacks(settings, beta, prod)))
        .doesNotContainKey("CFNDeployAccessBeta/SpareOtherStages");
  }

  private static void stacks(PipelineSettings settings, String first, String second) {
    StageSettings beta = V3Settings.stage("beta");
    beta.stackName = first;
    StageSettings prod = V3Settings.stage("prod");
    prod.stackName = second;
    V3Settings.stages(V3Settings.v3(settings), beta, prod);
  }

  @Test
  void aBoundaryBindsTheRolesOfTheApplication() {
    Mapping withBoundary =
        statements(V3Settings::operations).get("CFNDeployAccessBeta/GiveRolesPermissions");
    Mapping without = statements(V3Settings::v3).get("CFNDeployAccessBeta/GiveRolesPermissions");

    assertThat(withBoundary.entries())
        .containsEntry(
            "Action",
            sequence(
                "iam:CreateRole",
                "iam:DeleteRolePolicy",
                "iam:PutRolePermissionsBoundary",
                "iam:PutRolePolicy"))
        .containsEntry(
            "Condition",
            mapping("StringEquals", mapping("iam:PermissionsBoundary", V3Settings.BOUNDARY_ARN)));
    assertThat(actions(without))
        .containsExactly("iam:CreateRole", "iam:DeleteRolePolicy", "iam:PutRolePolicy");
    assertThat(without.entries()).doesNotContainKey("Condition");
  }

  @Test
  void aBoundaryBindsWhoeverMayDoEverythingToo() {
    Consumer<PipelineSettings> admin =
        settings -> {
          V3Settings.operations(settings);
          settings.deployment = new DeploymentSettings();
          settings.deployment.admin = "true";
        };

    assertThat(statements(admin).get("CFNDeployAccessBeta/KeepBoundary").entries())
        .containsEntry("Effect", Values.of("Deny"))
        .containsEntry(
            "Action",
            sequence(
                "iam:AttachRolePolicy",
                "iam:CreateRole",
                "iam:DeleteRolePermissionsBoundary",
                "iam:PutRolePermissionsBoundary",
                "iam:PutRolePolicy"))
        .containsEntry(
            "Condition",
            mapping(
                "StringNotEquals", mapping("iam:PermissionsBoundary", V3Settings.BOUNDARY_ARN)));
  }

  private static Map<String, Mapping> statements(Consumer<PipelineSettings> settings) {
    return statements(settings, ConfigScope.EMPTY);
  }

  /** By policy and name. */
  private static Map<String, Mapping> statements(
      Consumer<PipelineSettings> settings, ConfigScope scope) {
    V3Pipeline pipeline = V3Settings.pipeline(settings, scope);
    Template template =
        V3Template.draft(pipeline, BuildSource.written(V3BuildSpec.render(pipeline))).template();
    Map<String, Mapping> statements = new TreeMap<>();
    template
        .resources()
        .forEach(
            (logicalId, resource) -> {
              if (resource.type().equals("AWS::IAM::ManagedPolicy")) {
                Mapping document = (Mapping) resource.properties().entries().get("PolicyDocument");
                items(document.entries().get("Statement"))
                    .map(Mapping.class::cast)
                    .forEach(s -> statements.put(logicalId + "/" + text(s, "Sid"), s));
              }
            });
    return statements;
  }

  private static List<String> actions(Mapping statement) {
    return items(statement.entries().get("Action")).map(v -> ((Text) v).text()).toList();
  }

  private static Stream<Value> items(Value value) {
    return value instanceof Sequence sequence ? sequence.items().stream() : Stream.of(value);
  }

  private static String text(Mapping mapping, String key) {
    return ((Text) mapping.entries().get(key)).text();
  }
}
