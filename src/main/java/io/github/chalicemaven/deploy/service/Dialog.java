package io.github.chalicemaven.deploy.service;

/**
 * The person in front of the deployment, or the log where there is none. What is said may have
 * words of AWS's in it: the dialog masks secrets in it, and escapes control characters.
 */
public interface Dialog {

  /** Says a line. */
  void say(String line);

  /** Says a line that deserves attention. */
  void warn(String line);

  /** Says a line to who asked for every detail. */
  void detail(String line);

  /** Shows a line in place of the one shown before; the empty line takes it away. */
  void status(String line);

  /** Whether a status line can be shown, and a question asked. */
  boolean isInteractive();

  /** Asks a question that is answered with yes or no. */
  boolean confirm(String question);

  /** Asks for a code that is not shown as it is typed, or not secret for long. */
  String askCode(String question);
}
