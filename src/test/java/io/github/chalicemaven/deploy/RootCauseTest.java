package io.github.chalicemaven.deploy;

import static io.github.chalicemaven.deploy.FakeStacks.event;
import static io.github.chalicemaven.deploy.FakeStacks.ofStack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootCauseTest {

  @Test
  void theFirstFailureThatIsNoCancellationIsTheCause() {
    List<StackEvent> events =
        List.of(
            ofStack("CREATE_IN_PROGRESS"),
            event("Role", "AWS::IAM::Role", "CREATE_FAILED", "Resource creation cancelled"),
            event("Key", "AWS::KMS::Key", "UPDATE_FAILED", "Resource update canceled"),
            event("Build", "AWS::CodeBuild::Project", "CREATE_FAILED", "No image"),
            event("Bucket", "AWS::S3::Bucket", "CREATE_FAILED", "orders already exists"),
            ofStack("ROLLBACK_IN_PROGRESS"));

    assertThat(RootCause.sentence(events))
        .isEqualTo("Build (AWS::CodeBuild::Project), CREATE_FAILED: No image.");
  }

  @Test
  void whereNoResourceFailedTheStackTells() {
    StackEvent timedOut =
        new StackEvent(
            "1",
            ofStack("x").time(),
            FakeStacks.ID,
            "orders",
            FakeStacks.ID,
            "AWS::CloudFormation::Stack",
            "ROLLBACK_IN_PROGRESS",
            "A hook denied it");

    assertThat(RootCause.sentence(List.of(ofStack("CREATE_IN_PROGRESS"), timedOut)))
        .endsWith("A hook denied it.");
    assertThat(RootCause.sentence(List.of())).startsWith("AWS reports no cause");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orders already exists in stack arn:aws:x | choose another name
          Resource handler returned message: "x" (RequestToken: a, HandlerErrorCode: AlreadyExists) | choose another name
          Requires capabilities : [CAPABILITY_NAMED_IAM] | the capability CAPABILITY_NAMED_IAM
          User: arn:aws:iam::1:user/dev is not authorized to perform: iam:CreateRole on resource: role x | the permission iam:CreateRole
          Account limit exceeded: 10 projects | Service Quotas
          (HandlerErrorCode: ServiceLimitExceeded) | Service Quotas
          Connection arn:aws:codeconnections:x is not available | complete it in the console
          Unable to use Connection: arn:aws:codestar-connections:x | complete it in the console
          Rate exceeded (Service: CodePipeline) | later
          The bucket you tried to delete is not empty | all versions included
          Secrets Manager can't find the specified secret. | create the secret
          CodeBuild is not authorized to perform: sts:AssumeRole on arn:aws:iam::1:role/x | the permission sts:AssumeRole
          The role defined for the function cannot be assumed by Lambda. | trust policy
          Access Denied (HandlerErrorCode: AccessDenied) | does not say which
          (HandlerErrorCode: NotStabilized) | deploy again
          (HandlerErrorCode: ServiceInternalError) | later
          """)
  void knownReasonsHaveAHint(String reason, String hint) {
    assertThat(RootCause.explained(reason)).contains(" Hint: ").contains(hint);
  }

  @Test
  void otherReasonsStandForThemselves() {
    assertThat(RootCause.explained("Property\n  Foo is wrong")).isEqualTo("Property Foo is wrong.");
    assertThat(RootCause.explained(" ")).isEqualTo("AWS gives no reason.");
  }

  @Test
  void controlCharactersAreEscaped() {
    assertThat(RootCause.explained("no \u001b[31mred\u0007\u202e.\n[INFO] Done"))
        .isEqualTo("no \\u001b[31mred\\u0007\\u202e. [INFO] Done.");
    assertThat(RootCause.oneLine("\tno\r\n\u001b[31mred ")).isEqualTo("no \\u001b[31mred");
  }

  @Test
  void anOperationThatFailedTellsItsFirstFailure() {
    assertThat(RootCause.demandSuccess(List.of(ofStack("DELETE_COMPLETE"))))
        .isEqualTo(StackStatus.DELETE_COMPLETE);
    assertThatThrownBy(
            () ->
                RootCause.demandSuccess(
                    List.of(
                        event("Key", "AWS::KMS::Key", "DELETE_FAILED", "a\u001b[31mb\nc"),
                        ofStack("DELETE_FAILED"))))
        .isInstanceOf(DeploymentException.class)
        .hasMessage(
            "stack orders is in DELETE_FAILED. The first failure: Key (AWS::KMS::Key),"
                + " DELETE_FAILED: a\\u001b[31mb c.");
  }
}
