package io.github.chalicemaven.report;

import java.util.Locale;

/** Text in XML and HTML. */
final class Markup {

  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Markup() {}

  /** The text for a place between tags or in a quoted attribute. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    visible(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  /**
   * The text on one line: what has no shape, or turns the direction of what follows, as an escape
   * that one sees; white space as a space.
   */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t' || c == '\r') {
                visible.append(' ');
              } else if (hasShape(c)) {
                visible.appendCodePoint(c);
              } else {
                visible.append(String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    return visible.toString();
  }

  /** Parts of an emoji are joined by a character without a shape, which does no harm. */
  private static boolean hasShape(int c) {
    return c == ZERO_WIDTH_JOINER
        || !(c < 0x20
            || c >= 0x7F && c < 0xA0
            || c == 0x61C
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
