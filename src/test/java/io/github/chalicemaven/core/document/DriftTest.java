package io.github.chalicemaven.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTest {

  private static final String JSON =
      """
      {
        "Parameters": {
          "Name": {"Type": "String"}
        },
        "Resources": {
          "Bucket": {"Type": "AWS::S3::Bucket"},
          "Role": {"Type": "AWS::IAM::Role", "Properties": {"Path": "/", "Tags": ["a", "b"]}}
        },
        "Outputs": {
          "Arn": {"Value": {"Fn::GetAtt": ["Role", "Arn"]}}
        }
      }
      """;

  @Test
  void findsNothingInTheSameBytes() {
    assertThat(Drift.between("p.json", JSON, JSON))
        .isEqualTo(new Drift(Drift.Kind.NONE, List.of(), List.of()));
  }

  @Test
  void tellsReformattingFromChanges() {
    for (String reformatted :
        List.of(
            JSON.replace("\n", "\r\n"),
            JSON.strip(),
            JSON.replaceAll("\\s+", ""),
            JSON.replace(
                "\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"Path\": \"/\", \"Tags\": [\"a\","
                    + " \"b\"]}",
                "\"Properties\": {\"Tags\": [\"a\", \"b\"], \"Path\": \"/\"}, \"Type\":"
                    + " \"AWS::IAM::Role\""))) {
      assertThat(reformatted).isNotEqualTo(JSON);
      Drift drift = Drift.between("p.json", reformatted, JSON);
      assertThat(drift.kind()).isEqualTo(Drift.Kind.REFORMATTED);
      assertThat(drift.changes()).isEmpty();
    }
    assertThat(
            Drift.between(
                    "p.yaml",
                    "# A note.\nResources: {R: {Type: !Ref X}}\n",
                    "Resources:\n  R:\n    Type:\n      Ref: X\n")
                .kind())
        .isEqualTo(Drift.Kind.REFORMATTED);
  }

  @Test
  void lineEndsAreNamedWhereNoDiffShowsThem() {
    Drift drift = Drift.between("ci/p.json", JSON.replace("\n", "\r\n"), JSON);

    assertThat(drift.kind()).isEqualTo(Drift.Kind.REFORMATTED);
    assertThat(drift.diff())
        .containsExactly(
            "(no diff: lines end with CRLF instead of LF. Git may have converted them: add the line"
                + " `p.json text eol=lf` to .gitattributes)");
    assertThat(Drift.between("p.json", JSON.strip(), JSON).diff())
        .containsExactly("(no diff: the last line does not end with exactly one line feed)");
  }

  /** Once, each entry of an object or array had a line of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"v1-github", "v2-codecommit", "v3-everything", "v3-merge"})
  void aFileOfTheOldLayoutIsReformatted(String folder) throws IOException {
    Path golden = Path.of("src/test/resources/golden", folder, "pipeline.json");
    String generated = Files.readString(golden);
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter oldLayout = new DefaultPrettyPrinter();
    oldLayout.indentObjectsWith(lines);
    oldLayout.indentArraysWith(lines);
    JsonMapper mapper = new JsonMapper();
    String committed = mapper.writer(oldLayout).writeValueAsString(mapper.readTree(generated));

    assertThat(committed.lines()).hasSizeGreaterThan(400);
    assertThat(Drift.between("pipeline.json", committed, generated).kind())
        .isEqualTo(Drift.Kind.REFORMATTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"Name\": | \"Other\": | parameter `Other` removed; parameter `Name` added",
        "\"Bucket\": | \"Other\": |"
            + " resource `Other` (AWS::S3::Bucket) removed;"
            + " resource `Bucket` (AWS::S3::Bucket) added",
        "\"Arn\": | \"Url\": | output `Url` removed; output `Arn` added",
        "\"/\" | \"/a/\" | resource `Role`: Properties.Path changed from `/a/` to `/`",
        "\"Path\" | \"Way\" |"
            + " resource `Role`: Properties.Way removed; resource `Role`: Properties.Path added",
        "\"b\" | \"c\", \"d\" |"
            + " resource `Role`: Properties.Tags[1] changed from `c` to `b`;"
            + " resource `Role`: Properties.Tags[2] removed",
        ", \"b\"] | ] | resource `Role`: Properties.Tags[1] added",
        "\"Fn::GetAtt\": [\"Role\", \"Arn\"] | \"Ref\": \"Role\" |"
            + " output `Arn`: Value changed from `{\"Ref\": \"Role\"}` to"
            + " `{\"Fn::GetAtt\": [\"Role\", \"Arn\"]}`",
        "AWS::S3::Bucket | AWS::S3::Pail |"
            + " resource `Bucket`: Type changed from `AWS::S3::Pail` to `AWS::S3::Bucket`",
        "\"Outputs\" | \"Output\" | Output removed; Outputs added",
      })
  void saysWhatHasChanged(String generated, String committed, String changes) {
    assertThat(JSON).contains(generated);
    Drift drift = Drift.between("p.json", JSON.replace(generated, committed), JSON);
    assertThat(drift.kind()).isEqualTo(Drift.Kind.CHANGED);
    assertThat(drift.changes()).containsExactly(changes.split("; "));
  }

  @Test
  void namesTheLineOfALongText() {
    assertThat(Drift.between("b.yml", "a: \"1\\n2\\n3\"\n", "a: \"1\\n2\\nx\\n4\"\n").changes())
        .containsExactly("a, line 3 changed from `3` to `x`");
    assertThat(Drift.between("b.yml", "a: \"1\\n\"\n", "a: \"1\\n2\"\n").changes())
        .containsExactly("a, line 2 changed from `` to `2`");
  }

  @Test
  void showsADiff() {
    String committed = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n";
    String generated = "a: 1\nb: 2\nc: 30\nc2: 31\nd: 4\ne: 5\n";
    assertThat(Drift.between("b.yml", committed, generated).diff())
        .containsExactly(
            "--- b.yml\tcommitted",
            "+++ b.yml\tgenerated",
            "@@ -1,5 +1,6 @@",
            " a: 1",
            " b: 2",
            "-c: 3",
            "+c: 30",
            "+c2: 31",
            " d: 4",
            " e: 5");
  }

  @Test
  void saysWhyACommittedFileCannotBeRead() {
    Drift drift = Drift.between("p.json", "{\"a\": ", JSON);
    assertThat(drift.kind()).isEqualTo(Drift.Kind.CHANGED);
    assertThat(drift.changes()).hasSize(1).first().asString().startsWith("p.json, line 1");
    assertThat(drift.diff()).isNotEmpty();
  }

  @Test
  void leavesTheTerminalAlone() {
    Drift drift = Drift.between("b.yml", "a: \u001b[31m\u202e" + "x".repeat(600) + "\n", "a: 1\n");
    assertThat(String.join("\n", drift.diff()))
        .contains("?[31m?xxx", "x...")
        .doesNotContain("\u001b");
  }

  @Test
  void showsAsMuchAsItSays() {
    String old = "a: " + "x".repeat(496) + "\n";
    assertThat(Drift.between("b.yml", old, "a: 1\n").diff()).contains("-" + old.strip());
    assertThat(Drift.between("b.yml", "", lines(0, 197)).diff())
        .hasSize(200)
        .last()
        .isEqualTo("+k196: x");
    assertThat(Drift.between("b.yml", "k: x\n", "k: x\n" + lines(0, 30)).changes())
        .hasSize(30)
        .last()
        .isEqualTo("k29 added");
    assertThat(Drift.between("b.yml", lines(0, 10_000), lines(1, 9_999)).diff()).contains("-k0: x");
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isShortAboutLargeDifferences() {
    String before = lines(0, 9_000);
    String after = lines(20_000, 9_000);
    Drift drift = Drift.between("b.yml", before, after);
    assertThat(drift.diff()).hasSize(201).last().asString().endsWith(" more lines");
    assertThat(drift.changes()).hasSize(31).last().isEqualTo("... and 17970 more changes");
    assertThat(Drift.between("b.yml", lines(0, 10_001), after).diff())
        .containsExactly("(no diff: the files have up to 10001 lines)");
  }

  private static String lines(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> "k" + i + ": x\n")
        .collect(Collectors.joining());
  }
}
