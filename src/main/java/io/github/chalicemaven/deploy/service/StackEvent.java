package io.github.chalicemaven.deploy.service;

import java.time.Instant;
import java.util.Objects;

/**
 * An event of a stack.
 *
 * @param id unique in the stack
 * @param time when it happened
 * @param stackId the stack's ARN
 * @param logicalId the resource's logical ID; the stack's name for the stack itself
 * @param physicalId the resource's physical ID; empty before it has one
 * @param type the resource's type
 * @param status for example {@code CREATE_COMPLETE}
 * @param reason empty where AWS does not say
 */
public record StackEvent(
    String id,
    Instant time,
    String stackId,
    String logicalId,
    String physicalId,
    String type,
    String status,
    String reason) {

  public StackEvent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
  }

  /** Whether it tells of the stack itself rather than of a resource in it. */
  public boolean isOfStack() {
    return physicalId.equals(stackId);
  }

  /** Whether it tells of the stack, and nothing will follow it in this operation. */
  public boolean endsOperation() {
    return isOfStack() && isSettled();
  }

  /** Whether nothing more is to be done for the resource, for now. */
  public boolean isSettled() {
    return !status.endsWith("_IN_PROGRESS");
  }

  /** Whether something failed, and not only because something else had failed before. */
  public boolean isFailure() {
    return status.endsWith("_FAILED") && !isCancellation();
  }

  private boolean isCancellation() {
    return reason.matches("(?i)Resource (creation|update|deletion|import) (was )?cancell?ed.*");
  }
}
