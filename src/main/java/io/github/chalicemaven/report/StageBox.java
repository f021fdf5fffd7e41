package io.github.chalicemaven.report;

import java.util.ArrayList;
import java.util.List;

/** A stage of the picture: its name, its actions in order, and what becomes of it if it fails. */
final class StageBox {

  /** The height of the stage's name. */
  static final int HEAD = 40;

  private static final int LABEL_LINE = 19;
  private static final int LINE = 18;
  private static final int ACTION_GAP = 12;
  private static final int INDENT = 50;
  private static final int RIGHT = 12;
  private static final int ICON = 26;

  private final Picture.Stage stage;
  private final int number;
  private final int width;
  private final List<ActionText> actions = new ArrayList<>();
  private final List<Line> outcomes = new ArrayList<>();

  StageBox(Picture.Stage stage, int number, int width) {
    this.stage = stage;
    this.number = number;
    this.width = width;
    stage.actions().forEach(action -> actions.add(new ActionText(action, lines(action))));
    for (String outcome : stage.outcomes()) {
      boolean begins = true;
      for (String text : TextWidth.lines(outcome, TextWidth.Face.PLAIN, room(Svg.SMALL), 5)) {
        outcomes.add(new Line("cp-bad", text, LINE, begins));
        begins = false;
      }
    }
  }

  Picture.Stage stage() {
    return stage;
  }

  int height() {
    int height = HEAD + actions.stream().mapToInt(ActionText::height).sum();
    return height + (outcomes.isEmpty() ? 0 : LINE * outcomes.size() + 16);
  }

  void draw(StringBuilder svg, int x, int y) {
    Svg.open(svg, "cp-stage", "Stage " + stage.name());
    Svg.rect(svg, "cp-box", x, y, width, height(), 10);
    Svg.text(
        svg,
        "cp-large",
        x + 14,
        y + 26,
        TextWidth.clipped(
            number + "  " + Markup.visible(stage.name()),
            TextWidth.Face.BOLD,
            (width - 28) * 1000 / Svg.LARGE));
    int top = y + HEAD;
    for (int i = 0; i < actions.size(); i++) {
      if (i + 1 < actions.size()) {
        int next = top + actions.get(i).height();
        Svg.line(svg, "cp-rail", x + ICON, top + ICON - 2, x + ICON, next);
      }
      actions.get(i).draw(svg, x, top);
      top += actions.get(i).height();
    }
    drawOutcomes(svg, x, top);
    Svg.close(svg);
  }

  private void drawOutcomes(StringBuilder svg, int x, int y) {
    if (outcomes.isEmpty()) {
      return;
    }
    Svg.line(svg, "cp-rule", x + 14, y, x + width - 14, y);
    int line = y + 4;
    for (Line outcome : outcomes) {
      line += outcome.height();
      if (outcome.begins()) {
        Svg.back(svg, x + ICON, line - 4);
      }
      Svg.text(svg, outcome.name(), x + INDENT, line, outcome.text());
    }
  }

  private List<Line> lines(Picture.Action action) {
    List<Line> lines = new ArrayList<>();
    TextWidth.lines(action.label(), TextWidth.Face.BOLD, room(Svg.NORMAL), 2)
        .forEach(text -> lines.add(new Line("cp-label", text, LABEL_LINE, false)));
    if (action.parallel()) {
      lines.add(new Line("cp-small", "at the same time", LINE, false));
    }
    for (Picture.Detail detail : action.details()) {
      TextWidth.Face face = detail.code() ? TextWidth.Face.CODE : TextWidth.Face.PLAIN;
      TextWidth.lines(detail.text(), face, room(Svg.SMALL), 2)
          .forEach(
              text ->
                  lines.add(new Line(detail.code() ? "cp-code" : "cp-small", text, LINE, false)));
    }
    return lines;
  }

  private int room(int size) {
    return (width - INDENT - RIGHT) * 1000 / size;
  }

  /** A line of text; {@code begins} where it is the first one of an outcome. */
  private record Line(String name, String text, int height, boolean begins) {}

  /** An action with its text, broken into lines. */
  private record ActionText(Picture.Action action, List<Line> lines) {

    int height() {
      return lines.stream().mapToInt(Line::height).sum() + ACTION_GAP;
    }

    void draw(StringBuilder svg, int x, int y) {
      String details = action.detailLine();
      Svg.open(
          svg,
          "cp-action",
          action.name() + ": " + action.label() + (details.isEmpty() ? "" : "; " + details));
      Svg.icon(svg, action.kind(), x + ICON, y + 10);
      int line = y - 4;
      for (Line text : lines) {
        line += text.height();
        Svg.text(svg, text.name(), x + INDENT, line, text.text());
      }
      Svg.close(svg);
    }
  }
}
