package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackEvent;
import io.github.chalicemaven.deploy.service.StackService;
import io.github.chalicemaven.deploy.service.StackStatus;
import java.util.List;

/** Deletes a stack and follows it to the end. */
final class StackRemoval {

  private final StackService stacks;
  private final Follower follower;
  private final Interruption interruption;

  StackRemoval(StackService stacks, Follower follower, Interruption interruption) {
    this.stacks = stacks;
    this.follower = follower;
    this.interruption = interruption;
  }

  /** Begins the deletion of a stack, protected or not. */
  void begin(Stack stack, String roleArn) {
    if (stack.terminationProtection()) {
      stacks.setTerminationProtection(stack.name(), false);
    }
    stacks.deleteStack(stack.id(), roleArn);
  }

  /**
   * Deletes a stack, protected or not.
   *
   * @throws DeploymentException where something in it cannot be deleted
   */
  void remove(Stack stack, String roleArn) {
    String newest = stacks.newestEvent(stack.id());
    interruption.work(
        () -> {
          begin(stack, roleArn);
          return true;
        });
    List<StackEvent> events = follower.follow(stack.id(), newest, 0);
    interruption.done();
    StackStatus status = RootCause.demandSuccess(events);
    if (status != StackStatus.DELETE_COMPLETE) {
      throw new DeploymentException(
          "stack "
              + stack.name()
              + " is in "
              + status
              + " after its deletion: something else has changed it. Run the goal again.");
    }
  }
}
