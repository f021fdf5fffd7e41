package io.github.chalicemaven.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture as plain text, for a terminal:
 *
 * <pre>
 * A push to main
 *   |
 *   v
 * [1] Source
 *   * Take acme/orders (GitHub; a connection of this template)
 *   |
 *   v
 * [2] Build
 *   * Package the application (Python 3.13, chalice package)
 * </pre>
 */
public final class TextPicture {

  private TextPicture() {}

  /** Draws a picture; lines end in LF, and the lines that are the plugin's own are ASCII. */
  public static String draw(Picture picture) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(" ", picture.start()));
    int number = 1;
    for (Picture.Stage stage : picture.stages()) {
      lines.add("  |");
      lines.add("  v");
      lines.add(
          "["
              + number++
              + "] "
              + stage.name()
              + stage.frame().map(frame -> " (" + frame + ")").orElse(""));
      stage.actions().forEach(action -> lines.add(line(action)));
      stage.outcomes().forEach(outcome -> lines.add("  ! " + outcome));
    }
    if (!picture.notices().isEmpty()) {
      lines.add("");
    }
    lines.addAll(picture.notices());
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(Markup.visible(line)).append('\n'));
    return text.toString();
  }

  private static String line(Picture.Action action) {
    String details = action.detailLine();
    return (action.parallel() ? "  & " : "  * ")
        + action.label()
        + (details.isEmpty() ? "" : " (" + details + ")");
  }
}
