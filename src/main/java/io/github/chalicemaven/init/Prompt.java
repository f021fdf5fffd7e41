package io.github.chalicemaven.init;

import java.util.List;

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
}
