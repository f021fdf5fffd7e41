package io.github.chalicemaven.report;

import java.util.List;
import java.util.Optional;

/** Pictures that are made by hand. */
final class Pictures {

  /** What users may write that spoils markup, lines, directions and room. */
  static final List<String> HOSTILE =
      List.of(
          "\"quotes\" and 'others' & ampersands",
          "</title></text></svg><script>alert(1)</script>",
          "<!-- --> ]]> <![CDATA[ <?xml ?>",
          "\uD83D\uDE80 rocket \uD83D\uDC69\u200D\uD83D\uDCBB and flags \uD83C\uDDEA\uD83C\uDDFA",
          "\u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD right to left",
          "turned \u202Eaway\u202C and \u2066isolated",
          "W".repeat(100),
          "one word after the other, ".repeat(12),
          "e\u0301".repeat(60),
          "\u6F22\u5B57".repeat(40),
          "half \uD83D of a pair, \u0000 nothing, \u001B[31m red, \uFFFE none, \t tab",
          "| a | b | ``` code ``` `one` \\| # heading",
          "a fence\n```\nand another\n````\nwithin",
          "- item 1. first + second",
          "#quot; &quot; #35; %% comment; end\nsubgraph x",
          " ");

  private Pictures() {}

  /** A picture with a text wherever a user's text may be. */
  static Picture with(String text) {
    Picture.Action action =
        new Picture.Action(
            text,
            Picture.Kind.APPROVAL,
            text,
            List.of(new Picture.Detail(text, false), new Picture.Detail(text, true)),
            false);
    Picture.Frame frame = new Picture.Frame(Optional.of(text), Optional.of(text));
    return new Picture(
        text,
        List.of(text, text),
        List.of(
            new Picture.Stage(text, Optional.of(frame), List.of(action, action), List.of(text)),
            new Picture.Stage(text, Optional.empty(), List.of(action), List.of())),
        List.of(text));
  }

  /** Stages by their names, with one action each. */
  static Picture ofStages(Optional<Picture.Frame> frame, String... names) {
    List<Picture.Stage> stages =
        List.of(names).stream()
            .map(
                name ->
                    new Picture.Stage(
                        name,
                        frame,
                        List.of(
                            new Picture.Action(
                                "Deploy" + name, Picture.Kind.DEPLOY, "Deploy", List.of(), false)),
                        List.of()))
            .toList();
    return new Picture("orders", List.of("A push to main"), stages, List.of());
  }
}
