package io.github.chalicemaven.deploy.operation;

import static io.github.chalicemaven.deploy.service.FakeStacks.event;
import static io.github.chalicemaven.deploy.service.FakeStacks.ofStack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Dialog;
import io.github.chalicemaven.deploy.service.FakeStacks;
import io.github.chalicemaven.deploy.service.SpokenLines;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowerTest {

  private final FakeStacks stacks = new FakeStacks();
  private final SkippedTime time = new SkippedTime();

  @Test
  void eachEventIsALineAndCountsWhatIsDone() {
    started()
        .events(
            ofStack("UPDATE_IN_PROGRESS"),
            event("Key", "AWS::KMS::Key", "CREATE_IN_PROGRESS", "Resource creation Initiated"))
        .events()
        .events(
            event("Key", "AWS::KMS::Key", "CREATE_COMPLETE", ""),
            event("Role", "AWS::IAM::Role", "UPDATE_FAILED", "no\u001b[31m"),
            ofStack("UPDATE_COMPLETE"));
    SpokenLines dialog = SpokenLines.batch();

    assertThat(follower(dialog).follow(FakeStacks.ID, "newest", 2)).hasSize(5);
    assertThat(dialog.lines())
        .containsExactly(
            "10:00:00    0/2  UPDATE_IN_PROGRESS           orders (AWS::CloudFormation::Stack)",
            "10:00:00    0/2  CREATE_IN_PROGRESS           Key (AWS::KMS::Key)  Resource creation"
                + " Initiated",
            "10:00:00    1/2  CREATE_COMPLETE              Key (AWS::KMS::Key)",
            "10:00:00    2/2  UPDATE_FAILED                Role (AWS::IAM::Role)  no\\u001b[31m",
            "10:00:00    2/2  UPDATE_COMPLETE              orders (AWS::CloudFormation::Stack)");
    assertThat(dialog.statuses()).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines of a secret", "a\ttab"})
  void aReasonIsWholeSoThatSecretsInItAreMasked(String secret) {
    String reason = "x".repeat(110) + " " + secret + " is no token";
    started()
        .events(event("Key", "Type", "CREATE_FAILED", reason))
        .events(ofStack("CREATE_FAILED"));
    SpokenLines dialog = SpokenLines.batch();
    follower(dialog).follow(FakeStacks.ID, "newest", 1);

    assertThat(new Masks(List.of(secret)).masked(dialog.lines().get(0)))
        .endsWith("x **** is no token");
  }

  @Test
  void cleaningUpIsNotTheEnd() {
    started()
        .events(ofStack("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"))
        .events(ofStack("UPDATE_COMPLETE"));

    assertThat(follower(SpokenLines.batch()).follow(FakeStacks.ID, "newest", 1)).hasSize(2);
  }

  @Test
  void anEmbeddedStackIsNotTheStack() {
    started()
        .events(event("Inner", "AWS::CloudFormation::Stack", "UPDATE_COMPLETE", ""))
        .events(ofStack("UPDATE_COMPLETE"));

    assertThat(follower(SpokenLines.batch()).follow(FakeStacks.ID, "newest", 1)).hasSize(2);
  }

  @Test
  void aLogHearsOfSlowResourcesNowAndThen() {
    slowKey(35);
    SpokenLines dialog = SpokenLines.batch();
    follower(dialog).follow(FakeStacks.ID, "newest", 1);

    assertThat(dialog.lines().stream().filter(line -> line.contains("waiting")))
        .containsExactly(
            "0/1 done, waiting for Key (AWS::KMS::Key, 30 s)",
            "0/1 done, waiting for Key (AWS::KMS::Key, 60 s)");
  }

  @Test
  void aTerminalShowsInPlaceWhatIsWaitedFor() {
    slowKey(2);
    SpokenLines dialog = SpokenLines.answering(true);
    follower(dialog).follow(FakeStacks.ID, "newest", 1);

    assertThat(dialog.lines()).noneMatch(line -> line.contains("waiting"));
    assertThat(dialog.statuses())
        .containsExactly(
            "0/1 done, waiting for Key (AWS::KMS::Key, 0 s)",
            "0/1 done, waiting for Key (AWS::KMS::Key, 2 s)",
            "0/1 done, waiting for Key (AWS::KMS::Key, 4 s)",
            "");
  }

  @Test
  void timeRunsOut() {
    started().events(ofStack("UPDATE_IN_PROGRESS"));

    assertThatThrownBy(() -> follower(SpokenLines.batch()).follow(FakeStacks.ID, "newest", 1))
        .isInstanceOf(DeploymentException.class)
        .hasMessage(
            "not finished after 2 minutes, the value of <timeoutMinutes> (-Dchalice.timeoutMinutes)."
                + " AWS continues. To follow it: aws cloudformation describe-stack-events --stack-name "
                + FakeStacks.ID);
  }

  private void slowKey(int looks) {
    started().events(event("Key", "AWS::KMS::Key", "CREATE_IN_PROGRESS", ""));
    for (int look = 0; look < looks; look++) {
      stacks.events();
    }
    stacks.events(ofStack("CREATE_COMPLETE"));
  }

  private FakeStacks started() {
    stacks.execute(FakeStacks.CHANGE_SET);
    return stacks;
  }

  private Follower follower(Dialog dialog) {
    return new Follower(stacks, dialog, time, Duration.ofMinutes(2), ZoneOffset.UTC);
  }
}
