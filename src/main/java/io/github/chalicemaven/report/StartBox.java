package io.github.chalicemaven.report;

import java.util.ArrayList;
import java.util.List;

/** What starts the pipeline, at the top of the picture. */
final class StartBox {

  private static final int LINE = 18;

  private final List<String> start;
  private final int width;
  private final List<String> first;
  private final List<String> more = new ArrayList<>();

  StartBox(List<String> start, int width) {
    this.start = start;
    this.width = width;
    this.first =
        TextWidth.lines(start.get(0), TextWidth.Face.BOLD, (width - 32) * 1000 / Svg.NORMAL, 2);
    for (String condition : start.subList(1, start.size())) {
      more.addAll(
          TextWidth.lines(condition, TextWidth.Face.PLAIN, (width - 32) * 1000 / Svg.SMALL, 3));
    }
  }

  int height() {
    return LINE * (first.size() + more.size()) + 20;
  }

  void draw(StringBuilder svg, int x, int y) {
    Svg.open(svg, "cp-begin", String.join(" ", start));
    Svg.rect(svg, "cp-start", x, y, width, height(), 18);
    int line = y + 10 - 4;
    for (String text : first) {
      line += LINE;
      Svg.text(svg, "cp-label cp-on", x + 16, line, text);
    }
    for (String text : more) {
      line += LINE;
      Svg.text(svg, "cp-small cp-on", x + 16, line, text);
    }
    Svg.close(svg);
  }
}
