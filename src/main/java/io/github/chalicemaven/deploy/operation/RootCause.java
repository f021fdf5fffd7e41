package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Reason;
import io.github.chalicemaven.deploy.service.StackEvent;
import io.github.chalicemaven.deploy.service.StackStatus;
import java.util.List;
import java.util.Optional;

/** Why an operation on a stack failed, said at the root and in one sentence. */
final class RootCause {

  private RootCause() {}

  /**
   * The first resource's event that failed and was not cancelled; where there is none, the stack's
   * own.
   *
   * @param events of the operation, oldest first
   */
  static Optional<StackEvent> of(List<StackEvent> events) {
    return events.stream()
        .filter(event -> event.isFailure() && !event.isOfStack())
        .findFirst()
        .or(() -> events.stream().filter(RootCause::tellsWhy).findFirst());
  }

  private static boolean tellsWhy(StackEvent event) {
    return event.isOfStack()
        && !event.reason().isEmpty()
        && (event.status().endsWith("_FAILED") || event.status().contains("ROLLBACK"));
  }

  /**
   * The status in which an operation has ended.
   *
   * @param events of the operation, oldest first; the last one ends it
   * @throws DeploymentException with the cause where the operation failed
   */
  static StackStatus demandSuccess(List<StackEvent> events) {
    StackEvent end = events.get(events.size() - 1);
    StackStatus status = StackStatus.of(end.status());
    if (!status.isSuccess()) {
      throw new DeploymentException(
          "stack "
              + end.logicalId()
              + " is in "
              + status
              + ". The first failure: "
              + sentence(events));
    }
    return status;
  }

  /** The cause in words, with what to do about it. */
  static String sentence(List<StackEvent> events) {
    return of(events)
        .map(
            event ->
                event.logicalId()
                    + " ("
                    + event.type()
                    + "), "
                    + event.status()
                    + ": "
                    + Reason.explained(event.reason()))
        .orElse("AWS reports no cause; see the stack's events in the console.");
  }
}
