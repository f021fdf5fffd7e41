package io.github.chalicemaven.core.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with the user's input, so that all problems are reported at once; also
 * warnings and notes. Each is one line: control characters in input are escaped.
 */
public final class Problems {

  private final List<String> found = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> afterDeployment = new ArrayList<>();
  private final List<String> inferred = new ArrayList<>();

  /**
   * Adds a problem.
   *
   * @param problem one or two sentences: the setting, its value, what is wrong and what to do
   */
  public void add(String problem) {
    found.add(Setting.escaped(problem));
  }

  /** Adds a problem with a setting; {@code advice} says what is wrong with it and what to do. */
  public void add(Setting setting, String advice) {
    add(setting + ": " + advice);
  }

  /** Adds something that is valid, but probably not what the user wants. */
  public void warn(String warning) {
    warnings.add(Setting.escaped(warning));
  }

  /** Adds what the user should know or do now. */
  public void note(String note) {
    notes.add(Setting.escaped(note));
  }

  /** Adds what the user should know or do once the template is deployed. */
  public void noteAfterDeployment(String note) {
    afterDeployment.add(Setting.escaped(note));
  }

  /** Adds what was found without a setting, and where: it may name folders of this machine. */
  public void infer(String value) {
    inferred.add(Setting.escaped(value));
  }

  /** What was found without a setting, so far. */
  public List<String> inferred() {
    return List.copyOf(inferred);
  }

  /** The warnings so far. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** The notes so far. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** What follows the deployment, so far. */
  public List<String> afterDeployment() {
    return List.copyOf(afterDeployment);
  }

  /** The problems so far. */
  public List<String> found() {
    return List.copyOf(found);
  }

  /**
   * Throws if there are problems.
   *
   * @throws InvalidConfigurationException with every problem so far
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidConfigurationException(found);
    }
  }
}
