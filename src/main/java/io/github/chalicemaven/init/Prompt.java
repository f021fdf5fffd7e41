package io.github.chalicemaven.init;

import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import java.util.List;
import java.util.function.Function;

/** Whom to ask. */
public interface Prompt {

  /** Whether somebody answers. */
  boolean isInteractive();

  /**
   * Asks.
   *
   * @param defaultAnswer what an empty answer means; {@code null} where there is none
   * @return the answer; {@code null} where there is none and there will be none
   */
  String ask(String question, String defaultAnswer);

  /** Says what is wrong with the last answer, a line each. */
  void tell(List<String> lines);

  /**
   * Asks until the answer will do.
   *
   * @param judge says what is wrong with an answer, a line each
   * @param missing the problem where there is neither an answer nor a default
   * @throws InvalidConfigurationException where there is no answer
   */
  default String ask(
      String question, String defaultAnswer, Function<String, List<String>> judge, String missing) {
    while (true) {
      String answer = ask(question, defaultAnswer);
      if (answer == null) {
        throw new InvalidConfigurationException(
            List.of(isInteractive() ? "The input ended at the question: " + question : missing));
      }
      List<String> problems = isInteractive() ? judge.apply(answer) : List.of();
      if (problems.isEmpty()) {
        return answer;
      }
      tell(problems);
    }
  }
}
