package io.github.chalicemaven.deploy.service;

import io.github.chalicemaven.core.problem.Setting;

/** What AWS says of a failure. */
public final class Reason {

  private Reason() {}

  /** A reason in AWS's words, and what to do about it. */
  public static String explained(String reason) {
    String line = reason.isBlank() ? "AWS gives no reason." : oneLine(reason);
    String said = line.endsWith(".") ? line : line + ".";
    return Hint.of(reason).map(hint -> said + " Hint: " + hint).orElse(said);
  }

  /** AWS's words in one line, without control characters. */
  public static String oneLine(String words) {
    return Setting.escaped(words.strip().replaceAll("\\s+", " "));
  }
}
