package io.github.chalicemaven.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A picture as a flowchart for Mermaid, which GitHub and GitLab draw in Markdown.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Flowcharts</a>
 */
public final class MermaidPicture {

  private static final int SHOWN = 120;

  private MermaidPicture() {}

  /** Draws a picture. */
  public static String draw(Picture picture) {
    List<String> lines = new ArrayList<>();
    lines.add("flowchart TB");
    lines.add("  start([\"" + quoted(String.join(" ", picture.start())) + "\"])");
    String before = "start";
    for (int i = 0; i < picture.stages().size(); i++) {
      Picture.Stage stage = picture.stages().get(i);
      String frame = stage.frame().map(f -> " (" + f + ")").orElse("");
      lines.add("  subgraph s" + i + "[\"" + (i + 1) + " " + quoted(stage.name() + frame) + "\"]");
      lines.add("    direction TB");
      for (int j = 0; j < stage.actions().size(); j++) {
        lines.add("    " + node("s" + i + "a" + j, stage.actions().get(j)));
      }
      for (int j = 1; j < stage.actions().size(); j++) {
        lines.add("    s" + i + "a" + (j - 1) + " --> s" + i + "a" + j);
      }
      if (!stage.outcomes().isEmpty()) {
        String outcomes =
            stage.outcomes().stream()
                .map(MermaidPicture::quoted)
                .collect(Collectors.joining("<br/>"));
        lines.add("    s" + i + "o[/\"" + outcomes + "\"/]");
        lines.add("    s" + i + "a" + (stage.actions().size() - 1) + " -.- s" + i + "o");
      }
      lines.add("  end");
      lines.add("  " + before + " --> s" + i);
      before = "s" + i;
    }
    return String.join("\n", lines) + "\n";
  }

  private static String node(String id, Picture.Action action) {
    StringBuilder label = new StringBuilder(quoted(action.label()));
    for (Picture.Detail detail : action.details()) {
      label.append("<br/>").append(quoted(detail.text()));
    }
    return switch (action.kind()) {
      case APPROVAL -> id + "{{\"" + label + "\"}}";
      case DEPLOY -> id + "[[\"" + label + "\"]]";
      default -> id + "[\"" + label + "\"]";
    };
  }

  /** Text between quotes: all but letters, digits and harmless signs as Mermaid's entities. */
  private static String quoted(String text) {
    String visible = TextWidth.clipped(Markup.visible(text), TextWidth.Face.CODE, SHOWN * 620);
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      if (isHarmless(c) || (c == '.' || c == '-') && !visible.startsWith(" ", i + 1)) {
        quoted.append(c);
      } else {
        quoted.append('#').append((int) c).append(';');
      }
    }
    return quoted.toString();
  }

  /** Before a space, a point or a hyphen would begin a list. */
  private static boolean isHarmless(char c) {
    return c >= 0x80
        || c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c == ' '
        || c == ',';
  }
}
