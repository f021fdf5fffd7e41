package io.github.chalicemaven.core.document;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.Iterator;
import java.util.Map;

/**
 * JSON for readers: an object or array stands on one line where it fits, and otherwise has a line
 * for each of its items.
 */
final class JsonText {

  /** The longest line of an object or array, in characters, with its indentation and its comma. */
  private static final int COLUMNS = 100;

  private static final String INDENT = "  ";
  private static final int USUAL_TEMPLATE = 16_384;

  private final StringBuilder text = new StringBuilder(USUAL_TEMPLATE);
  private int lineStart;

  private JsonText() {}

  /** The value as JSON, with a newline at the end. */
  static String of(Value value) {
    JsonText json = new JsonText();
    json.write(value, 0, COLUMNS);
    return json.text.append('\n').toString();
  }

  /**
   * Writes a value. What turns out not to fit on the line is taken back: as an attempt ends where
   * the line is full, all attempts together take time in proportion to the number of values.
   */
  private void write(Value value, int depth, int columns) {
    int start = text.length();
    if (!writeOnLine(value, columns)) {
      text.setLength(start);
      writeOnLines(value, depth);
    }
  }

  /** Goes on with the current line; {@code false} as soon as it has more than so many columns. */
  private boolean writeOnLine(Value value, int columns) {
    if (value instanceof Value.Mapping mapping) {
      String separator = "{";
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        text.append(separator);
        if (!writeKeyOnLine(entry.getKey(), columns) || !writeOnLine(entry.getValue(), columns)) {
          return false;
        }
        separator = ", ";
      }
      text.append(mapping.entries().isEmpty() ? "{}" : "}");
    } else if (value instanceof Value.Sequence sequence) {
      String separator = "[";
      for (Value item : sequence.items()) {
        text.append(separator);
        if (!writeOnLine(item, columns)) {
          return false;
        }
        separator = ", ";
      }
      text.append(sequence.items().isEmpty() ? "[]" : "]");
    } else if (value instanceof Value.Text string && !mayFit(string.text(), columns)
        || value instanceof Value.Embedded document && !mayFit(document.text(), columns)) {
      return false;
    } else {
      writeScalar(value);
    }
    return isWithin(columns);
  }

  private boolean writeKeyOnLine(String key, int columns) {
    if (!mayFit(key, columns)) {
      return false;
    }
    writeKey(key);
    return isWithin(columns);
  }

  private void writeOnLines(Value value, int depth) {
    if (value instanceof Value.Mapping mapping && !mapping.entries().isEmpty()) {
      text.append('{');
      Iterator<Map.Entry<String, Value>> entries = mapping.entries().entrySet().iterator();
      while (entries.hasNext()) {
        Map.Entry<String, Value> entry = entries.next();
        startLine(depth + 1);
        writeKey(entry.getKey());
        writeItem(entry.getValue(), depth + 1, entries.hasNext());
      }
      startLine(depth);
      text.append('}');
    } else if (value instanceof Value.Sequence sequence && !sequence.items().isEmpty()) {
      text.append('[');
      Iterator<Value> items = sequence.items().iterator();
      while (items.hasNext()) {
        startLine(depth + 1);
        writeItem(items.next(), depth + 1, items.hasNext());
      }
      startLine(depth);
      text.append(']');
    } else {
      writeScalar(value);
    }
  }

  private void writeItem(Value item, int depth, boolean comma) {
    write(item, depth, comma ? COLUMNS - 1 : COLUMNS);
    if (comma) {
      text.append(',');
    }
  }

  private void startLine(int depth) {
    text.append('\n');
    lineStart = text.length();
    text.append(INDENT.repeat(depth));
  }

  private void writeKey(String key) {
    writeString(key);
    text.append(": ");
  }

  /** A scalar, or a collection without items. */
  private void writeScalar(Value value) {
    if (value instanceof Value.Text string) {
      writeString(string.text());
    } else if (value instanceof Value.Embedded document) {
      writeString(document.text());
    } else if (value instanceof Value.Int number) {
      text.append(number.number());
    } else if (value instanceof Value.Decimal number) {
      text.append(number.number());
    } else if (value instanceof Value.Bool bool) {
      text.append(bool.truth());
    } else {
      text.append(value instanceof Value.Mapping ? "{}" : "[]");
    }
  }

  private void writeString(String string) {
    text.append('"');
    JsonStringEncoder.getInstance().quoteAsString(string, text);
    text.append('"');
  }

  /** A character takes at most two units: a text of more than that need not be tried. */
  private static boolean mayFit(String string, int columns) {
    return string.length() <= 2 * columns;
  }

  private boolean isWithin(int columns) {
    int units = text.length() - lineStart;
    return units <= columns
        || units <= 2 * columns && text.codePointCount(lineStart, text.length()) <= columns;
  }
}
