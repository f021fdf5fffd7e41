package io.github.chalicemaven.report;

import java.util.Locale;

/** Elements of the picture's SVG, and their looks. */
final class Svg {

  static final String NAMESPACE = "http://www.w3.org/2000/svg";

  /** Sizes of text in pixels. */
  static final int LARGE = 17;

  static final int NORMAL = 15;
  static final int SMALL = 13;

  /** The colours on light paper. */
  static final String LIGHT =
      """
      --cp-paper:#ffffff;--cp-box:#f6f8fa;--cp-line:#afb8c1;--cp-ink:#1f2328;\
      --cp-soft:#545d68;--cp-source:#0a58ca;--cp-build:#9a4b00;--cp-approval:#8a2be2;\
      --cp-deploy:#0b6e3f;--cp-test:#006b75;--cp-warn:#b3261e;--cp-on:#ffffff;""";

  /** Class names begin with {@code cp}: an SVG's style holds in the whole page that it is in. */
  static final String STYLE =
      ".cp-picture{"
          + LIGHT
          + """
      font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
      @media (prefers-color-scheme:dark){.cp-picture{--cp-paper:#0d1117;--cp-box:#161b22;\
      --cp-line:#484f58;--cp-ink:#e6edf3;--cp-soft:#a5aeb8;--cp-source:#79b8ff;\
      --cp-build:#ffb066;--cp-approval:#d2a8ff;--cp-deploy:#7ee2a8;--cp-test:#76e3ea;\
      --cp-warn:#ff9b94;--cp-on:#0d1117}}
      .cp-paper{fill:var(--cp-paper)}
      .cp-box{fill:var(--cp-box);stroke:var(--cp-line)}
      .cp-start{fill:var(--cp-source)}
      .cp-frame-line{fill:none;stroke:var(--cp-soft);stroke-dasharray:6 4}
      .cp-rule{stroke:var(--cp-line);stroke-dasharray:3 3}
      .cp-rail{stroke:var(--cp-line);stroke-width:2}
      .cp-arrow{fill:none;stroke:var(--cp-soft);stroke-width:2}
      .cp-head{fill:var(--cp-soft)}
      .cp-picture text{fill:var(--cp-ink);unicode-bidi:isolate;white-space:pre}
      .cp-large{font-size:17px;font-weight:700}
      .cp-label{font-size:15px;font-weight:600}
      .cp-picture .cp-small{font-size:13px;fill:var(--cp-soft)}
      .cp-picture .cp-code{font-size:13px;fill:var(--cp-soft);\
      font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
      .cp-picture .cp-bad{font-size:13px;fill:var(--cp-warn)}
      .cp-picture .cp-on{fill:var(--cp-on)}
      .cp-icon{fill:none;stroke:var(--cp-on);stroke-width:2;stroke-linecap:round;\
      stroke-linejoin:round}
      .cp-warn{stroke:var(--cp-warn)}
      .cp-source{fill:var(--cp-source)}
      .cp-build{fill:var(--cp-build)}
      .cp-approval{fill:var(--cp-approval)}
      .cp-change_set,.cp-deploy{fill:var(--cp-deploy)}
      .cp-test{fill:var(--cp-test)}
      .cp-other{fill:var(--cp-soft)}
      """;

  private Svg() {}

  /** Opens a group that a reader can ask what it is. */
  static void open(StringBuilder svg, String name, String title) {
    svg.append("<g class=\"").append(name).append("\"><title>");
    svg.append(Markup.escape(title)).append("</title>\n");
  }

  static void close(StringBuilder svg) {
    svg.append("</g>\n");
  }

  static void rect(StringBuilder svg, String name, int x, int y, int width, int height, int round) {
    svg.append("<rect class=\"" + name + "\" x=\"" + x + "\" y=\"" + y)
        .append("\" width=\"" + width + "\" height=\"" + height + "\" rx=\"" + round + "\"/>\n");
  }

  static void text(StringBuilder svg, String name, int x, int y, String text) {
    svg.append("<text class=\"" + name + "\" x=\"" + x + "\" y=\"" + y + "\">")
        .append(Markup.escape(text))
        .append("</text>\n");
  }

  static void line(StringBuilder svg, String name, int x1, int y1, int x2, int y2) {
    svg.append("<path class=\"" + name + "\" d=\"M" + x1 + " " + y1 + "L" + x2 + " " + y2)
        .append("\"/>\n");
  }

  /** A sign of what an action does, around a middle. */
  static void icon(StringBuilder svg, Picture.Kind kind, int x, int y) {
    svg.append("<circle class=\"cp-" + kind.name().toLowerCase(Locale.ROOT))
        .append("\" cx=\"" + x + "\" cy=\"" + y + "\" r=\"12\"/>")
        .append("<path class=\"cp-icon\" transform=\"translate(" + x + " " + y + ")\" d=\"")
        .append(shape(kind))
        .append("\"/>\n");
  }

  /** An arrow that goes back, around a middle. */
  static void back(StringBuilder svg, int x, int y) {
    svg.append("<path class=\"cp-icon cp-warn\" transform=\"translate(" + x + " " + y + ")\"")
        .append(" d=\"M-5 1A5 5 0 1 0 -3 -4M-4 -7V-3H0\"/>\n");
  }

  private static String shape(Picture.Kind kind) {
    return switch (kind) {
      case SOURCE -> "M-3 -5V5M-3 2C3 2 3 0 3 -4M1 -2L3 -5L5 -2";
      case BUILD -> "M0 -6L5 -3V3L0 6L-5 3V-3ZM-5 -3L0 0L5 -3M0 0V6";
      case APPROVAL -> "M0 -5A2.5 2.5 0 1 0 0.1 -5M-5 6C-5 1 5 1 5 6";
      case CHANGE_SET -> "M-4 -4H4M-4 0H4M-4 4H1";
      case DEPLOY -> "M0 6V-5M-4 -1L0 -5L4 -1";
      case TEST -> "M-5 0L-1 4L5 -4";
      case OTHER -> "M0 0H0.1";
    };
  }
}
