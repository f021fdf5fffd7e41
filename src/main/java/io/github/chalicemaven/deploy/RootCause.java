package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.problem.Setting;
import java.util.List;
import java.util.Optional;

/** Why an operation on a stack failed, said at the root and in one sentence. */
public final class RootCause {

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
                    + explained(event.reason()))
        .orElse("AWS reports no cause; see the stack's events in the console.");
  }

  /** A reason in AWS's words, and what to do about it. */
  public static String explained(String reason) {
    String line = reason.isBlank() ? "AWS gives no reason." : oneLine(reason);
    String said = line.endsWith(".") ? line : line + ".";
    return Hint.of(reason).map(hint -> said + " Hint: " + hint).orElse(said);
  }

  /** AWS's words in one line, without control characters. */
  public static String oneLine(String words) {
    return Setting.escaped(words.strip().replaceAll("\\s+", " "));
  }
}
