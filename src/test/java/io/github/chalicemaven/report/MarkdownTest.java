package io.github.chalicemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.document.Drift;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTest {

  @TempDir Path repository;

  static List<String> hostileTexts() {
    return Pictures.HOSTILE;
  }

  @Test
  void beginsWithThePicture() throws Exception {
    String markdown = Markdown.of(report());

    assertThat(markdown)
        .startsWith("# Pipeline of orders\n\n```mermaid\nflowchart TB\n")
        .contains("\n## Who may do what\n", "\n| Role | Assumed by | Policies |");
  }

  @Test
  void everyRowHasAsManyCellsAsItsHeader() throws Exception {
    int cells = 0;
    for (String line : Markdown.of(report()).lines().toList()) {
      int found = line.startsWith("|") ? line.split("(?<!\\\\)\\|").length : 0;
      if (cells > 0 && found > 0) {
        assertThat(found).as(line).isEqualTo(cells);
      }
      cells = found;
    }
  }

  private Report report() throws Exception {
    return Reported.of(new GoldenCase("", "json", V3Settings::everything), repository).report();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void noTextEndsACellOrAFence(String text) {
    String markdown =
        Markdown.of(
            List.of(
                new Block.Table(
                    "Table",
                    List.of("One", "Two"),
                    List.of(List.of(Inline.of(text), Inline.code(text)))),
                new Block.Code("Code", "text", text + "\n" + text)));
    List<String> lines = markdown.lines().toList();
    String row = lines.get(lines.indexOf("| --- | --- |") + 1);

    assertThat(row.replaceAll("\\\\.", "")).matches("\\|[^|]*\\|[^|]*\\|");
    assertThat(row.split("(?<!\\\\)\\|")[1].replaceAll("\\\\.", "")).doesNotContain("<", "*", "`");
    String fence = lines.get(lines.size() - 1);
    assertThat(fence).matches("`{3,}");
    assertThat(lines.stream().filter(line -> line.startsWith(fence))).hasSize(2);
  }

  @Test
  void differencesAreForAReview() {
    Drift drift = Drift.between("pipeline.json", "{\"A\": \"1\"}\n", "{\"A\": \"2\"}\n");

    assertThat(Markdown.differences(List.of(new Report.Difference("pipeline.json", drift))))
        .isEqualTo(
            """
            # Committed pipeline

            `pipeline.json` is out of date:

            - A changed from `1` to `2`

            Differences of pipeline.json:

            ```diff
            --- pipeline.json committed
            +++ pipeline.json generated
            @@ -1,1 +1,1 @@
            -{"A": "1"}
            +{"A": "2"}
            ```
            """);
    Drift none = Drift.between("pipeline.json", "{}\n", "{}\n");
    assertThat(Markdown.differences(List.of(new Report.Difference("pipeline.json", none))))
        .isEqualTo("# Committed pipeline\n\n`pipeline.json` is up to date.\n");
    assertThat(Markdown.differences(List.of(new Report.Difference("p.json", Drift.MISSING))))
        .isEqualTo("# Committed pipeline\n\n`p.json` does not exist. Generate and commit it.\n");
  }
}
