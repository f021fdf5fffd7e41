package io.github.chalicemaven.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text is at most, in any font that a browser may take: nobody measures it where the
 * picture is drawn. Widths are in thousandths of the font's size.
 */
final class TextWidth {

  private static final String ELLIPSIS = "\u2026";
  private static final String NARROW = "iljI|.,:;'!`";
  private static final String SLIM = "fjrt()[]{}-/\\\" ";
  private static final String BROAD = "mMW@%w&";

  private TextWidth() {}

  /** How the text is set. */
  enum Face {
    PLAIN,
    BOLD,
    CODE
  }

  /** The width of a text. */
  static int of(String text, Face face) {
    return text.codePoints().map(c -> of(c, face)).sum();
  }

  /**
   * The text in lines, broken between words where that goes; what is too much ends in an ellipsis.
   *
   * @param width of a line, in thousandths of the font's size
   */
  static List<String> lines(String text, Face face, int width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = Markup.visible(text).strip();
    while (!rest.isEmpty() && lines.size() < most - 1 && of(rest, face) > width) {
      int end = lineEnd(rest, face, width);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(clipped(rest, face, width));
    }
    return lines;
  }

  /** The text, or as much of its beginning as fits, with an ellipsis. */
  static String clipped(String text, Face face, int width) {
    return of(text, face) <= width
        ? text
        : text.substring(0, fitting(text, face, width - of(ELLIPSIS, face))).strip() + ELLIPSIS;
  }

  private static int lineEnd(String text, Face face, int width) {
    int fitting = Math.max(fitting(text, face, width), text.offsetByCodePoints(0, 1));
    int space = text.lastIndexOf(' ', fitting);
    return space > fitting / 3 ? space : fitting;
  }

  /** How many characters fit, none of them cut in two. */
  private static int fitting(String text, Face face, int width) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      used += of(c, face);
      if (used > width) {
        break;
      }
      end += Character.charCount(c);
    }
    while (end > 0 && end < text.length() && isJoined(text, end)) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return end;
  }

  /** Whether the characters before and after belong together. */
  private static boolean isJoined(String text, int index) {
    return isMark(text.codePointAt(index)) || text.codePointBefore(index) == 0x200D;
  }

  private static int of(int c, Face face) {
    int plain = plain(c);
    return switch (face) {
      case PLAIN -> plain;
      case BOLD -> plain * 9 / 8;
      case CODE -> plain == 0 ? 0 : Math.max(c < 0x250 ? 0 : plain, 620);
    };
  }

  private static int plain(int c) {
    if (isMark(c)) {
      return 0;
    }
    if (c < 0x80) {
      return NARROW.indexOf(c) >= 0
          ? 340
          : SLIM.indexOf(c) >= 0
              ? 470
              : BROAD.indexOf(c) >= 0 ? 1010 : c >= 'A' && c <= 'Z' ? 790 : 650;
    }
    return c < 0x250 ? 800 : c < 0x1100 ? 900 : c < 0x1F000 ? 1100 : 1400;
  }

  /** What stands upon another character, or joins two. */
  private static boolean isMark(int c) {
    return c >= 0x300 && c < 0x370 || c == 0x200D || c >= 0xFE00 && c < 0xFE10;
  }
}
