package io.github.chalicemaven.mojo;

import java.io.Console;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** Where the user can be asked. */
final class Terminal {

  private Terminal() {}

  /** The terminal of a build; none with {@code -B}, or where there is none. */
  static Optional<Console> of(MavenSession session) {
    return session.getRequest().isInteractiveMode()
        ? Optional.ofNullable(System.console()).filter(Terminal::isTerminal)
        : Optional.empty();
  }

  /** Whether an answer is a yes; the end of the input, {@code null}, is none. */
  static boolean isYes(String answer) {
    return answer != null && answer.strip().matches("(?i)y(es)?");
  }

  /** Until JDK 22 there is no console without a terminal; then there is a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
