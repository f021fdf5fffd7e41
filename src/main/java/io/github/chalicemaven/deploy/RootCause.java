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
        .orElse("AWS names no cause; the stack's events in the console may.");
  }

  /** A reason in AWS's words, and what to do about it. */
  public static String explained(String reason) {
    String said = reason.isBlank() ? "AWS gives no reason" : sentenceOf(reason.strip());
    return Hint.of(reason).map(hint -> said + " Hint: " + hint).orElse(said);
  }

  private static String sentenceOf(String reason) {
    String line = new Setting("", reason.replaceAll("\\s+", " ")).value();
    return line.endsWith(".") ? line : line + ".";
  }
}
