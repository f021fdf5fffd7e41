package io.github.chalicemaven.mojo;

import io.github.chalicemaven.init.DefaultAnswers;
import io.github.chalicemaven.init.Prompt;
import java.io.Console;
import java.util.List;
import org.apache.maven.execution.MavenSession;

/** Asks on the terminal. Maven's own prompters differ between its releases; the JDK's does not. */
record ConsolePrompt(Console console) implements Prompt {

  /** The terminal, or, with {@code -B} or without one, nobody. */
  static Prompt of(MavenSession session) {
    return Terminal.of(session).<Prompt>map(ConsolePrompt::new).orElseGet(DefaultAnswers::new);
  }

  @Override
  public boolean isInteractive() {
    return true;
  }

  @Override
  public String ask(String question, String defaultAnswer) {
    String shown = defaultAnswer == null ? question : question + " [" + defaultAnswer + "]";
    while (true) {
      String line = console.readLine("%s: ", shown);
      if (line == null || !line.isBlank()) {
        return line == null ? null : line.strip();
      }
      if (defaultAnswer != null) {
        return defaultAnswer;
      }
    }
  }

  @Override
  public void tell(List<String> lines) {
    lines.forEach(line -> console.printf("%s%n", line));
  }
}
