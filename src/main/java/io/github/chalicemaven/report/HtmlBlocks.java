package io.github.chalicemaven.report;

import java.util.List;

/** Writes blocks as HTML. */
final class HtmlBlocks implements Block.Writer {

  /** The size to which a picture may shrink before a column is easier to read, in per cent. */
  private static final int SMALLEST = 80;

  private final StringBuilder html;

  HtmlBlocks(StringBuilder html) {
    this.html = html;
  }

  /** Writes links to the sections. */
  void contents(List<Block> blocks) {
    html.append("<nav aria-label=\"Contents\">\n<ul>\n");
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading && heading.level() == 2) {
        html.append("<li><a href=\"#" + heading.id() + "\">")
            .append(Markup.escape(heading.text()))
            .append("</a></li>\n");
      }
    }
    html.append("</ul>\n</nav>\n");
  }

  @Override
  public void add(Block.Heading heading) {
    html.append("<h" + heading.level() + " id=\"" + heading.id() + "\">")
        .append(Markup.escape(heading.text()))
        .append("</h" + heading.level() + ">\n");
  }

  @Override
  public void add(Block.Paragraph paragraph) {
    html.append("<p>");
    add(paragraph.text());
    html.append("</p>\n");
  }

  @Override
  public void add(Block.Items items) {
    String list = items.numbered() ? "ol" : "ul";
    html.append("<" + list + ">\n");
    for (Inline item : items.items()) {
      html.append("<li>");
      add(item);
      html.append("</li>\n");
    }
    html.append("</" + list + ">\n");
  }

  @Override
  public void add(Block.Table table) {
    html.append("<div class=\"cp-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(Markup.escape(table.caption()))
        .append("\">\n<table class=\"cp-columns-" + table.header().size() + "\">\n<caption>")
        .append(Markup.escape(table.caption()))
        .append("</caption>\n<thead>\n<tr>");
    table
        .header()
        .forEach(
            name -> html.append("<th scope=\"col\">").append(Markup.escape(name)).append("</th>"));
    html.append("</tr>\n</thead>\n<tbody>\n");
    for (List<Inline> row : table.rows()) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        html.append(i == 0 ? "<th scope=\"row\">" : "<td>");
        add(row.get(i));
        html.append(i == 0 ? "</th>" : "</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n</div>\n");
  }

  @Override
  public void add(Block.Code code) {
    html.append("<figure class=\"cp-listing\"><figcaption>")
        .append(Markup.escape(code.title()))
        .append("</figcaption>\n<pre><code>");
    code.text().lines().forEach(line -> html.append(Markup.escape(line)).append('\n'));
    html.append("</code></pre></figure>\n");
  }

  /** Two drawings, of which the page shows the one that fits. */
  @Override
  public void add(Block.Figure figure) {
    int enough = SvgPicture.width(figure.picture(), SvgPicture.Layout.ROWS) * SMALLEST / 100;
    html.append("<style>@container (min-width:" + enough + "px){")
        .append(".cp-rows{display:block}.cp-column{display:none}}</style>\n")
        .append("<div class=\"cp-figure\">\n<div class=\"cp-column\">\n")
        .append(SvgPicture.draw(figure.picture(), SvgPicture.Layout.COLUMN, "cp-column"))
        .append("</div>\n<div class=\"cp-rows\">\n")
        .append(SvgPicture.draw(figure.picture(), SvgPicture.Layout.ROWS, "cp-rows"))
        .append("</div>\n</div>\n");
  }

  private void add(Inline text) {
    for (Inline.Span span : text.spans()) {
      String escaped = Markup.escape(span.text());
      switch (span.kind()) {
        case PLAIN -> html.append(escaped);
        case CODE -> html.append("<code>" + escaped + "</code>");
        case STRONG -> html.append("<strong>" + escaped + "</strong>");
        case MARK -> html.append("<span class=\"cp-mark\">" + escaped + "</span>");
        case LINE -> html.append("<br/>");
      }
    }
  }
}
