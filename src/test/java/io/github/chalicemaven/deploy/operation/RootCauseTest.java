package io.github.chalicemaven.deploy.operation;

import static io.github.chalicemaven.deploy.service.FakeStacks.event;
import static io.github.chalicemaven.deploy.service.FakeStacks.ofStack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.FakeStacks;
import io.github.chalicemaven.deploy.service.StackEvent;
import io.github.chalicemaven.deploy.service.StackStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

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
