package io.github.chalicemaven.deploy.operation;

import static io.github.chalicemaven.deploy.service.FakeStacks.event;
import static io.github.chalicemaven.deploy.service.FakeStacks.ofStack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.deploy.service.Changes;
import io.github.chalicemaven.deploy.service.FakeStacks;
import io.github.chalicemaven.deploy.service.SpokenLines;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackResource;
import io.github.chalicemaven.deploy.service.StackStatus;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StackDeletionTest {

  private final FakeStacks stacks = new FakeStacks();
  private SpokenLines dialog = SpokenLines.answering(true);
  private Set<String> allowed = Set.of();
  private boolean dryRun;
  private List<String> stages = List.of();
  private boolean withoutStages;

  @Test
  void showsWhatGoesAndWhatStays() {
    stacks.found(StackStatus.UPDATE_COMPLETE).events(ofStack("DELETE_COMPLETE"));
    resource("Repository", Changes.REPOSITORY, "CREATE_COMPLETE");
    resource("Role", Changes.ROLE, "CREATE_COMPLETE");
    resource("Old", Changes.ROLE, "DELETE_COMPLETE");

    assertThat(delete()).isTrue();
    assertThat(dialog.lines())
        .contains(
            "  Kept     Repository (AWS::CodeCommit::Repository, p-Repository)",
            "  Deleted  Role (AWS::IAM::Role, p-Role)")
        .noneMatch(line -> line.contains("Old"));
    assertThat(stacks.done).containsExactly("delete stack");
  }

  @Test
  void protectionIsTurnedOffAfterAsking() {
    stacks.found.add(
        Optional.of(
            new Stack(
                FakeStacks.ID,
                "orders",
                StackStatus.CREATE_COMPLETE,
                "",
                true,
                false,
                Set.of(),
                Map.of())));
    stacks.events(ofStack("DELETE_COMPLETE"));
    delete();

    assertThat(dialog.questions())
        .containsExactly(
            "Turn off the termination protection of stack orders and delete it in account"
                + " 123456789012, region eu-west-1, as arn:aws:iam::123456789012:user/dev?");
    assertThat(stacks.done).containsExactly("protection off", "delete stack");
  }

  @Test
  void anotherEndIsNoDeletion() {
    stacks.found(StackStatus.UPDATE_COMPLETE).events(ofStack("UPDATE_COMPLETE"));

    assertThatThrownBy(this::delete)
        .hasMessage(
            "stack orders is in UPDATE_COMPLETE after its deletion: something else has changed it."
                + " Run the goal again.");
  }

  @Test
  void dataIsNotDeletedUnlessNamed() {
    stacks.found(StackStatus.UPDATE_COMPLETE).events(ofStack("DELETE_COMPLETE"));
    resource("Bucket", "AWS::S3::Bucket", "CREATE_COMPLETE");

    assertThatThrownBy(this::delete).hasMessageContaining("Bucket (AWS::S3::Bucket, p-Bucket)");
    assertThat(stacks.done).isEmpty();

    allowed = Set.of("Bucket");
    assertThat(delete()).isTrue();
  }

  @Test
  void stagesThatStandAreInTheWay() {
    stages = List.of("gone", "orders");
    stacks.found(StackStatus.UPDATE_COMPLETE).events(ofStack("DELETE_COMPLETE"));

    assertThatThrownBy(this::delete)
        .hasMessageContaining("the stages' stacks still exist: orders.")
        .hasMessageContaining("-Dchalice.leaveStages");
    assertThat(stacks.done).isEmpty();

    withoutStages = true;
    assertThat(delete()).isTrue();
  }

  @Test
  void nothingIsDeletedWhereNobodyCanBeAsked() {
    dialog = SpokenLines.batch();
    stacks.found(StackStatus.UPDATE_COMPLETE);

    assertThatThrownBy(this::delete).hasMessageContaining("-Dchalice.yes");
    assertThat(stacks.done).isEmpty();
  }

  @Test
  void aDryRunDeletesNothing() {
    dryRun = true;
    stacks.found(StackStatus.UPDATE_COMPLETE);
    resource("Bucket", "AWS::S3::Bucket", "CREATE_COMPLETE");

    assertThat(delete()).isTrue();
    assertThat(stacks.done).isEmpty();
    assertThat(dialog.lines()).anyMatch(line -> line.startsWith("WARNING Bucket"));
  }

  @Test
  void aStackThatIsNotThereIsNoFailure() {
    stacks.none();

    assertThat(delete()).isFalse();
  }

  @Test
  void aRunningOperationIsWaitedFor() {
    stacks
        .found(StackStatus.CREATE_IN_PROGRESS, StackStatus.CREATE_COMPLETE)
        .events(ofStack("DELETE_COMPLETE"));

    assertThat(delete()).isTrue();
    assertThat(dialog.lines()).contains("Stack orders is in CREATE_COMPLETE now.");
  }

  @Test
  void whatCannotBeDeletedIsNamed() {
    stacks
        .found(StackStatus.UPDATE_COMPLETE)
        .events(
            event("Bucket", "AWS::S3::Bucket", "DELETE_FAILED", "The bucket is not empty"),
            ofStack("DELETE_FAILED"));

    assertThatThrownBy(this::delete)
        .hasMessageStartingWith("stack orders is in DELETE_FAILED. The first failure: Bucket")
        .hasMessageContaining("empty it, all versions included");
  }

  private void resource(String id, String type, String status) {
    stacks.resources.add(new StackResource(id, "p-" + id, type, status));
  }

  private boolean delete() {
    DeploymentOptions options =
        new DeploymentOptions(false, dryRun, true, allowed, Duration.ofMinutes(30), ZoneOffset.UTC);
    return new StackDeletion(stacks, dialog, new SkippedTime(), options, new Interruption())
        .delete(new StackDeletion.Request("orders", stages, withoutStages, null));
  }
}
