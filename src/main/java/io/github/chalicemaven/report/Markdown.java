package io.github.chalicemaven.report;

import io.github.chalicemaven.core.document.Escapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report as Markdown, for a README or a pull request.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
public final class Markdown implements Block.Writer {

  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private final StringBuilder text = new StringBuilder();

  private Markdown() {}

  /** The report: its picture as a Mermaid flowchart, and its tables. */
  public static String of(Report report) {
    return page(report.title(), ReportDocument.of(report));
  }

  /** What differs in committed files from what is generated, for a comment in a review. */
  public static String differences(List<Report.Difference> differences) {
    return page("Committed pipeline", ReportDocument.differences(differences));
  }

  /** Blocks without a title. */
  static String of(List<Block> blocks) {
    Markdown markdown = new Markdown();
    blocks.forEach(block -> block.addTo(markdown));
    return markdown.text.toString();
  }

  private static String page(String title, List<Block> blocks) {
    return "# " + escaped(title) + "\n" + of(blocks);
  }

  @Override
  public void add(Block.Heading heading) {
    text.append('\n').append("#".repeat(heading.level())).append(' ');
    text.append(escaped(heading.text())).append('\n');
  }

  @Override
  public void add(Block.Paragraph paragraph) {
    text.append('\n').append(inline(paragraph.text())).append('\n');
  }

  @Override
  public void add(Block.Items items) {
    text.append('\n');
    int number = 1;
    for (Inline item : items.items()) {
      text.append(items.numbered() ? number++ + ". " : "- ").append(inline(item)).append('\n');
    }
  }

  @Override
  public void add(Block.Table table) {
    text.append('\n').append(escaped(table.caption())).append(":\n\n");
    row(table.header().stream().map(Markdown::escaped).toList());
    row(Collections.nCopies(table.header().size(), "---"));
    for (List<Inline> cells : table.rows()) {
      List<String> row = new ArrayList<>();
      // A table's cell ends at a bar, even within code.
      cells.forEach(cell -> row.add(inline(cell).replaceAll("(?<!\\\\)\\|", "\\\\|")));
      row(row);
    }
  }

  @Override
  public void add(Block.Code code) {
    text.append('\n').append(escaped(code.title())).append(":\n");
    fenced(code.language(), code.text());
  }

  @Override
  public void add(Block.Figure figure) {
    fenced("mermaid", MermaidPicture.draw(figure.picture()));
  }

  private void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void fenced(String language, String lines) {
    String fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
    text.append('\n').append(fence).append(language).append('\n');
    lines.lines().forEach(line -> text.append(Markup.visible(line)).append('\n'));
    text.append(fence).append('\n');
  }

  private static String inline(Inline inline) {
    StringBuilder text = new StringBuilder();
    for (Inline.Span span : inline.spans()) {
      switch (span.kind()) {
        case PLAIN -> text.append(escaped(span.text()));
        case CODE -> text.append(code(Markup.visible(span.text())));
        case STRONG, MARK -> text.append("**").append(escaped(span.text())).append("**");
        case LINE -> text.append("<br>");
      }
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return Escapes.markdown(Markup.visible(text));
  }

  private static String code(String text) {
    String fence = "`".repeat(longestRun(text) + 1);
    boolean apart = text.isEmpty() || text.startsWith("`") || text.endsWith("`");
    return fence + (apart ? " " + text + " " : text) + fence;
  }

  private static int longestRun(String text) {
    Matcher runs = BACKTICKS.matcher(text);
    return runs.results().mapToInt(run -> run.group().length()).max().orElse(0);
  }
}
