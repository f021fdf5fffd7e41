package io.github.chalicemaven.core.render.v3.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.Generated;
import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The roles of each golden pipeline of one account may do what its life needs, and no more. */
class SingleAccountPoliciesTest {

  private static final String ACCOUNT = "111122223333";
  private static final String IAM = "arn:aws:iam::111122223333:";

  static List<String> goldenFolders() {
    return GoldenCase.all().stream()
        .map(GoldenCase::folder)
        .filter(folder -> folder.startsWith("v3-") && GoldenCase.isOneStack(folder))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("goldenFolders")
  void whatIsNeededIsAllowedAndNothingNextToIt(String folder) {
    assertThat(judgement(folder).faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("goldenFolders")
  void nothingIsSpareAndNothingCouldBeWider(String folder) {
    Judgement judgement = judgement(folder);
    assertThat(judgement.unnoticed(Mutation.all(judgement.statements()))).isEmpty();
  }

  /** A deployment role that may do everything gives no role more than the boundary allows. */
  @Test
  void anAdministratorKeepsTheBoundary(@TempDir Path repository) {
    PipelineSettings settings = new PipelineSettings();
    settings.appName = "orders";
    settings.appDirectory = repository;
    settings.repositoryDirectory = repository;
    V3Settings.operations(settings);
    settings.deployment = new DeploymentSettings();
    settings.deployment.admin = "true";
    Generated generated = Generated.of(settings, LocalDate.EPOCH);
    DeployedStack stack =
        DeployedStack.of("orders-pipeline", ACCOUNT, "us-east-1", generated.templateText());
    Accounts accounts = new Accounts(Optional::of);
    addGiven(accounts, stack);
    accounts.deploy(stack);

    String role = stack.arn("CFNDeployRole");
    Request create = Request.of(role, "iam:CreateRole", IAM + "role/anything");
    Request lose = Request.of(role, "iam:DeleteRolePermissionsBoundary", IAM + "role/anything");
    String key = "iam:PermissionsBoundary";
    assertThat(List.of(create, create.with(key, IAM + "policy/Other"), lose))
        .noneMatch(request -> accounts.answer(request).allowed());
    assertThat(
            List.of(
                create.with(key, V3Settings.BOUNDARY_ARN),
                Request.of(role, "dynamodb:CreateTable", stack.arn("dynamodb", "table/orders"))))
        .allMatch(request -> accounts.answer(request).allowed());
  }

  private static Judgement judgement(String folder) {
    DeployedStack stack =
        DeployedStack.of(
            "orders-pipeline",
            folder.equals("v3-application") ? "123456789012" : ACCOUNT,
            "us-east-1",
            GoldenCase.FOLDERS.resolve(folder).resolve("pipeline.json"));
    Landscape landscape =
        new Landscape(stack, List.of(), Optional.empty(), accounts -> addGiven(accounts, stack));
    return new Judgement(
        landscape, new PipelineLife(landscape, variant(folder), moreNeeds(folder, stack)));
  }

  private static ApplicationLife.Variant variant(String folder) {
    return folder.equals("v3-application")
        ? new ApplicationLife.Variant(
            List.of("arn:aws:iam::123456789012:role/existing-lambda-role"),
            List.of(
                "arn:aws:iam::123456789012:role/apigw-invokes",
                "arn:aws:iam::123456789012:role/apigw-runs-authorizer"),
            true)
        : ApplicationLife.Variant.PLAIN;
  }

  /** What the user's own fragment is for. */
  private static List<Request> moreNeeds(String folder, DeployedStack stack) {
    return folder.equals("v3-merge")
        ? List.of(
            Request.of(
                stack.arn("CodeBuildRole"),
                "events:PutEvents",
                stack.arn("events", "event-bus/default")))
        : List.of();
  }

  /** What the settings of golden files name, and no template contains. */
  private static void addGiven(Accounts accounts, DeployedStack stack) {
    Map<?, ?> everything = Landscape.allow(Map.of("Action", "*", "Resource", "*"));
    accounts.addPolicy(V3Settings.BOUNDARY_ARN, everything);
    accounts.addPolicy(IAM + "policy/Tables", tables());
    accounts.addResource(V3Settings.KEY_ARN, ACCOUNT, keyPolicy());
    accounts.addResource("arn:aws:s3:::acme-releases", ACCOUNT, forAccount("s3:GetObject"));
    for (String name : List.of("domain/acme", "repository/acme/python")) {
      String index = "arn:aws:codeartifact:us-east-1:444455556666:" + name;
      accounts.addResource(index, "444455556666", forAccount("codeartifact:*"));
      String other = index.replaceFirst("/", "/other");
      accounts.addResource(other, "444455556666", forAccount("codeartifact:*"));
    }
    if (stack.ofType("AWS::IAM::Role").contains("CodePipelineRole")) {
      return;
    }
    // Outputs of the stack say which policies the user's own roles need.
    accounts.addRole(
        IAM + "role/platform/Pipeline",
        Landscape.trust("codepipeline", ACCOUNT),
        List.of(stack.arn("CodePipelineAccess")));
    accounts.addRole(
        IAM + "role/platform/Build",
        Landscape.trust("codebuild", ACCOUNT),
        List.of(stack.arn("CodeBuildAccess")));
    accounts.addRole(
        IAM + "role/platform/Deploy", Landscape.trust("cloudformation", ACCOUNT), List.of());
  }

  private static Map<?, ?> tables() {
    return Landscape.allow(Map.of("Action", "dynamodb:*", "Resource", "*"));
  }

  /** What the documentation asks of the policy of a key of the user's own. */
  private static Map<?, ?> keyPolicy() {
    List<String> use =
        List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*");
    List<String> logs = new ArrayList<>(use);
    logs.add("kms:ReEncrypt*");
    Object logGroups =
        Map.of(
            "ArnLike",
            Map.of(
                "kms:EncryptionContext:aws:logs:arn",
                "arn:aws:logs:us-east-1:" + ACCOUNT + ":log-group:*"));
    return Map.of(
        "Statement",
        List.of(
            toUse(Map.of("AWS", "arn:aws:iam::" + ACCOUNT + ":root"), use, Map.of()),
            toUse(Map.of("Service", "logs.us-east-1.amazonaws.com"), logs, logGroups),
            toUse(
                Map.of("Service", "events.amazonaws.com"),
                List.of("kms:Decrypt", "kms:GenerateDataKey*"),
                Map.of())));
  }

  private static Object toUse(Object principal, Object actions, Object condition) {
    return Landscape.allow(
            Map.of(
                "Action", actions, "Resource", "*", "Principal", principal, "Condition", condition))
        .get("Statement");
  }

  private static Map<String, Object> forAccount(String action) {
    return Landscape.allow(
        Map.of("Action", action, "Resource", "*", "Principal", Map.of("AWS", ACCOUNT)));
  }
}
