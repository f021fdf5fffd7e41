package io.github.chalicemaven.init;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds the elements of a document. Parsers of the JDK do not give an element's exact place in the
 * text; Maven has read the document before, so that little can be wrong with it.
 */
final class XmlScanner {

  private final String text;
  private final Deque<Open> open = new ArrayDeque<>();
  private int at;

  private XmlScanner(String text) {
    this.text = text;
    open.push(new Open("", 0, 0, new ArrayList<>()));
  }

  /**
   * Scans a document.
   *
   * @return its root; empty where the document is not well-formed or has a document type
   *     declaration, whose entities could hold elements
   */
  static Optional<XmlElement> scan(String text) {
    return new XmlScanner(text).root();
  }

  private Optional<XmlElement> root() {
    at = text.indexOf('<');
    while (at >= 0) {
      if (!next()) {
        return Optional.empty();
      }
      at = text.indexOf('<', at);
    }
    List<XmlElement> roots = open.pop().children;
    return open.isEmpty() && roots.size() == 1 ? Optional.of(roots.get(0)) : Optional.empty();
  }

  /** Goes past one piece of markup. */
  private boolean next() {
    if (text.startsWith("<!--", at)) {
      return skip("<!--".length(), "-->");
    }
    if (text.startsWith("<![CDATA[", at)) {
      return skip(0, "]]>");
    }
    if (text.startsWith("<?", at)) {
      return skip(0, "?>");
    }
    if (text.startsWith("</", at)) {
      return endTag();
    }
    return !text.startsWith("<!", at) && startTag();
  }

  private boolean skip(int opening, String end) {
    int found = text.indexOf(end, at + opening);
    at = found + end.length();
    return found >= 0;
  }

  private boolean startTag() {
    int start = at;
    int end = endOfTag(start);
    if (end < 0) {
      return false;
    }
    boolean empty = text.charAt(end - 2) == '/';
    String name = text.substring(start + 1, end - (empty ? 2 : 1)).split("\\s", 2)[0];
    at = end;
    if (empty) {
      open.peek().children.add(new XmlElement(name, start, end, end, end, List.of()));
    } else {
      open.push(new Open(name, start, end, new ArrayList<>()));
    }
    return !name.isEmpty();
  }

  /** Where a start tag ends; a value of an attribute may hold {@code >}. */
  private int endOfTag(int start) {
    char quote = 0;
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return -1;
  }

  private boolean endTag() {
    int start = at;
    if (!skip(0, ">")) {
      return false;
    }
    Open element = open.pop();
    if (open.isEmpty() || !text.substring(start + 2, at - 1).strip().equals(element.name)) {
      return false;
    }
    open.peek()
        .children
        .add(
            new XmlElement(
                element.name, element.start, element.contentStart, start, at, element.children));
    return true;
  }

  /** An element whose end tag has not come yet. */
  private record Open(String name, int start, int contentStart, List<XmlElement> children) {}
}
