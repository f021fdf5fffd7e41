package io.github.chalicemaven.report;

import java.util.List;

/**
 * A report as HTML: a page that stands by itself, or what goes into a page of a site. It loads
 * nothing and runs no script.
 */
public final class HtmlPage {

  private HtmlPage() {}

  /** A page that stands by itself, light or dark as the reader prefers. */
  public static String page(Report report) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>%s</title>
        <style>
        %s%s</style>
        </head>
        <body>
        <main>
        %s</main>
        </body>
        </html>
        """
        .formatted(
            Markup.escape(report.title()), PageStyle.PAGE, PageStyle.REPORT, content(report));
  }

  /** What goes into the body of a page that has a look of its own: dark letters on light paper. */
  public static String fragment(Report report) {
    return "<style>\n"
        + PageStyle.REPORT
        + PageStyle.SITE
        + "</style>\n<div class=\"cp-site\">\n"
        + content(report)
        + "</div>\n";
  }

  private static String content(Report report) {
    List<Block> blocks = ReportDocument.of(report);
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"cp-report\">\n<h1>")
        .append(Markup.escape(report.title()))
        .append("</h1>\n");
    HtmlBlocks writer = new HtmlBlocks(html);
    boolean listed = false;
    for (Block block : blocks) {
      if (block instanceof Block.Heading && !listed) {
        writer.contents(blocks);
        listed = true;
      }
      block.addTo(writer);
    }
    return html.append("</div>\n").toString();
  }
}
