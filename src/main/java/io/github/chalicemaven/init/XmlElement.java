package io.github.chalicemaven.init;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a document, by its places in the text.
 *
 * @param start where its start tag begins
 * @param contentStart where its start tag ends
 * @param contentEnd where its end tag begins; the same as {@code end} for an empty-element tag
 * @param end where it ends
 */
record XmlElement(
    String name, int start, int contentStart, int contentEnd, int end, List<XmlElement> children) {

  XmlElement {
    children = List.copyOf(children);
  }

  /** Whether it is one tag, such as {@code <plugins/>}. */
  boolean isEmptyTag() {
    return contentEnd == end;
  }

  /** The first child of that name. */
  Optional<XmlElement> child(String name) {
    return children(name).findFirst();
  }

  Stream<XmlElement> children(String name) {
    return children.stream().filter(child -> child.name.equals(name));
  }

  /** Its text, without comments and white space around it. */
  String text(String document) {
    return isEmptyTag()
        ? ""
        : document.substring(contentStart, contentEnd).replaceAll("(?s)<!--.*?-->", "").strip();
  }
}
