package io.github.chalicemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.V3Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps flowcharts of hostile texts in {@code target/report-pages}, for the test in a browser. */
class MermaidPictureTest {

  private static final Path PAGES = Path.of("target", "report-pages");

  @TempDir Path repository;

  static List<String> hostileTexts() {
    return Pictures.HOSTILE;
  }

  @Test
  void drawsStagesAsGroupsInARow() throws Exception {
    GoldenCase golden = new GoldenCase("", "json", V3Settings::s3Source);

    assertThat(MermaidPicture.draw(Reported.of(golden, repository).picture()))
        .isEqualTo(
            """
            flowchart TB
              start(["An upload of the file"])
              subgraph s0["1 Source"]
                direction TB
                s0a0["Take s3#58;#47;#47;acme-releases#47;orders#47;source.zip<br/>S3"]
              end
              start --> s0
              subgraph s1["2 Build"]
                direction TB
                s1a0["Package the application<br/>Python 3.13, chalice package"]
              end
              s0 --> s1
              subgraph s2["3 Beta"]
                direction TB
                s2a0["Prepare the changes<br/>stack ordersBetaStack"]
                s2a1[["Deploy<br/>stack ordersBetaStack"]]
                s2a0 --> s2a1
              end
              s1 --> s2
            """);
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void noTextLeavesItsQuotes(String text) throws Exception {
    String flowchart = MermaidPicture.draw(Pictures.with(text));
    Files.createDirectories(PAGES);
    Files.writeString(
        PAGES.resolve("hostile-" + Pictures.HOSTILE.indexOf(text) + ".mmd"), flowchart);

    assertThat(flowchart.lines())
        .allMatch(line -> line.chars().filter(c -> c == '"').count() % 2 == 0)
        .allMatch(
            line ->
                line.matches(
                    " *(flowchart TB|direction TB|end|\\w+ (-->|-\\.-) \\w+"
                        + "|(subgraph )?\\w+[\\[({/]+\"([^\"<>\\[\\]{}()|`]|<br/>)*\"[\\])}/]+)"));
  }
}
