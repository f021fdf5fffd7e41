package io.github.chalicemaven.core.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers what is wrong with the user's input, so that all of it can be said at once; also what is
 * doubtful, and what is worth knowing. Each is one line: control characters, which input may bring
 * along, are escaped.
 */
public final class Problems {

  private final List<String> found = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Adds a problem.
   *
   * @param problem one or two sentences: the setting, its value, what is wrong and the way out
   */
  public void add(String problem) {
    found.add(Setting.escaped(problem));
  }

  /** Adds a problem with a setting; {@code advice} says what is wrong with it and the way out. */
  public void add(Setting setting, String advice) {
    add(setting + ": " + advice);
  }

  /** Adds what will do, but likely not what the user wants. */
  public void warn(String warning) {
    warnings.add(Setting.escaped(warning));
  }

  /** Adds what the user should know or do. */
  public void note(String note) {
    notes.add(Setting.escaped(note));
  }

  /** The warnings so far. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** The notes so far. */
  public List<String> notes() {
    return List.copyOf(notes);
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
