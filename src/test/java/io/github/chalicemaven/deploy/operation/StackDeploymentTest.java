package io.github.chalicemaven.deploy.operation;

import static io.github.chalicemaven.deploy.service.FakeStacks.event;
import static io.github.chalicemaven.deploy.service.FakeStacks.ofStack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.deploy.operation.DeploymentResult.Outcome;
import io.github.chalicemaven.deploy.service.Changes;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.FakeStacks;
import io.github.chalicemaven.deploy.service.ResourceChange;
import io.github.chalicemaven.deploy.service.ResourceChange.Policy;
import io.github.chalicemaven.deploy.service.SpokenLines;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackRequest;
import io.github.chalicemaven.deploy.service.StackResource;
import io.github.chalicemaven.deploy.service.StackStatus;
import io.github.chalicemaven.deploy.service.StackStatus.FirstStep;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackDeploymentTest {

  private static final ResourceChange ADDITION = Changes.add("Role", Changes.ROLE);

  private final FakeStacks stacks = new FakeStacks();
  private SpokenLines dialog = SpokenLines.batch();
  private boolean yes = true;
  private boolean dryRun;
  private Set<String> allowed = Set.of();
  private Set<String> kept = Set.of();
  private Time pause = new SkippedTime();
  private final Interruption interruption = new Interruption();
  private final List<String> lastWords = new ArrayList<>();

  @Test
  void aStackThatIsNotThereIsCreatedAndProtected() {
    stacks.none().changes(ADDITION).events(ofStack("CREATE_COMPLETE"));

    assertThat(deploy().outcome()).isEqualTo(Outcome.CREATED);
    assertThat(stacks.done).containsExactly("change set to create", "protection on", "execute");
  }

  @ParameterizedTest
  @EnumSource(StackStatus.class)
  void everyStatusLeadsToItsStep(StackStatus status) {
    stacks.found(status);
    if (status.firstStep() == FirstStep.WAIT) {
      stacks.found(status).found(StackStatus.UPDATE_COMPLETE);
    }
    stacks.changes(ADDITION);
    if (status.firstStep() == FirstStep.RECREATE) {
      stacks.events(ofStack("DELETE_COMPLETE"));
    }
    stacks.events(ofStack("UPDATE_COMPLETE"));

    switch (status.firstStep()) {
      case CREATE -> {
        assertThat(deploy().outcome()).isEqualTo(Outcome.CREATED);
        assertThat(stacks.done).startsWith("change set to create");
      }
      case UPDATE, WAIT -> {
        assertThat(deploy().outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(stacks.done).containsExactly("change set to update", "execute");
      }
      case RECREATE -> {
        assertThat(deploy().outcome()).isEqualTo(Outcome.CREATED);
        assertThat(stacks.done)
            .containsExactly("delete stack", "change set to create", "protection on", "execute");
      }
      case REFUSE -> {
        assertThatThrownBy(this::deploy)
            .isInstanceOf(DeploymentException.class)
            .hasMessageContaining("stack orders is in " + status + ": ")
            .hasMessageEndingWith(status.advice("orders"));
        assertThat(stacks.done).isEmpty();
      }
    }
  }

  @Test
  void theStatusIsThatOfTheOperationWhateverBeginsAfterIt() {
    stacks
        .found(StackStatus.UPDATE_COMPLETE, StackStatus.UPDATE_IN_PROGRESS)
        .changes(ADDITION)
        .events(ofStack("UPDATE_COMPLETE"));
    deploy();

    assertThat(dialog.lines()).contains("Stack orders is in UPDATE_COMPLETE.");
  }

  @Test
  void anotherOperationIsNoticedAndWaitedFor() {
    stacks
        .found(
            StackStatus.UPDATE_IN_PROGRESS,
            StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
            StackStatus.UPDATE_COMPLETE)
        .changes(ADDITION)
        .events(ofStack("UPDATE_COMPLETE"));
    deploy();

    assertThat(dialog.lines())
        .contains(
            "Stack orders is in UPDATE_IN_PROGRESS: another operation is in progress; waiting"
                + " for its end.",
            "Stack orders is in UPDATE_COMPLETE now.");
  }

  @Test
  void aStackThatGoesMeanwhileIsCreatedAnew() {
    stacks.found(StackStatus.DELETE_IN_PROGRESS, StackStatus.DELETE_COMPLETE).none();
    stacks.changes(ADDITION).events(ofStack("CREATE_COMPLETE"));

    assertThat(deploy().outcome()).isEqualTo(Outcome.CREATED);
    assertThat(dialog.lines()).contains("Stack orders no longer exists.");
  }

  @Test
  void aFailedStackThatWasInUseIsNotDeleted() {
    stacks.found(StackStatus.CREATE_FAILED);
    stacks.past.add(ofStack("CREATE_COMPLETE"));

    assertThatThrownBy(this::deploy).hasMessageContaining("it was in use before");
    assertThat(stacks.done).isEmpty();
  }

  @Test
  void aFailedStackIsDeletedOnlyWithLeave() {
    dialog = SpokenLines.answering(false);
    yes = false;
    stacks.found(StackStatus.ROLLBACK_COMPLETE);

    assertThatThrownBy(this::deploy).hasMessage("not confirmed; nothing was changed.");
    assertThat(dialog.questions())
        .containsExactly(
            "Stack orders is in ROLLBACK_COMPLETE: it was never created successfully, and cannot be"
                + " updated. Delete it and create it again?");
    assertThat(stacks.done).isEmpty();
  }

  @Test
  void aFailedStackThatHoldsDataIsNotDeleted() {
    stacks.found(StackStatus.CREATE_FAILED);
    stacks.resources.add(
        new StackResource("Repository", "orders", Changes.REPOSITORY, "CREATE_COMPLETE"));

    assertThatThrownBy(this::deploy)
        .hasMessageContaining("Repository (AWS::CodeCommit::Repository, orders) would be deleted");
    assertThat(stacks.done).isEmpty();
  }

  @Test
  void aDryRunLeavesAFailedStackAlone() {
    dryRun = true;
    stacks.found(StackStatus.ROLLBACK_COMPLETE);

    assertThat(deploy().outcome()).isEqualTo(Outcome.REVIEWED);
    assertThat(stacks.done).isEmpty();
    assertThat(dialog.lines()).anyMatch(line -> line.contains("deletes it and creates it again"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The submitted information didn't contain changes. Submit different information to create a"
            + " change set.",
        "No updates are to be performed."
      })
  void noChangeIsASuccess(String wording) {
    stacks.found(StackStatus.UPDATE_COMPLETE);
    stacks.changeSets.add(FakeStacks.changeSet("FAILED", wording));

    assertThat(deploy().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(stacks.done).containsExactly("change set to update", "delete change set");
  }

  @Test
  void noChangeMayBeKnownAtOnce() {
    stacks.found(StackStatus.UPDATE_COMPLETE);

    assertThat(deploy().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(stacks.done).containsExactly("change set to update");
  }

  @Test
  void aChangeSetThatFailsIsDeletedAndExplained() {
    stacks.none().found(StackStatus.REVIEW_IN_PROGRESS);
    stacks.changeSets.add(FakeStacks.changeSet("CREATE_PENDING", ""));
    stacks.changeSets.add(FakeStacks.changeSet("FAILED", "Validation failed\u001b[31m"));
    stacks.validationErrors = List.of("Bucket (AWS::S3::Bucket): orders already exists");

    assertThatThrownBy(this::deploy)
        .hasMessageStartingWith("the change set failed: Validation failed\\u001b[31m.\n  - Bucket")
        .hasMessageContaining("Hint: a resource with that name already exists");
    assertThat(stacks.done)
        .containsExactly("change set to create", "delete change set", "delete stack");
  }

  @Test
  void whatWouldLoseDataIsRefused() {
    stacks
        .found(StackStatus.UPDATE_COMPLETE)
        .changes(
            Changes.remove("Repository", Changes.REPOSITORY, Policy.DELETE),
            Changes.replace("Bucket", "AWS::S3::Bucket", Policy.DELETE),
            Changes.remove("Key", "AWS::KMS::Key", Policy.RETAIN),
            Changes.remove("Role", Changes.ROLE, Policy.DELETE));
    allowed = Set.of("Bucket");

    assertThatThrownBy(this::deploy)
        .hasMessage(
            "data would be lost; nothing was changed:\n"
                + "  - Repository (AWS::CodeCommit::Repository, p-Repository) would be removed: all"
                + " its commits are deleted with it.\n"
                + "If that is intended, list the logical IDs in <allowDataLoss>"
                + " (-Dchalice.allowDataLoss).");
    assertThat(stacks.done).containsExactly("change set to update", "delete change set");
  }

  @Test
  void whatMayLoseDataIsAllowedByName() {
    stacks
        .found(StackStatus.UPDATE_COMPLETE)
        .changes(Changes.remove("Repository", Changes.REPOSITORY, Policy.DELETE))
        .events(ofStack("UPDATE_COMPLETE"));
    allowed = Set.of("Repository");

    assertThat(deploy().outcome()).isEqualTo(Outcome.UPDATED);
  }

  @Test
  void aDryRunShowsAndLeavesNothingBehind() {
    dryRun = true;
    stacks
        .none()
        .found(StackStatus.REVIEW_IN_PROGRESS)
        .changes(Changes.remove("Repository", Changes.REPOSITORY, Policy.DELETE));

    DeploymentResult result = deploy();

    assertThat(result.outcome()).isEqualTo(Outcome.REVIEWED);
    assertThat(result.report().changes()).hasSize(1);
    assertThat(stacks.done)
        .containsExactly("change set to create", "delete change set", "delete stack");
    assertThat(dialog.lines()).anyMatch(line -> line.startsWith("WARNING Repository"));
  }

  @Test
  void aStackThatSomebodyElseReviewsStays() {
    dryRun = true;
    stacks.changeSetCount = 1;
    stacks.found(StackStatus.REVIEW_IN_PROGRESS).changes(ADDITION);
    deploy();

    assertThat(stacks.done).containsExactly("change set to create", "delete change set");
  }

  @Test
  void nothingHappensWithoutLeave() {
    yes = false;
    stacks.found(StackStatus.UPDATE_COMPLETE).changes(ADDITION);

    assertThatThrownBy(this::deploy)
        .hasMessageContaining("add -Dchalice.yes, or <yes>true</yes>")
        .hasMessageContaining("account 123456789012, region eu-west-1");
    assertThat(stacks.done).containsExactly("change set to update", "delete change set");
  }

  @Test
  void aPersonIsAskedAfterTheChangesWereShown() {
    yes = false;
    dialog = SpokenLines.answering(true);
    stacks.found(StackStatus.UPDATE_COMPLETE).changes(ADDITION).events(ofStack("UPDATE_COMPLETE"));

    assertThat(deploy().outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(dialog.questions()).hasSize(1);
    assertThat(dialog.lines()).contains("Change set: Add 1");
  }

  @Test
  void aChangeSetThatBecameInvalidIsSaidToBe() {
    stacks.found(StackStatus.UPDATE_COMPLETE).changes(ADDITION);
    stacks.executable = false;

    assertThatThrownBy(this::deploy).hasMessageContaining("was changed by something else");
    assertThat(stacks.done).containsExactly("change set to update", "delete change set");
  }

  @Test
  void aFailedDeletionOfAChangeSetHidesNothing() {
    stacks.found(StackStatus.UPDATE_COMPLETE).changes(ADDITION);
    stacks.executable = false;
    stacks.refusesDeletion = new DeploymentException("expired");

    assertThatThrownBy(this::deploy).hasMessageContaining("was changed by something else");
    assertThat(dialog.lines()).anyMatch(line -> line.endsWith("was not deleted: expired"));
  }

  @Test
  void aFailureIsToldAtItsRoot() {
    stacks
        .found(StackStatus.UPDATE_COMPLETE)
        .changes(ADDITION)
        .events(
            event("Role", Changes.ROLE, "CREATE_FAILED", "orders already exists"),
            event("Key", "AWS::KMS::Key", "CREATE_FAILED", "Resource creation cancelled"),
            ofStack("UPDATE_ROLLBACK_COMPLETE"));

    assertThatThrownBy(this::deploy)
        .hasMessageStartingWith(
            "stack orders is in UPDATE_ROLLBACK_COMPLETE. The first failure: Role (AWS::IAM::Role),"
                + " CREATE_FAILED: orders already exists. Hint: a resource with that name already exists");
  }

  @Test
  void aDriftedStackIsWarnedOf() {
    stacks.found.add(
        Optional.of(
            new Stack(
                FakeStacks.ID,
                "orders",
                StackStatus.UPDATE_COMPLETE,
                "",
                true,
                true,
                Set.of(),
                Map.of())));
    stacks.changes(ADDITION).events(ofStack("UPDATE_COMPLETE"));
    deploy();

    assertThat(dialog.lines())
        .anyMatch(line -> line.startsWith("WARNING Stack orders has drifted"));
  }

  @Test
  void aParameterCannotKeepAValueThatTheStackDoesNotHave() {
    kept = Set.of("Password", "Key");
    stacks.none();

    assertThatThrownBy(this::deploy)
        .hasMessage(
            "the stack has no value yet for parameters without a default; set <parameters><Key>"
                + " (-Dchalice.parameter.Key), <parameters><Password>"
                + " (-Dchalice.parameter.Password).");
    assertThat(stacks.done).isEmpty();
  }

  @Test
  void anInterruptionDuringTheQuestionLeavesNothingBehind() {
    yes = false;
    dialog = SpokenLines.answering(true).meanwhile(this::interrupt);
    stacks.none().found(StackStatus.REVIEW_IN_PROGRESS).changes(ADDITION);

    assertThatThrownBy(this::deploy).hasMessage("interrupted.");
    assertThat(stacks.done)
        .containsExactly("change set to create", "delete change set", "delete stack");
    assertThat(lastWords)
        .containsExactly("Interrupted; the change set of stack orders was not executed.");
  }

  @Test
  void anInterruptionWhileAwsComputesWaitsUntilTheChangeSetCanBeDeleted() {
    stacks.found(StackStatus.UPDATE_COMPLETE).changes(ADDITION);
    stacks.changeSets.addFirst(FakeStacks.changeSet("CREATE_IN_PROGRESS", ""));
    stacks.changeSets.addFirst(FakeStacks.changeSet("CREATE_PENDING", ""));
    pause = new Interrupting();

    assertThatThrownBy(this::deploy).hasMessage("interrupted.");
    assertThat(stacks.done).containsExactly("change set to update", "delete change set");
    assertThat(stacks.changeSets).hasSize(1);
  }

  @Test
  void anInterruptionWithoutAnAnswerOfAwsSaysWhatIsLeft() {
    yes = false;
    dialog = SpokenLines.answering(true).meanwhile(this::interrupt);
    stacks.refusesDeletion = new DeploymentException("expired");
    stacks.found(StackStatus.UPDATE_COMPLETE).changes(ADDITION);

    assertThatThrownBy(this::deploy).hasMessage("interrupted.");
    assertThat(dialog.lines())
        .contains("WARNING The change set " + FakeStacks.CHANGE_SET + " was not deleted: expired");
  }

  @Test
  void anInterruptionOfTheWorkLeavesItToCloudFormation() {
    stacks
        .found(StackStatus.UPDATE_COMPLETE)
        .changes(ADDITION)
        .events(event("Role", Changes.ROLE, "CREATE_IN_PROGRESS", ""))
        .events(ofStack("UPDATE_COMPLETE"));
    pause = new Interrupting();
    deploy();

    assertThat(stacks.done).containsExactly("change set to update", "execute");
    assertThat(lastWords)
        .containsExactly(
            "Interrupted. CloudFormation continues; to follow it: aws cloudformation"
                + " describe-stack-events --stack-name orders. If you run the goal again, it waits"
                + " for the end of the operation and continues.");
  }

  @Test
  void anInterruptionOfADeletionLeavesItToCloudFormation() {
    stacks
        .found(StackStatus.ROLLBACK_COMPLETE)
        .events(event("Role", Changes.ROLE, "DELETE_IN_PROGRESS", ""))
        .events(ofStack("DELETE_COMPLETE"));
    pause = new Interrupting();

    assertThatThrownBy(this::deploy).hasMessage("interrupted.");
    assertThat(stacks.done).containsExactly("delete stack");
    assertThat(lastWords).singleElement().asString().contains("CloudFormation continues");
  }

  @Test
  void anInterruptionOfAWaitChangesNothing() {
    stacks.found(StackStatus.UPDATE_IN_PROGRESS, StackStatus.UPDATE_IN_PROGRESS);
    stacks.found(StackStatus.UPDATE_COMPLETE).changes(ADDITION);
    pause = new Interrupting();

    assertThatThrownBy(this::deploy).hasMessage("interrupted.");
    assertThat(stacks.done).isEmpty();
    assertThat(lastWords).containsExactly("Interrupted; stack orders was not changed.");
  }

  @Test
  void aChangeSetThatTakesTooLongIsDeleted() {
    stacks.found(StackStatus.UPDATE_COMPLETE);
    stacks.changeSets.add(FakeStacks.changeSet("CREATE_IN_PROGRESS", ""));

    assertThatThrownBy(this::deploy).hasMessageContaining("not finished after 30 minutes");
    assertThat(stacks.done).containsExactly("change set to update", "delete change set");
  }

  private void interrupt() {
    lastWords.add(interruption.end("orders"));
  }

  /** Lets the user interrupt the goal when it rests for the first time. */
  private final class Interrupting implements Time {

    private final Time time = new SkippedTime();
    private boolean isFirst = true;

    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public void rest(long milliseconds) {
      if (isFirst) {
        isFirst = false;
        interrupt();
      }
      time.rest(milliseconds);
    }
  }

  private DeploymentResult deploy() {
    DeploymentOptions options =
        new DeploymentOptions(yes, dryRun, true, allowed, Duration.ofMinutes(30), ZoneOffset.UTC);
    return new StackDeployment(
            stacks, dialog, pause, options, new Masks(List.of("hunter2")), interruption)
        .deploy(
            new StackRequest(
                "orders",
                "{}",
                null,
                Map.of("Token", "hunter2"),
                kept,
                Map.of(),
                List.of(),
                null,
                List.of()),
            "chalice-1");
  }
}
