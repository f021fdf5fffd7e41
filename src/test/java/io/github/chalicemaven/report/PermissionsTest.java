package io.github.chalicemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path repository;

  static List<GoldenCase> goldenCases() {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void everyStatementOfTheTemplateIsThereOnceAndNoOther(GoldenCase golden) throws Exception {
    Reported reported = Reported.of(golden, repository);
    assertStatements(reported.rendered().template(), reported.permissions(), 8);
    List<SupportTemplate> supports = reported.rendered().supports();
    List<SupportStack> stacks = reported.report().supports();
    assertThat(stacks).hasSameSizeAs(supports);
    for (int i = 0; i < supports.size(); i++) {
      assertStatements(supports.get(i).template(), stacks.get(i).permissions(), 4);
    }
  }

  private static void assertStatements(
      Value.Mapping template, Permissions permissions, int moreThan) throws Exception {
    Map<String, String> expected = new TreeMap<>();
    collect("", JSON.readTree(DocumentFormat.JSON.render(template)), expected);
    List<Permissions.Statement> statements = all(permissions);
    Map<String, String> found = new TreeMap<>();
    statements.forEach(s -> found.put(s.place().toString(), words(s)));
    assertThat(found).isEqualTo(expected);
    assertThat(statements).hasSize(expected.size()).hasSizeGreaterThan(moreThan);
  }

  private static String words(Permissions.Statement s) {
    return String.join(
        " ",
        s.effect(),
        s.sid(),
        s.actions().toString(),
        s.resources().size() + " resources,",
        s.principals().size() + " principals,",
        s.conditions().size() + " conditions");
  }

  /** Each object with an effect, by its place: what the report must say of it. */
  private static void collect(String place, JsonNode node, Map<String, String> found) {
    if (node.has("Effect")) {
      found.put(place, words(node));
      return;
    }
    node.properties()
        .forEach(
            entry ->
                collect(
                    place.isEmpty() ? entry.getKey() : place + "." + entry.getKey(),
                    entry.getValue(),
                    found));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(place + "[" + i + "]", node.get(i), found);
    }
  }

  private static String words(JsonNode statement) {
    List<String> actions = new ArrayList<>();
    items(statement.path("Action")).forEach(action -> actions.add(action.asText()));
    int principals = 0;
    for (JsonNode kind : statement.path("Principal")) {
      principals += items(kind).size();
    }
    int conditions = 0;
    for (JsonNode operator : statement.path("Condition")) {
      conditions += operator.size();
    }
    return String.join(
        " ",
        statement.get("Effect").asText(),
        statement.path("Sid").asText(),
        actions.toString(),
        items(statement.path("Resource")).size() + " resources,",
        principals + " principals,",
        conditions + " conditions");
  }

  private static List<JsonNode> items(JsonNode node) {
    List<JsonNode> items = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(items::add);
    } else if (!node.isMissingNode()) {
      items.add(node);
    }
    return items;
  }

  private static List<Permissions.Statement> all(Permissions permissions) {
    return Stream.of(
            permissions.roles().stream().flatMap(role -> role.trust().stream()),
            permissions.policies().stream().flatMap(policy -> policy.statements().stream()),
            permissions.resourcePolicies().stream().flatMap(policy -> policy.statements().stream()))
        .flatMap(statements -> statements)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void everyStatementHasItsRow(GoldenCase golden) throws Exception {
    Reported reported = Reported.of(golden, repository);
    Permissions permissions = reported.permissions();
    assertRows(permissions, PermissionsDocument.of(permissions));
    for (SupportStack stack : reported.report().supports()) {
      assertRows(stack.permissions(), PermissionsDocument.of(stack));
    }
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void eachTableHasACaptionOfItsOwn(GoldenCase golden) throws Exception {
    assertThat(ReportDocument.of(Reported.of(golden, repository).report()))
        .filteredOn(Block.Table.class::isInstance)
        .extracting(block -> ((Block.Table) block).caption())
        .doesNotHaveDuplicates();
  }

  private static void assertRows(Permissions permissions, List<Block> blocks) {
    List<Block.Table> tables =
        blocks.stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast).toList();
    int roles = permissions.roles().size();
    long trusts = permissions.roles().stream().mapToLong(role -> role.trust().size()).sum();

    assertThat(roles == 0 ? 0 : tables.get(0).rows().size()).isEqualTo(roles);
    assertThat(tables.stream().mapToLong(table -> table.rows().size()).sum() - roles)
        .isEqualTo(all(permissions).size() - trusts);
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void everyWildcardHasItsReason(GoldenCase golden) throws Exception {
    Report report = Reported.of(golden, repository).report();
    List<Permissions.Statement> wide =
        Stream.concat(
                Stream.of(report.permissions()),
                report.supports().stream().map(SupportStack::permissions))
            .flatMap(permissions -> all(permissions).stream())
            .filter(Permissions.Statement::isWide)
            .toList();

    assertThat(wide)
        .isNotEmpty()
        .allSatisfy(statement -> assertThat(statement.reason()).as(statement.sid()).isPresent());
  }

  @Test
  void theReasonIsTheStatementsOwn() throws Exception {
    Permissions permissions = of(V3Settings::everything);

    assertThat(statement(permissions, "CFNDeployAccess", "UseLayers").reason())
        .contains("the layers that the application refers to, in any account");
    assertThat(statement(permissions, "CodeBuildAccess", "GetPipToken").reason().get())
        .startsWith("sts:GetServiceBearerToken, which does not support resource ARNs");
    assertThat(statement(permissions, "CodeBuildAccess", "WriteLogs").reason()).isEmpty();
  }

  @Test
  void valuesAreShownWithTheNamesThatTheyWillHave() throws Exception {
    Permissions permissions = of(V3Settings::github);
    Permissions.Statement passRoles = statement(permissions, "CFNDeployAccessProd", "PassRoles");

    assertThat(passRoles.resources())
        .containsExactly("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/ordersProdStack-*");
    assertThat(passRoles.conditions())
        .containsExactly("StringEquals iam:PassedToService: lambda.amazonaws.com");
  }

  @Test
  void rolesSayWhoAssumesThemAndWhatTheyHold() throws Exception {
    Permissions permissions = of(V3Settings::operations);
    Permissions.Role deploy = role(permissions, "CFNDeployRole");

    assertThat(deploy.trust()).hasSize(1);
    assertThat(deploy.trust().get(0).principals()).containsExactly("cloudformation.amazonaws.com");
    assertThat(deploy.policies()).containsExactly("CFNDeployAccess", "CFNDeployAccessBeta");
    assertThat(deploy.boundary()).contains(V3Settings.BOUNDARY_ARN);
    assertThat(deploy.description()).isEqualTo("Deploys the stage Beta");
  }

  @Test
  void policiesOfKeysBucketsAndTopicsSayWhatTheyProtect() throws Exception {
    Permissions permissions = of(V3Settings::operations);
    List<String> protectedResources =
        permissions.resourcePolicies().stream().flatMap(p -> p.holders().stream()).toList();

    assertThat(protectedResources)
        .containsExactly(
            "PipelineKey",
            "AccessLogBucket",
            "ArtifactBucketStore",
            "ApplicationBucket",
            "NotificationTopic");
  }

  @Test
  void theFragmentsStatementsAreMarkedSo() throws Exception {
    Path fragment = GoldenCase.FOLDERS.resolve("v3-merge/fragment.yaml");
    Permissions permissions = of(s -> V3Settings.merge(s, fragment));
    Permissions.Policy added = policy(permissions, "ReportErrors");

    assertThat(added.holders()).containsExactly("CodeBuildRole");
    assertThat(role(permissions, "CodeBuildRole").policies()).contains("ReportErrors");
    assertThat(added.statements().get(0).reason()).contains("from the fragment fragment.yaml");
  }

  @Test
  void exceptionsAndOpenDoorsOfAFragmentAreWildcards() throws Exception {
    Path fragment = repository.resolve("extras.yaml");
    Files.writeString(
        fragment,
        """
        Resources:
          Inbox:
            Type: AWS::SQS::Queue
          InboxPolicy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!Ref Inbox]
              PolicyDocument:
                Statement:
                  Effect: Allow
                  Principal: "*"
                  NotAction: sqs:DeleteQueue
                  NotResource: !GetAtt Inbox.Arn
        """);
    Permissions permissions = of(s -> V3Settings.merge(s, fragment));
    Permissions.Policy inbox = policy(permissions, "InboxPolicy");
    Permissions.Statement statement = inbox.statements().get(0);

    assertThat(inbox.holders()).containsExactly("Inbox");
    assertThat(statement.principals()).containsExactly("anybody");
    assertThat(statement.actions()).containsExactly("all but sqs:DeleteQueue");
    assertThat(statement.resources()).containsExactly("all but ${Inbox.Arn}");
    assertThat(statement.isWide()).isTrue();
    assertThat(HtmlPage.page(report(s -> V3Settings.merge(s, fragment))))
        .contains("<span class=\"cp-mark\">open to all</span>");
  }

  @Test
  void saysWhatTheApplicationsRolesMayBecome() throws Exception {
    assertThat(applicationRoles(V3Settings::github))
        .contains("CFNDeployRole", "role/ordersBetaStack-*", "role/ordersProdStack-*")
        .contains("No boundary limits these roles");
    assertThat(
            applicationRoles(
                settings -> {
                  V3Settings.v3(settings);
                  settings.deployment = new DeploymentSettings();
                  settings.deployment.roleArn = "arn:aws:iam::111122223333:role/Deployer";
                }))
        .contains("No role of this template may create roles");
  }

  private String applicationRoles(Consumer<PipelineSettings> settings) throws Exception {
    String html = HtmlPage.page(report(settings));
    return html.substring(
        html.indexOf("id=\"application-roles\""), html.indexOf("id=\"role-policies\""));
  }

  private Report report(Consumer<PipelineSettings> settings) throws Exception {
    return reported(settings).report();
  }

  private Permissions of(Consumer<PipelineSettings> settings) throws Exception {
    return reported(settings).permissions();
  }

  private Reported reported(Consumer<PipelineSettings> settings) throws Exception {
    return Reported.of(new GoldenCase("", "json", settings), repository);
  }

  private static Permissions.Role role(Permissions permissions, String logicalId) {
    return permissions.roles().stream()
        .filter(role -> role.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow();
  }

  private static Permissions.Policy policy(Permissions permissions, String name) {
    return Stream.concat(permissions.policies().stream(), permissions.resourcePolicies().stream())
        .filter(policy -> policy.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Permissions.Statement statement(
      Permissions permissions, String policy, String sid) {
    return policy(permissions, policy).statements().stream()
        .filter(statement -> statement.sid().equals(sid))
        .findFirst()
        .orElseThrow();
  }
}
