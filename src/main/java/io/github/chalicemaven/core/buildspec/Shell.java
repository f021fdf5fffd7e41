package io.github.chalicemaven.core.buildspec;

import java.util.regex.Pattern;

/** Words of a POSIX shell command. */
public final class Shell {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  private Shell() {}

  /** The text as one word: as it is where the shell leaves it alone, else in single quotes. */
  public static String word(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
