package io.github.chalicemaven.core.problem;

import java.util.Locale;

/**
 * A value that the user set and the place where it was set, so that a problem can name both.
 *
 * @param place for example {@code <appName> (-Dchalice.appName)}, or a file
 * @param value the value as the user wrote it
 */
public record Setting(String place, String value) {

  private static final int SHOWN = 120;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

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
    if (text.length() <= SHOWN) {
      return escaped(text);
    }
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return escaped(text.substring(0, end)) + "...";
  }

  /**
   * Text on one line, with escapes that one sees for what has no shape, or turns the direction of
   * what follows.
   */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (hasShape(c)) {
        escaped.appendCodePoint(c);
      } else {
        escaped.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\u{%x}" : "\\u%04x", c));
      }
    }
    return escaped.toString();
  }

  /**
   * By ranges, since the JDK's tables change with its version. Parts of an emoji are joined by a
   * character without a shape, which does no harm.
   */
  private static boolean hasShape(int c) {
    return c == ZERO_WIDTH_JOINER
        || !(c < 0x20
            || c >= 0x7F && c < 0xA0
            || c == 0xAD
            || c == 0x61C
            || c == 0x180E
            || c >= 0x200B && c <= 0x200F
            || c >= 0x2028 && c <= 0x202E
            || c >= 0x2060 && c <= 0x206F
            || c >= 0xD800 && c <= 0xDFFF
            || c == 0xFEFF
            || c >= 0xFFF9 && c <= 0xFFFB
            || (c & 0xFFFE) == 0xFFFE
            || c >= 0xE0000 && c <= 0xE0FFF);
  }
}
