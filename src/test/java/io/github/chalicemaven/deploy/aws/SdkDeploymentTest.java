package io.github.chalicemaven.deploy.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.deploy.aws.AwsStub.Answer;
import io.github.chalicemaven.deploy.aws.AwsStub.Fault;
import io.github.chalicemaven.deploy.operation.DeploymentOptions;
import io.github.chalicemaven.deploy.operation.DeploymentResult;
import io.github.chalicemaven.deploy.operation.DeploymentResult.Outcome;
import io.github.chalicemaven.deploy.operation.Interruption;
import io.github.chalicemaven.deploy.operation.Masks;
import io.github.chalicemaven.deploy.operation.SkippedTime;
import io.github.chalicemaven.deploy.operation.StackDeletion;
import io.github.chalicemaven.deploy.operation.StackDeployment;
import io.github.chalicemaven.deploy.operation.Time;
import io.github.chalicemaven.deploy.service.AwsServices;
import io.github.chalicemaven.deploy.service.AwsSettings;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Dialog;
import io.github.chalicemaven.deploy.service.SpokenLines;
import io.github.chalicemaven.deploy.service.StackRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole deployments through the real SDK, against a local server. */
class SdkDeploymentTest {

  private static final String TEMPLATE =
      "{\"Resources\": {\"Repository\": {\"Type\": \"AWS::CodeCommit::Repository\","
          + " \"Properties\": {\"RepositoryName\": \"orders\", \"Tags\": \"a\"}},"
          + " \"Role\": {\"Type\": \"AWS::IAM::Role\"}},"
          + " \"Outputs\": {\"SourceRepoURL\": {}}}";

  private static final SpokenLines log = SpokenLines.batch();
  private static AwsStub aws;
  private static AwsServices services;

  private final SpokenLines dialog = SpokenLines.batch();
  private boolean dryRun;
  private Set<String> kept = Set.of();
  private Time pause = new SkippedTime();

  @BeforeAll
  static void startAws() throws IOException {
    aws = new AwsStub();
    services =
        new SdkAwsServices(
            new AwsSettings(
                "eu-west-1",
                null,
                new AwsSettings.AccessKey("AKIATEST", "the-secret", null),
                null,
                null,
                aws.endpoint()),
            log);
  }

  @AfterAll
  static void stopAws() {
    services.close();
    aws.close();
  }

  @BeforeEach
  void forget() {
    aws.reset();
  }

  @Test
  void createsAStack() {
    DeploymentResult result = deploy(TEMPLATE);

    assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
    assertThat(result.stack().orElseThrow().output("SourceRepoURL"))
        .contains("value-of-SourceRepoURL");
    assertThat(aws.cloudFormation().status()).isEqualTo("CREATE_COMPLETE");
    assertThat(aws.cloudFormation().isProtected()).isTrue();
    assertThat(dialog.lines())
        .contains(
            "Stack orders-pipeline: account 123456789012, region eu-west-1, as"
                + " arn:aws:iam::123456789012:user/dev",
            "Change set: Add 2")
        .anyMatch(line -> line.matches("10:00:00 +1/2  CREATE_COMPLETE .*Repository.*"));
  }

  @Test
  void sendsWhatTheStackShallBe() {
    deploy(TEMPLATE);

    assertThat(aws.calls("CreateChangeSet").get(0).parameters())
        .containsEntry("StackName", "orders-pipeline")
        .containsEntry("ChangeSetName", "chalice-1")
        .containsEntry("ChangeSetType", "CREATE")
        .containsEntry("TemplateBody", TEMPLATE)
        .containsEntry("Parameters.member.1.ParameterKey", "Owner")
        .containsEntry("Parameters.member.1.ParameterValue", "acme")
        .containsEntry("Tags.member.1.Key", "team")
        .containsEntry("Tags.member.1.Value", "shop")
        .containsEntry("Capabilities.member.1", "CAPABILITY_IAM")
        .containsEntry("RoleARN", "arn:aws:iam::123456789012:role/cfn")
        .containsEntry("NotificationARNs.member.1", "arn:aws:sns:eu-west-1:123456789012:events");
    assertThat(aws.calls("DescribeChangeSet").get(0).parameters())
        .containsEntry("IncludePropertyValues", "true");
  }

  @Test
  void updatesAStackAndShowsWhatChanges() {
    deploy(TEMPLATE);
    deploy(TEMPLATE.replace("\"a\"", "\"b\""));

    assertThat(dialog.lines()).contains("Change set: Change 1");
    assertThat(dialog.lines()).anyMatch(line -> line.endsWith("Tags: a -> b"));
    assertThat(aws.cloudFormation().status()).isEqualTo("UPDATE_COMPLETE");
  }

  @Test
  void aMaskedParameterKeepsItsValue() {
    deploy(TEMPLATE);
    kept = Set.of("Token");
    deploy(TEMPLATE);

    assertThat(aws.calls("CreateChangeSet").get(1).parameters())
        .containsEntry("Parameters.member.2.ParameterKey", "Token")
        .containsEntry("Parameters.member.2.UsePreviousValue", "true");
  }

  @Test
  void noChangeLeavesNothingBehind() {
    deploy(TEMPLATE);

    assertThat(deploy(TEMPLATE).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(aws.cloudFormation().changeSetCount()).isZero();
    assertThat(aws.calls("ExecuteChangeSet")).hasSize(1);
  }

  @Test
  void noChangeMayBeToldAtOnce() {
    deploy(TEMPLATE);
    aws.answer(
        "CreateChangeSet", Answer.error(400, "ValidationError", "No updates are to be performed."));

    assertThat(deploy(TEMPLATE).outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void aRenamedRepositoryIsNotReplaced() {
    deploy(TEMPLATE);

    assertThatThrownBy(() -> deploy(TEMPLATE.replace("\"orders\"", "\"sales\"")))
        .isInstanceOf(DeploymentException.class)
        .hasMessageContaining(
            "Repository (AWS::CodeCommit::Repository, physical-Repository) would be replaced by a"
                + " new one: all its commits are deleted with it.");
    assertThat(aws.cloudFormation().changeSetCount()).isZero();
    assertThat(aws.cloudFormation().template()).isEqualTo(TEMPLATE);
  }

  @Test
  void aRemovedRepositoryStaysWhereItIs() {
    deploy(TEMPLATE);

    assertThatThrownBy(() -> deploy(TEMPLATE.replaceFirst("\"Repository\".*?}}, ", "")))
        .hasMessageContaining(
            "Repository (AWS::CodeCommit::Repository, physical-Repository) would" + " be removed");
  }

  @Test
  void aDryRunLeavesNoStack() {
    dryRun = true;
    DeploymentResult result = deploy(TEMPLATE);

    assertThat(result.outcome()).isEqualTo(Outcome.REVIEWED);
    assertThat(result.report().changes()).hasSize(2);
    assertThat(aws.cloudFormation().status()).isEqualTo("DELETE_COMPLETE");
  }

  @Test
  void aFailureIsToldAtItsRootAndTheNextDeploymentBeginsAnew() {
    aws.cloudFormation()
        .fail("Repository", "orders already exists (HandlerErrorCode: AlreadyExists)");

    assertThatThrownBy(() -> deploy(TEMPLATE))
        .hasMessageContaining("is in ROLLBACK_COMPLETE. The first failure: Repository")
        .hasMessageContaining("choose another name");
    assertThat(deploy(TEMPLATE).outcome()).isEqualTo(Outcome.CREATED);
    assertThat(dialog.lines())
        .contains("Deleting stack orders-pipeline, which was never created successfully.");
  }

  @Test
  void largeChangeSetsAndManyEventsArePaged() {
    String many =
        IntStream.range(0, 33)
            .mapToObj(i -> "\"Role" + i + "\": {\"Type\": \"AWS::IAM::Role\"}")
            .collect(Collectors.joining(", ", "{\"Resources\": {", "}}"));

    assertThat(deploy(many).report().changes()).hasSize(33);
    assertThat(dialog.lines().stream().filter(line -> line.contains("  CREATE_COMPLETE  ")))
        .hasSize(34);
  }

  @Test
  void slowEventsAreToldOnceEach() {
    aws.cloudFormation().slow(1);
    deploy(TEMPLATE);

    assertThat(dialog.lines().stream().filter(line -> line.startsWith("10:00:00")))
        .hasSize(6)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatAwsAndTheNetworkDoBetterAMomentLaterIsTriedAgain() {
    aws.answer("DescribeStacks", Answer.error(400, "Throttling", "Rate exceeded"));
    aws.answer("CreateChangeSet", Answer.error(503, "ServiceUnavailable", "busy"));
    aws.answer("DescribeChangeSet", Answer.fault(Fault.HALF));
    aws.answer("DescribeStackEvents", Answer.fault(Fault.RESET));

    assertThat(deploy(TEMPLATE).outcome()).isEqualTo(Outcome.CREATED);
  }

  @Test
  void anExecutionWhoseAnswerIsLostIsOurs() {
    aws.answer("ExecuteChangeSet", Answer.fault(Fault.LOST));

    assertThat(deploy(TEMPLATE).outcome()).isEqualTo(Outcome.CREATED);
    assertThat(aws.calls("ExecuteChangeSet")).hasSize(2);
  }

  @Test
  void aPermissionThatIsMissingIsNamed() {
    aws.answer(
        "CreateChangeSet",
        Answer.error(
            403,
            "AccessDenied",
            "User: arn:aws:iam::1:user/dev is not authorized to perform:"
                + " cloudformation:CreateChangeSet on resource: x"));

    assertThatThrownBy(() -> deploy(TEMPLATE))
        .hasMessageStartingWith("cloudformation:CreateChangeSet: AccessDenied, User: arn:aws")
        .hasMessageContaining("the permission cloudformation:CreateChangeSet is missing");
  }

  @Test
  void expiredCredentialsAreSaidToBe() {
    Answer expired = Answer.error(403, "ExpiredToken", "The security token is expired");
    aws.answer("DescribeStackEvents", expired, expired);

    assertThatThrownBy(() -> deploy(TEMPLATE)).hasMessageContaining("the credentials have expired");
  }

  @Test
  void aRefusalWithoutWordsIsToldByItsStatus() {
    aws.answer("GetCallerIdentity", Answer.of(403, "<html>blocked by the proxy</html>"));

    assertThatThrownBy(() -> deploy(TEMPLATE))
        .hasMessageStartingWith("sts:GetCallerIdentity: ")
        .hasMessageContaining("HTTP status 403");
  }

  @Test
  void aNetworkThatStaysBrokenIsSaidToBe() {
    Answer reset = Answer.fault(Fault.RESET);
    aws.answer("GetCallerIdentity", reset, reset, reset, reset, reset);

    assertThatThrownBy(() -> deploy(TEMPLATE))
        .hasMessageStartingWith("sts:GetCallerIdentity: AWS cannot be reached: ")
        .hasMessageContaining("proxy in settings.xml");
  }

  @Test
  void earlyValidationIsTold() {
    deploy(TEMPLATE);
    aws.answer(
        "DescribeChangeSet",
        Answer.of(
            200,
            "<DescribeChangeSetResponse><DescribeChangeSetResult><ChangeSetId>c</ChangeSetId>"
                + "<StackId>s</StackId><Status>FAILED</Status><StatusReason>Early validation"
                + " failed</StatusReason></DescribeChangeSetResult></DescribeChangeSetResponse>"));
    aws.answer(
        "DescribeEvents",
        Answer.of(
            200,
            "<DescribeEventsResponse><DescribeEventsResult><OperationEvents>"
                + "<member><EventType>STACK_EVENT</EventType></member><member>"
                + "<EventType>VALIDATION_ERROR</EventType><LogicalResourceId>Role"
                + "</LogicalResourceId><ResourceType>AWS::IAM::Role</ResourceType>"
                + "<ValidationPath>/Resources/Role/Properties/RoleName</ValidationPath>"
                + "<ValidationStatusReason>already exists</ValidationStatusReason></member>"
                + "</OperationEvents></DescribeEventsResult></DescribeEventsResponse>"));

    assertThatThrownBy(() -> deploy(TEMPLATE))
        .hasMessageContaining("the change set failed: Early validation failed.")
        .hasMessageContaining(
            "- Role (AWS::IAM::Role, /Resources/Role/Properties/RoleName): already exists.");
  }

  @Test
  void withoutDescribeEventsTheReasonAloneIsTold() {
    deploy(TEMPLATE);
    aws.answer(
        "DescribeChangeSet",
        Answer.of(
            200,
            "<DescribeChangeSetResponse><DescribeChangeSetResult><ChangeSetId>c</ChangeSetId>"
                + "<StackId>s</StackId><Status>FAILED</Status><StatusReason>Bad"
                + "</StatusReason></DescribeChangeSetResult></DescribeChangeSetResponse>"));
    aws.answer("DescribeEvents", Answer.error(400, "InvalidAction", "unknown"));

    assertThatThrownBy(() -> deploy(TEMPLATE)).hasMessage("the change set failed: Bad.");
  }

  @Test
  void aDeploymentThatComesInBetweenIsNoticed() {
    deploy(TEMPLATE);
    String ours = TEMPLATE.replace("\"a\"", "\"ours\"");
    String theirs = TEMPLATE.replace("\"a\"", "\"theirs\"");
    Dialog slowPerson =
        new Answering(
            () -> {
              deploy(theirs);
              return true;
            });

    assertThatThrownBy(() -> deploy(ours, slowPerson, false))
        .hasMessageContaining("was changed by something else while the change set was shown");
    assertThat(aws.cloudFormation().template()).isEqualTo(theirs);
  }

  @Test
  void aDeploymentThatWasKilledIsGoneOnWith() {
    aws.cloudFormation().slow(1);
    pause = new Killed();
    assertThatThrownBy(() -> deploy(TEMPLATE)).isInstanceOf(IllegalStateException.class);
    assertThat(aws.cloudFormation().status()).isEqualTo("CREATE_IN_PROGRESS");

    pause = new SkippedTime();
    assertThat(deploy(TEMPLATE).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(aws.cloudFormation().status()).isEqualTo("CREATE_COMPLETE");
    assertThat(aws.cloudFormation().isProtected()).isTrue();
  }

  @Test
  void deletesAStack() {
    deploy(TEMPLATE.replace("\"Properties\"", "\"DeletionPolicy\": \"Retain\", \"Properties\""));
    new StackDeletion(services.stacks(), dialog, pause, options(true), new Interruption())
        .delete(new StackDeletion.Request("orders-pipeline", List.of("beta"), false, null));

    assertThat(aws.cloudFormation().status()).isEqualTo("DELETE_COMPLETE");
    assertThat(dialog.lines()).anyMatch(line -> line.startsWith("  Kept     Repository"));
  }

  @Test
  void nothingOfASecretIsSaid() {
    deploy(TEMPLATE);

    assertThat(log.lines())
        .anyMatch(line -> line.startsWith("DETAIL CloudFormation CreateChangeSet: HTTP status 200"))
        .noneMatch(line -> line.contains("the-secret") || line.contains("Signature"));
  }

  private DeploymentResult deploy(String template) {
    return deploy(template, dialog, true);
  }

  private DeploymentResult deploy(String template, Dialog who, boolean yes) {
    return new StackDeployment(
            services.stacks(), who, pause, options(yes), new Masks(List.of()), new Interruption())
        .deploy(
            new StackRequest(
                "orders-pipeline",
                template,
                null,
                Map.of("Owner", "acme"),
                kept,
                Map.of("team", "shop"),
                List.of("CAPABILITY_IAM"),
                "arn:aws:iam::123456789012:role/cfn",
                List.of("arn:aws:sns:eu-west-1:123456789012:events")),
            "chalice-1");
  }

  private DeploymentOptions options(boolean yes) {
    return new DeploymentOptions(
        yes, dryRun, true, Set.of(), Duration.ofMinutes(30), ZoneOffset.UTC);
  }

  /** Dies when it is to wait for the third time. */
  private static final class Killed implements Time {

    private int rests;

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void rest(long milliseconds) {
      if (++rests == 3) {
        throw new IllegalStateException("killed");
      }
    }
  }

  /** A person who does something before the answer. */
  private record Answering(BooleanSupplier answer) implements Dialog {

    @Override
    public void say(String line) {}

    @Override
    public void warn(String line) {}

    @Override
    public void detail(String line) {}

    @Override
    public void status(String line) {}

    @Override
    public boolean isInteractive() {
      return true;
    }

    @Override
    public boolean confirm(String question) {
      return answer.getAsBoolean();
    }

    @Override
    public String askCode(String question) {
      return "";
    }
  }
}
