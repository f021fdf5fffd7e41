package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.deploy.service.DeploymentException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where a goal stands when it is ended from outside, by Ctrl-C: a change set that is only being
 * reviewed is deleted, an operation that CloudFormation has begun goes on. Calls that begin either
 * end before the goal does.
 */
public final class Interruption {

  private Runnable undo;
  private boolean isAtWork;
  private boolean hasEnded;

  /**
   * Makes a call that leaves something behind.
   *
   * @param undo gets what the call returns, if the goal is ended before {@link #work} or {@link
   *     #undo}
   * @throws DeploymentException if the goal has been ended
   */
  synchronized <T> T review(Supplier<T> call, Consumer<T> undo) {
    refuseAfterTheEnd();
    T result = call.get();
    isAtWork = false;
    this.undo = () -> undo.accept(result);
    return result;
  }

  /** Undoes what a review has left behind, unless that was done. */
  synchronized void undo(Runnable deed) {
    if (undo != null) {
      undo = null;
      deed.run();
    }
  }

  /** CloudFormation has ended the operation. */
  synchronized void done() {
    isAtWork = false;
  }

  /**
   * Makes a call by which CloudFormation begins an operation.
   *
   * @param call whether it did
   * @return the same
   * @throws DeploymentException if the goal has been ended
   */
  synchronized boolean work(BooleanSupplier call) {
    refuseAfterTheEnd();
    if (!call.getAsBoolean()) {
      return false;
    }
    undo = null;
    isAtWork = true;
    return true;
  }

  private void refuseAfterTheEnd() {
    if (hasEnded) {
      throw new DeploymentException("interrupted.");
    }
  }

  /**
   * Ends the goal, by another thread than that of the calls.
   *
   * @return the last words to the user
   */
  public synchronized String end(String stackName) {
    hasEnded = true;
    if (isAtWork) {
      return "Interrupted. CloudFormation continues; to follow it: "
          + Follower.followCommand(stackName)
          + ". If you run the goal again, it waits for the end of the operation and continues.";
    }
    if (undo == null) {
      return "Interrupted; stack " + stackName + " was not changed.";
    }
    undo(undo);
    return "Interrupted; the change set of stack " + stackName + " was not executed.";
  }
}
