package io.github.chalicemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class SvgPictureTest {

  @TempDir Path repository;

  static List<GoldenCase> goldenCases() {
    return GoldenCase.all();
  }

  static List<String> hostileTexts() {
    return Pictures.HOSTILE;
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void everyStageAndActionIsThereOnceInOrder(GoldenCase golden) throws Exception {
    Reported reported = Reported.of(golden, repository);

    for (SvgPicture.Layout layout : SvgPicture.Layout.values()) {
      Element svg = Xml.parse(SvgPicture.draw(reported.picture(), layout, "p"));
      List<String> drawn = new ArrayList<>();
      for (Element stage : Xml.all(svg, "g", "cp-stage")) {
        drawn.add(Xml.all(stage, "title", null).get(0).getTextContent());
        Xml.titles(stage, "cp-action").forEach(title -> drawn.add(title.split(":")[0]));
      }
      assertThat(drawn).isEqualTo(stagesAndActions(reported.resolved().pipeline()));
    }
  }

  /** By the resolved pipeline, as AWS will call them. */
  private static List<String> stagesAndActions(Pipeline pipeline) {
    List<String> names =
        new ArrayList<>(List.of("Stage Source", "Source", "Stage Build", "CodeBuild"));
    if (!(pipeline instanceof V3Pipeline v3)) {
      names.addAll(List.of("Stage Beta", "CreateBetaChangeSet", "ExecuteChangeSet"));
      return names;
    }
    for (Stage stage : v3.stages()) {
      if (stage.approval().isPresent()) {
        boolean review = stage.approval().get().afterChangeSet();
        names.add("Stage " + stage.approvalId());
        names.addAll(review ? List.of("CreateReviewChangeSet", "Approve") : List.of("Approve"));
      }
      names.add("Stage " + stage.id());
      names.add("Create" + stage.id() + "ChangeSet");
      names.add("ExecuteChangeSet");
      names.addAll(stage.testCommands().isEmpty() ? List.of() : List.of("Test"));
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void noArrowCrossesTheWordsOfAFrame(GoldenCase golden) throws Exception {
    for (SvgPicture.Layout layout : SvgPicture.Layout.values()) {
      Element svg =
          Xml.parse(SvgPicture.draw(Reported.of(golden, repository).picture(), layout, "p"));
      List<Rectangle> lines = new ArrayList<>();
      for (Element arrow : Xml.all(svg, "path", "cp-arrow")) {
        lines.addAll(lines(arrow.getAttribute("d")));
      }
      for (Element frame : Xml.all(svg, "g", "cp-frame")) {
        Element text = Xml.all(frame, "text", null).get(0);
        int x = Integer.parseInt(text.getAttribute("x"));
        int y = Integer.parseInt(text.getAttribute("y"));
        Rectangle words = new Rectangle(x - 6, y - 12, text.getTextContent().length() * 6 + 12, 14);
        assertThat(lines).as(layout + ", " + text.getTextContent()).noneMatch(words::intersects);
      }
    }
  }

  /** The lines of a path such as {@code M1 2V3H4V5}. */
  private static List<Rectangle> lines(String path) {
    List<Rectangle> lines = new ArrayList<>();
    Matcher steps = Pattern.compile("M(\\d+) (\\d+)|H(\\d+)|V(\\d+)").matcher(path);
    int x = 0;
    int y = 0;
    while (steps.find()) {
      boolean begins = steps.group(1) != null;
      int toX = begins ? number(steps, 1) : steps.group(3) != null ? number(steps, 3) : x;
      int toY = begins ? number(steps, 2) : steps.group(4) != null ? number(steps, 4) : y;
      if (!begins) {
        lines.add(
            new Rectangle(
                Math.min(x, toX), Math.min(y, toY), Math.abs(toX - x) + 1, Math.abs(toY - y) + 1));
      }
      x = toX;
      y = toY;
    }
    return lines;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void saysWhatItShowsAndNeedsNothingElse(GoldenCase golden) throws Exception {
    Picture picture = Reported.of(golden, repository).picture();
    String text = SvgPicture.draw(picture, SvgPicture.Layout.COLUMN, "p");
    Element svg = Xml.parse(text);

    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("p-title p-desc");
    assertThat(Xml.all(svg, "title", null).get(0).getTextContent()).isEqualTo("Pipeline of orders");
    assertThat(Xml.all(svg, "desc", null).get(0).getTextContent())
        .startsWith(picture.start().get(0))
        .contains("Stage Build: ")
        .contains("Deploy");
    assertThat(text).doesNotContainIgnoringCase("<script", "<image", "foreignObject", "@import");
    assertThat(text.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
  }

  @Test
  void outcomesAndNoticesAreDrawn() throws Exception {
    Picture picture = Reported.of(golden("v3-everything"), repository).picture();
    Element svg = Xml.parse(SvgPicture.draw(picture, SvgPicture.Layout.ROWS, "p"));
    List<String> bad =
        Xml.all(svg, "text", "cp-bad").stream().map(Element::getTextContent).toList();

    assertThat(String.join(" ", bad))
        .isEqualTo(
            "If it fails: rollback to the last success If the alarm orders-beta-errors goes off"
                + " within 10 minutes: rollback to the last success If it fails: all its actions"
                + " run again, once If the alarm orders errors goes off within 30 minutes: rollback"
                + " to the last success");
    assertThat(Xml.titles(svg, "cp-notice"))
        .containsExactly("Notifications to team@example.com: failed, approval-needed, succeeded");
    assertThat(Xml.titles(svg, "cp-begin"))
        .containsExactly(
            "A push to release that changes orders/**, shared/** but not only **/README.md");
  }

  private static GoldenCase golden(String folder) {
    return GoldenCase.all().stream().filter(c -> c.folder().equals(folder)).findFirst().get();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void noTextBreaksIt(String text) throws Exception {
    for (SvgPicture.Layout layout : SvgPicture.Layout.values()) {
      Element svg = Xml.parse(SvgPicture.draw(Pictures.with(text), layout, "p"));

      assertThat(Xml.titles(svg, "cp-stage")).hasSize(2);
      assertThat(Xml.titles(svg, "cp-action")).hasSize(3);
      assertThat(Xml.all(svg, "script", null)).isEmpty();
      assertThat(Xml.titles(svg, "cp-notice").get(0)).isEqualTo(Markup.visible(text));
      assertThat(Xml.all(svg, "text", null)).allSatisfy(line -> assertFits(line, svg));
    }
  }

  /** Within the picture, by the widths that text has at most. */
  private static void assertFits(Element line, Element svg) {
    String name = line.getAttribute("class");
    int size =
        name.contains("cp-large") ? Svg.LARGE : name.contains("cp-label") ? Svg.NORMAL : Svg.SMALL;
    TextWidth.Face face =
        name.contains("cp-code")
            ? TextWidth.Face.CODE
            : size == Svg.SMALL ? TextWidth.Face.PLAIN : TextWidth.Face.BOLD;
    int end =
        Integer.parseInt(line.getAttribute("x"))
            + TextWidth.of(line.getTextContent(), face) * size / 1000;
    assertThat(end).isLessThan(Integer.parseInt(svg.getAttribute("width")));
  }

  @Test
  void framesHoldTheStagesOfAnAccountAndRegion() throws Exception {
    Optional<Picture.Frame> frame =
        Optional.of(new Picture.Frame(Optional.of("444455556666"), Optional.of("eu-west-1")));
    Picture inFrame = Pictures.ofStages(frame, "Beta", "Prod");
    List<Picture.Stage> stages = new ArrayList<>();
    stages.addAll(Pictures.ofStages(Optional.empty(), "Source").stages());
    stages.addAll(inFrame.stages());
    Picture picture = new Picture("orders", List.of("A push"), stages, List.of());

    for (SvgPicture.Layout layout : SvgPicture.Layout.values()) {
      Element svg = Xml.parse(SvgPicture.draw(picture, layout, "p"));
      List<String> titles = Xml.titles(svg, "cp-frame");
      assertThat(titles).isNotEmpty().containsOnly("Account 444455556666, eu-west-1");
      assertThat(Xml.all(svg, "g", "cp-stage")).hasSize(3);
      assertThat(coveredBoxes(svg)).isEqualTo(2);
    }
  }

  /** How many boxes of stages lie within frames. */
  private static int coveredBoxes(Element svg) {
    int covered = 0;
    for (Element frame : Xml.all(svg, "rect", "cp-frame-line")) {
      for (Element box : Xml.all(svg, "rect", "cp-box")) {
        boolean within =
            number(frame, "x") <= number(box, "x")
                && number(frame, "y") <= number(box, "y")
                && number(frame, "x") + number(frame, "width")
                    >= number(box, "x") + number(box, "width")
                && number(frame, "y") + number(frame, "height")
                    >= number(box, "y") + number(box, "height");
        covered += within ? 1 : 0;
      }
    }
    return covered;
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  @ParameterizedTest
  @EnumSource(SvgPicture.Layout.class)
  void boxesDoNotOverlapHoweverManyThereAre(SvgPicture.Layout layout) throws Exception {
    for (int stages = 1; stages <= 14; stages++) {
      String[] names =
          Stream.iterate(1, i -> i + 1).limit(stages).map(i -> "S" + i).toArray(String[]::new);
      Picture picture = Pictures.ofStages(Optional.empty(), names);
      Element svg = Xml.parse(SvgPicture.draw(picture, layout, "p"));
      List<Element> boxes = Xml.all(svg, "rect", "cp-box");
      assertThat(boxes).hasSize(stages);
      for (Element one : boxes) {
        assertThat(number(one, "x") + number(one, "width")).isLessThan(number(svg, "width"));
        assertThat(number(one, "y") + number(one, "height")).isLessThan(number(svg, "height"));
        for (Element other : boxes) {
          assertThat(one == other || apart(one, other)).isTrue();
        }
      }
    }
  }

  private static boolean apart(Element one, Element other) {
    return number(one, "x") + number(one, "width") <= number(other, "x")
        || number(other, "x") + number(other, "width") <= number(one, "x")
        || number(one, "y") + number(one, "height") <= number(other, "y")
        || number(other, "y") + number(other, "height") <= number(one, "y");
  }

  @Test
  void theLocaleChangesNothing() throws Exception {
    Picture picture = Pictures.with(Pictures.HOSTILE.get(10));
    String drawn = SvgPicture.draw(picture, SvgPicture.Layout.COLUMN, "p");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
      assertThat(SvgPicture.draw(picture, SvgPicture.Layout.COLUMN, "p")).isEqualTo(drawn);
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(SvgPicture.draw(picture, SvgPicture.Layout.COLUMN, "p")).isEqualTo(drawn);
    } finally {
      Locale.setDefault(before);
    }
  }
}
