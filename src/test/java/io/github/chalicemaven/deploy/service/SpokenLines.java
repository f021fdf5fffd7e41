package io.github.chalicemaven.deploy.service;

import java.util.ArrayList;
import java.util.List;

/** A dialog that remembers what was said, and answers as it was told to. */
public final class SpokenLines implements Dialog {

  private final List<String> lines = new ArrayList<>();
  private final List<String> questions = new ArrayList<>();
  private final List<String> statuses = new ArrayList<>();
  private final boolean interactive;
  private final boolean answer;
  private Runnable meanwhile = () -> {};

  private SpokenLines(boolean interactive, boolean answer) {
    this.interactive = interactive;
    this.answer = answer;
  }

  /** Nobody is there. */
  public static SpokenLines batch() {
    return new SpokenLines(false, false);
  }

  /** Somebody is there, and says yes or no to everything. */
  public static SpokenLines answering(boolean yes) {
    return new SpokenLines(true, yes);
  }

  /** Does something while a question stands. */
  public SpokenLines meanwhile(Runnable deed) {
    meanwhile = deed;
    return this;
  }

  public List<String> lines() {
    return lines;
  }

  public List<String> questions() {
    return questions;
  }

  public List<String> statuses() {
    return statuses;
  }

  @Override
  public void say(String line) {
    lines.add(line);
  }

  @Override
  public void warn(String line) {
    lines.add("WARNING " + line);
  }

  @Override
  public void detail(String line) {
    lines.add("DETAIL " + line);
  }

  @Override
  public void status(String line) {
    statuses.add(line);
  }

  @Override
  public boolean isInteractive() {
    return interactive;
  }

  @Override
  public boolean confirm(String question) {
    questions.add(question);
    meanwhile.run();
    return answer;
  }

  @Override
  public String askCode(String question) {
    questions.add(question);
    return "123456";
  }
}
