package io.github.chalicemaven.core.problem;

/**
 * A value that the user set and the place where it was set, so that a problem can name both.
 *
 * @param place for example {@code <appName> (-Dchalice.appName)}, or a file
 * @param value the value as the user wrote it
 */
public record Setting(String place, String value) {

  private static final int SHOWN = 120;

  /** A value of the goal's parameter of that name. */
  public static Setting of(String parameter, Object value) {
    return new Setting(place(parameter), String.valueOf(value));
  }

  /** How messages name a goal's parameter: its POM element and its property. */
  public static String place(String parameter) {
    return "<" + parameter + "> (-Dchalice." + parameter + ")";
  }

  /** How messages name a goal's parameter that may be left to its default. */
  public static String place(String parameter, boolean isSet) {
    return (isSet ? "" : "the default of ") + place(parameter);
  }

  /** The place and the value, for the beginning of a sentence. */
  @Override
  public String toString() {
    return place + " is `" + shown(value) + "`";
  }

  /** Text that is safe to print: control characters escaped, cut where it is too long to read. */
  public static String shown(String text) {
    return text.length() > SHOWN ? escaped(text.substring(0, SHOWN)) + "..." : escaped(text);
  }

  /** Text with its control characters escaped. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      escaped.append(isVisible(c) ? c : String.format("\\u%04x", (int) c));
    }
    return escaped.toString();
  }

  /** Direction marks and line ends of other scripts disturb a terminal as control characters do. */
  private static boolean isVisible(char c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
