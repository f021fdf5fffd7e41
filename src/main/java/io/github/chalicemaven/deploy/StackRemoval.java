package io.github.chalicemaven.deploy;

import java.util.List;

/** Deletes a stack and follows it to the end. */
final class StackRemoval {

  private final StackService stacks;
  private final Follower follower;

  StackRemoval(StackService stacks, Follower follower) {
    this.stacks = stacks;
    this.follower = follower;
  }

  /** Deletes the stack, protected or not. */
  void remove(Stack stack, String roleArn) {
    if (stack.terminationProtection()) {
      stacks.setTerminationProtection(stack.name(), false);
    }
    String newest = stacks.newestEvent(stack.id());
    stacks.deleteStack(stack.id(), roleArn);
    List<StackEvent> events = follower.follow(stack.id(), newest, 0);
    StackStatus status = StackStatus.of(events.get(events.size() - 1).status());
    if (status != StackStatus.DELETE_COMPLETE) {
      throw new DeploymentException(
          "stack "
              + stack.name()
              + " is in "
              + status
              + ". The first failure: "
              + RootCause.sentence(events));
    }
  }
}
