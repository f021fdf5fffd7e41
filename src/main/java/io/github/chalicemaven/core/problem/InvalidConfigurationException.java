package io.github.chalicemaven.core.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The user's input cannot be used. The message lists every problem, a line each. */
public final class InvalidConfigurationException extends FailureException {

  private static final long serialVersionUID = 1L;

  public InvalidConfigurationException(List<String> problems) {
    super(message(problems));
  }

  private static String message(List<String> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return problems.stream()
        .map(problem -> "\n  - " + problem)
        .collect(Collectors.joining("", count + ", nothing was written:", ""));
  }
}
