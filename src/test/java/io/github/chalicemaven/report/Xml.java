package io.github.chalicemaven.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Text that must be well-formed XML: SVG, and the pages too. */
final class Xml {

  private Xml() {}

  static Element parse(String text) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    Document document = builder.parse(new InputSource(new StringReader(text)));
    return document.getDocumentElement();
  }

  /** The elements of a name, in the document's order; of a class, unless that is {@code null}. */
  static List<Element> all(Element top, String name, String ofClass) {
    NodeList nodes = top.getElementsByTagName(name);
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element element = (Element) nodes.item(i);
      if (ofClass == null || List.of(element.getAttribute("class").split(" ")).contains(ofClass)) {
        found.add(element);
      }
    }
    return found;
  }

  /** The titles of the groups of a class, in order. */
  static List<String> titles(Element top, String ofClass) {
    return all(top, "g", ofClass).stream()
        .map(group -> all(group, "title", null).get(0).getTextContent())
        .toList();
  }
}
