package io.github.chalicemaven.report;

import io.github.chalicemaven.core.document.Escapes;
import io.github.chalicemaven.core.problem.Setting;

/** Text in XML and HTML. */
final class Markup {

  private Markup() {}

  /** The text for a place between tags or in a quoted attribute. */
  static String escape(String text) {
    return Escapes.xml(visible(text)).replace("\"", "&quot;").replace("'", "&#39;");
  }

  /** The text on one line: white space as a space, what else has no shape as an escape. */
  static String visible(String text) {
    return Setting.escaped(text.replace('\n', ' ').replace('\t', ' ').replace('\r', ' '));
  }
}
