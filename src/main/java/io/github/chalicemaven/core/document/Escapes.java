package io.github.chalicemaven.core.document;

import java.util.regex.Pattern;

/** Text within documents of other languages, so that it is read as it is. */
public final class Escapes {

  private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_\\[\\]<>|#~&!]");

  private Escapes() {}

  /** Between tags of XML or HTML. */
  public static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** On a line of Markdown, in a table too. */
  public static String markdown(String text) {
    return MARKDOWN.matcher(text).replaceAll("\\\\$0");
  }
}
