package io.github.chalicemaven.core.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with the user's input, so that all of it can be said at once. */
public final class Problems {

  private final List<String> found = new ArrayList<>();

  /**
   * Adds a problem.
   *
   * @param problem one or two sentences: the setting, its value, what is wrong and the way out
   */
  public void add(String problem) {
    found.add(problem);
  }

  /** Adds a problem with a setting; {@code advice} says what is wrong with it and the way out. */
  public void add(Setting setting, String advice) {
    add(setting + ": " + advice);
  }

  /** What was added so far. */
  public List<String> found() {
    return List.copyOf(found);
  }

  /**
   * Ends here if anything is wrong.
   *
   * @throws InvalidConfigurationException that names every problem gathered so far
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidConfigurationException(found);
    }
  }
}
