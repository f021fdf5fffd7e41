package io.github.chalicemaven.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Text within a block.
 *
 * @param spans in order
 */
record Inline(List<Span> spans) {

  Inline {
    spans = List.copyOf(spans);
  }

  static Inline of(String text) {
    return new Inline(List.of(new Span(Kind.PLAIN, text)));
  }

  /** A message of this plugin, in which values stand between backticks. */
  static Inline message(String text) {
    String[] parts = text.split("`", -1);
    if (parts.length % 2 == 0) {
      return of(text);
    }
    Inline message = of(parts[0]);
    for (int i = 1; i < parts.length; i += 2) {
      message = message.andCode(parts[i]).and(parts[i + 1]);
    }
    return message;
  }

  static Inline code(String text) {
    return new Inline(List.of(new Span(Kind.CODE, text)));
  }

  /** Texts as code, each on a line of its own. */
  static Inline codeLines(List<String> lines) {
    Inline inline = new Inline(List.of());
    for (String line : lines) {
      inline = (inline.spans.isEmpty() ? inline : inline.line()).andCode(line);
    }
    return inline;
  }

  /** The same, and more text. */
  Inline and(String text) {
    return and(Kind.PLAIN, text);
  }

  Inline andCode(String text) {
    return and(Kind.CODE, text);
  }

  Inline andStrong(String text) {
    return and(Kind.STRONG, text);
  }

  /** The same, and text that the reader is to notice. */
  Inline andMark(String text) {
    return and(Kind.MARK, text);
  }

  /** The same, and a new line. */
  Inline line() {
    return and(Kind.LINE, "");
  }

  Inline and(Inline other) {
    List<Span> longer = new ArrayList<>(spans);
    longer.addAll(other.spans);
    return new Inline(longer);
  }

  private Inline and(Kind kind, String text) {
    return and(new Inline(List.of(new Span(kind, text))));
  }

  /** A piece of text of one kind. */
  record Span(Kind kind, String text) {}

  /** How a piece of text is set. */
  enum Kind {
    PLAIN,
    CODE,
    STRONG,
    MARK,
    LINE
  }
}
