package io.github.chalicemaven.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture as SVG: one column, or stages side by side. It has its own background and takes its
 * colours from the reader's preference, light or dark; it needs no scripts and no fonts of its own.
 * The same picture always gives the same text.
 *
 * @see <a href="https://www.w3.org/TR/SVG2/">Scalable Vector Graphics 2</a>
 */
public final class SvgPicture {

  private static final int MARGIN = 12;
  private static final int GAP = 30;
  private static final int START_SPACE = 30;
  private static final int FRAME_PADDING = 8;
  private static final int FRAME_HEAD = 24;
  private static final int NOTICE_LINE = 20;

  /** How far right of a box's edge an arrow comes in from above. */
  private static final int ARROW = 26;

  /** The words of a frame stand beside that arrow. */
  private static final int FRAME_WORDS = ARROW + 10;

  private final Picture picture;
  private final Layout layout;
  private final String id;
  private final List<StageBox> boxes;
  private final StartBox start;
  private final boolean framed;
  private final StringBuilder body = new StringBuilder();

  private SvgPicture(Picture picture, Layout layout, String id) {
    this.picture = picture;
    this.layout = layout;
    this.id = id;
    this.boxes = new ArrayList<>();
    for (int i = 0; i < picture.stages().size(); i++) {
      boxes.add(new StageBox(picture.stages().get(i), i + 1, layout.boxWidth()));
    }
    this.start = new StartBox(picture.start(), layout.boxWidth());
    this.framed = picture.stages().stream().anyMatch(stage -> stage.frame().isPresent());
  }

  /** How the stages are arranged. */
  public enum Layout {
    /** One below the other, 400 pixels wide: readable on a telephone, and in a README. */
    COLUMN(376, 1),
    /** Side by side, in rows of at most four, for a screen. */
    ROWS(276, 4);

    private final int boxWidth;
    private final int most;

    Layout(int boxWidth, int most) {
      this.boxWidth = boxWidth;
      this.most = most;
    }

    int boxWidth() {
      return boxWidth;
    }

    /** How many boxes a row has, so that the rows are about equally long. */
    int perRow(int boxes) {
      int rows = (boxes + most - 1) / most;
      return (boxes + rows - 1) / rows;
    }
  }

  /**
   * Draws a picture.
   *
   * @param id what the IDs of its elements begin with, so that a page can have several
   */
  public static String draw(Picture picture, Layout layout, String id) {
    return new SvgPicture(picture, layout, id).draw();
  }

  /** How wide a drawing is, in pixels. */
  static int width(Picture picture, Layout layout) {
    return new SvgPicture(picture, layout, "").width();
  }

  private int left() {
    return MARGIN + (framed ? FRAME_PADDING : 0);
  }

  private int step() {
    return layout.boxWidth() + GAP + (framed ? 2 * FRAME_PADDING : 0);
  }

  private int width() {
    int inRow = layout.perRow(boxes.size());
    return 2 * left() + layout.boxWidth() + (inRow - 1) * step();
  }

  private String draw() {
    int perRow = layout.perRow(boxes.size());
    int left = left();
    int width = width();
    int y = MARGIN;
    start.draw(body, left, y);
    y += start.height();
    List<Place> places = new ArrayList<>();
    for (int row = 0; row * perRow < boxes.size(); row++) {
      List<StageBox> inRow =
          boxes.subList(row * perRow, Math.min(boxes.size(), (row + 1) * perRow));
      y += row == 0 ? START_SPACE : GAP;
      y += framed ? FRAME_HEAD : 0;
      int height = inRow.stream().mapToInt(StageBox::height).max().orElse(0);
      for (int i = 0; i < inRow.size(); i++) {
        places.add(new Place(inRow.get(i), left + i * step(), y, row));
      }
      y += height + (framed ? FRAME_PADDING : 0);
    }
    arrow(left + ARROW, MARGIN + start.height(), left + ARROW, places.get(0).y());
    drawFrames(places);
    drawArrows(places);
    places.forEach(place -> place.box().draw(body, place.x(), place.y()));
    y = drawNotices(left, y, width - 2 * left);
    return document(width, y + MARGIN);
  }

  private record Place(StageBox box, int x, int y, int row) {}

  private void drawFrames(List<Place> places) {
    for (int i = 0; i < places.size(); i++) {
      Optional<Picture.Frame> frame = places.get(i).box().stage().frame();
      if (frame.isEmpty()) {
        continue;
      }
      int last = i;
      while (last + 1 < places.size()
          && places.get(last + 1).row() == places.get(i).row()
          && places.get(last + 1).box().stage().frame().equals(frame)) {
        last++;
      }
      drawFrame(frame.get(), places.subList(i, last + 1));
      i = last;
    }
  }

  private void drawFrame(Picture.Frame frame, List<Place> places) {
    Place first = places.get(0);
    int height = places.stream().mapToInt(place -> place.box().height()).max().orElse(0);
    int width = places.get(places.size() - 1).x() - first.x() + layout.boxWidth();
    int x = first.x() - FRAME_PADDING;
    int y = first.y() - FRAME_HEAD;
    Svg.open(body, "cp-frame", frame.toString());
    Svg.rect(
        body,
        "cp-frame-line",
        x,
        y,
        width + 2 * FRAME_PADDING,
        height + FRAME_HEAD + FRAME_PADDING,
        12);
    int characters = (width - FRAME_WORDS) * 1000 / Svg.SMALL;
    Svg.text(
        body,
        "cp-small",
        first.x() + FRAME_WORDS,
        y + 16,
        TextWidth.clipped(Markup.visible(frame.toString()), TextWidth.Face.PLAIN, characters));
    Svg.close(body);
  }

  private void drawArrows(List<Place> places) {
    for (int i = 1; i < places.size(); i++) {
      Place from = places.get(i - 1);
      Place to = places.get(i);
      if (from.row() == to.row()) {
        int y = from.y() + StageBox.HEAD / 2;
        arrow(from.x() + layout.boxWidth(), y, to.x(), y);
      } else if (layout == Layout.COLUMN) {
        arrow(to.x() + ARROW, from.y() + from.box().height(), to.x() + ARROW, to.y());
      } else {
        turn(from, to);
      }
    }
  }

  /** From the end of a row to the beginning of the next one. */
  private void turn(Place from, Place to) {
    int y = to.y() - (framed ? FRAME_HEAD : 0) - GAP / 2;
    int right = from.x() + layout.boxWidth() / 2;
    int bottom = from.y() + from.box().height();
    arrow(right, bottom, "V" + y + "H" + (to.x() + ARROW) + "V" + (to.y() - 2));
  }

  private void arrow(int x1, int y1, int x2, int y2) {
    arrow(x1, y1, x1 == x2 ? "V" + (y2 - 2) : "H" + (x2 - 2));
  }

  private void arrow(int x, int y, String way) {
    body.append("<path class=\"cp-arrow\" d=\"M" + x + " " + y + way)
        .append("\" marker-end=\"url(#" + id + "-head)\"/>\n");
  }

  private int drawNotices(int left, int top, int room) {
    int y = top;
    int width = room * 1000 / Svg.SMALL;
    for (String notice : picture.notices()) {
      y += y == top ? NOTICE_LINE / 2 : 0;
      Svg.open(body, "cp-notice", notice);
      for (String line : TextWidth.lines(notice, TextWidth.Face.PLAIN, width, 3)) {
        y += NOTICE_LINE;
        Svg.text(body, "cp-small", left, y, line);
      }
      Svg.close(body);
    }
    return y;
  }

  private String document(int width, int height) {
    return """
        <svg xmlns="%8$s" class="cp-picture" role="img" \
        width="%2$s" height="%3$s" viewBox="0 0 %2$s %3$s" \
        aria-labelledby="%1$s-title %1$s-desc">
        <title id="%1$s-title">%4$s</title>
        <desc id="%1$s-desc">%5$s</desc>
        <style>
        %6$s</style>
        <defs><marker id="%1$s-head" viewBox="0 0 8 8" refX="7" refY="4" \
        markerWidth="7" markerHeight="7" orient="auto">\
        <path class="cp-head" d="M0 0L8 4L0 8Z"/></marker></defs>
        <rect class="cp-paper" width="%2$s" height="%3$s" rx="8"/>
        %7$s</svg>
        """
        .formatted(
            id,
            width,
            height,
            Markup.escape("Pipeline of " + picture.name()),
            Markup.escape(description()),
            Svg.STYLE,
            body,
            Svg.NAMESPACE);
  }

  /** What the picture shows, for those who do not see it. */
  private String description() {
    StringBuilder words = new StringBuilder();
    words.append(String.join(" ", picture.start())).append(" starts it.");
    for (Picture.Stage stage : picture.stages()) {
      words.append(" Stage ").append(stage.name());
      stage.frame().ifPresent(frame -> words.append(" (").append(frame).append(")"));
      words.append(": ");
      words.append(
          String.join(", then ", stage.actions().stream().map(Picture.Action::label).toList()));
      words.append('.');
      stage.outcomes().forEach(outcome -> words.append(' ').append(outcome).append('.'));
    }
    picture.notices().forEach(notice -> words.append(' ').append(notice).append('.'));
    return words.toString();
  }
}
