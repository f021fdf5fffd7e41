package io.github.chalicemaven.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.problem.Problems;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DocumentReaderTest {

  @TempDir Path folder;

  @Test
  void readsJson() {
    assertThat(
            read("a.json", "{\"t\": \"x\", \"i\": 12, \"d\": 1.50, \"b\": false, \"l\": [1, {}]}"))
        .isEqualTo(
            Values.mapping(
                "t",
                "x",
                "i",
                12,
                "d",
                new Value.Decimal(new BigDecimal("1.50")),
                "b",
                false,
                "l",
                Values.sequence(1, Values.mapping())));
  }

  @Test
  void readsYamlByItsNameOrItsLooks() {
    Value expected = Values.mapping("a", Values.sequence("b", true));
    assertThat(read("a.yaml", "a:\n- b\n- true\n")).isEqualTo(expected);
    assertThat(read("a.YML", "{a: [b, true]}")).isEqualTo(expected);
    assertThat(read("a.yaml", "{a: [b, true]}")).isEqualTo(expected);
    assertThat(read("a.template", "a: [b, true]")).isEqualTo(expected);
    assertThat(read("a.template", " {\"a\": [\"b\", true]}")).isEqualTo(expected);
  }

  @Test
  void turnsShortFormsIntoLongOnes() {
    Value.Mapping read =
        read(
            "a.yaml",
            """
            ref: !Ref Name
            att: !GetAtt R.Arn
            nested: !GetAtt Stack.Outputs.Url
            list: !GetAtt [Role, Arn]
            sub: !Sub 'x-${Name}'
            vars: !Sub ['${a}', {a: !Ref Name}]
            join: !Join [':', [a, !Ref Name]]
            condition: !Condition Big
            base: !Base64 text
            """);
    assertThat(read)
        .isEqualTo(
            Values.mapping(
                "ref",
                Functions.ref("Name"),
                "att",
                Functions.getAtt("R", "Arn"),
                "nested",
                Functions.getAtt("Stack", "Outputs.Url"),
                "list",
                Functions.getAtt("Role", "Arn"),
                "sub",
                Functions.sub("x-${Name}"),
                "vars",
                Values.mapping(
                    "Fn::Sub", Values.sequence("${a}", Values.mapping("a", Functions.ref("Name")))),
                "join",
                Values.mapping(
                    "Fn::Join", Values.sequence(":", Values.sequence("a", Functions.ref("Name")))),
                "condition",
                Values.mapping("Condition", "Big"),
                "base",
                Values.mapping("Fn::Base64", "text")));
  }

  @Test
  void resolvesAliases() {
    assertThat(read("a.yaml", "a: &x {k: [v]}\nb: *x\n"))
        .isEqualTo(
            Values.mapping(
                "a",
                Values.mapping("k", Values.sequence("v")),
                "b",
                Values.mapping("k", Values.sequence("v"))));
  }

  @Test
  void keepsTextThatLooksLikeSomethingElse() {
    assertThat(read("a.yaml", "d: 2010-09-09\ns: '012'\nt: !!str 12\nv: ''\n"))
        .isEqualTo(Values.mapping("d", "2010-09-09", "s", "012", "t", "12", "v", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.json | {'a': 1, 'a': 2}        | line 1, column 10 | the key `a` occurs twice",
        "a.json | {'a': null}             | line 1, column 7  | a value is missing",
        "a.json | {'a': 1                 | line 1            | the document ends too early",
        "a.json | {'a': 1} {}             | line 1, column 10 | there is a second document",
        "a.json | [1]                     | line 1            | not a mapping",
        "a.json | {'a': 9223372036854775808} | line 1, column 7 | put it in quotes",
        "a.json | {'a': 1e999}            | line 1, column 7  | put it in quotes",
        "a.json | {'a': 1e401}            | line 1, column 7  | put it in quotes",
        "a.yaml | a: !GetAtt .b           | line 1, column 4  | specifies no attribute",
        "a.yaml | b: 1~a: [1               | line 2, column 6  | expected ',' or ']'",
        "a.yaml | a: 1~a: 2               | line 2, column 1  | the key `a` occurs twice",
        "a.yaml | a: *b                   | line 1, column 4  | the alias *b has no anchor above"
            + " it",
        "a.yaml | a: &b [*b]              | line 1, column 8  | the alias *b has no anchor above"
            + " it",
        "a.yaml | a: &b {}~<<: *b         | line 2, column 1  | merge keys",
        "a.yaml | a: !Nope b              | line 1, column 4  | !Nope is not a CloudFormation"
            + " function",
        "a.yaml | a: !GetAtt b            | line 1, column 4  | specifies no attribute",
        "a.yaml | a: !!set {b}            | line 1            | a value is missing",
        "a.yaml | a: !!binary aGk=        | line 1, column 4  | a template cannot contain this"
            + " value",
        "a.yaml | a:~b: 1                 | line 1            | a value is missing",
        "a.yaml | a: ~                    | line 1            | a value is missing",
        "a.yaml | a: 0123                 | line 1, column 4  | put it in quotes",
        "a.yaml | a: 1_000                | line 1, column 4  | put it in quotes",
        "a.yaml | a: .inf                 | line 1, column 4  | put it in quotes",
        "a.yaml | a: 1~---~b: 2           | line              | second document",
        "a.yaml | ''                      | line              | the document is empty",
        "a.yaml | [a]: b                  | line 1            | this is not valid YAML",
      })
  void namesThePlaceOfAProblem(String name, String text, String place, String problem) {
    String document = text.replace('\'', name.endsWith("json") ? '"' : '\'').replace('~', '\n');
    assertThat(problem(name, document)).startsWith(name + ", " + place).contains(problem);
  }

  @Test
  void takesAHundredLevelsAndNoMore() {
    assertThat(read("a.json", nested("{\"a\":", "1", "}", 100)).entries()).hasSize(1);
    assertThat(problem("a.json", nested("{\"a\":", "1", "}", 101))).contains("100 levels deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.yaml"})
  void stopsAtDepth(String name) {
    assertThat(problem(name, nested("{\"a\":", "1", "}", 100_000))).contains("deep");
    assertThat(problem(name, "{\"a\":" + nested("[", "", "]", 100_000) + "}")).contains("deep");
  }

  @Test
  void stopsAtAliasesThatExplode() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(problem("a.yaml", bomb.toString())).contains("more than 200000");
  }

  @Test
  void countsWhatAliasesStandFor() {
    String hundred = "x: &x [" + "1,".repeat(98) + "1]\n";
    String aliases = "a: [" + "*x,".repeat(1_997) + "*x";
    assertThat(read("a.yaml", hundred + "z: 1\n" + aliases + "]\n").entries()).hasSize(3);
    assertThat(problem("a.yaml", hundred + aliases + "," + "1,".repeat(99) + "1]\n"))
        .contains("200000 values");
  }

  @Test
  void readsAsMuchAsItSays() throws IOException {
    assertThat(read("a.json", "{\"a\": 1e400}").entries()).hasSize(1);
    // In lines: SnakeYAML takes seconds for a plain scalar of this size.
    String yaml =
        "a: |\n  " + "x".repeat(92) + "\n" + (" ".repeat(2) + "x".repeat(97) + "\n").repeat(19_999);
    assertThat(yaml).hasSize(DocumentReader.MAX_BYTES);
    assertThat(read("a.yaml", yaml).entries()).hasSize(1);
    Path file = Files.writeString(folder.resolve("a.yaml"), yaml);
    assertThat(DocumentReader.read(file, new Problems())).isPresent();
  }

  @Test
  void takesNoMoreValuesThanItSays() {
    String items = "1,".repeat(199_997) + "1";
    assertThat(read("a.json", "{\"a\":[" + items + "]}").entries()).hasSize(1);
    assertThat(problem("a.json", "{\"a\":[" + items + ",1]}")).contains("200000 values");
  }

  @Test
  void readsNoMoreThanItShould() throws IOException {
    Path file = folder.resolve("a.json");
    Files.writeString(file, "{\"a\":\"" + "x".repeat(2_500_000) + "\"}");
    Problems problems = new Problems();
    assertThat(DocumentReader.read(file, problems)).isEmpty();
    assertThat(problems.found())
        .hasSize(1)
        .first()
        .asString()
        .contains("larger than 2000000 bytes");
    assertThat(problem("a.json", " ".repeat(2_000_001))).contains("2000000 characters");
  }

  @Test
  void readsUtf8WithAndWithoutAMark() throws IOException {
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, "\uFEFFa: é😀\n");
    assertThat(DocumentReader.read(file, new Problems())).contains(Values.mapping("a", "é😀"));
    Files.write(file, "a: é".getBytes(StandardCharsets.ISO_8859_1));
    Problems problems = new Problems();
    assertThat(DocumentReader.read(file, problems)).isEmpty();
    assertThat(problems.found()).first().asString().contains("not UTF-8");
    assertThat(DocumentReader.read(folder, problems)).isEmpty();
    assertThat(problems.found()).last().asString().contains("is not a regular file");
  }

  @Test
  void escapesWhatItQuotes() {
    assertThat(problem("a.json", "{\"\\u001b[1m\": 1, \"\\u001b[1m\": 2}"))
        .contains("\\u001b")
        .doesNotContain("\u001b");
  }

  private static String nested(String open, String middle, String close, int depth) {
    return open.repeat(depth) + middle + close.repeat(depth);
  }

  private static Value.Mapping read(String name, String text) {
    Problems problems = new Problems();
    Optional<Value.Mapping> read = DocumentReader.parse(name, text, problems);
    assertThat(problems.found()).isEmpty();
    return read.orElseThrow();
  }

  private static String problem(String name, String text) {
    Problems problems = new Problems();
    assertThat(DocumentReader.parse(name, text, problems)).isEmpty();
    assertThat(problems.found()).hasSize(1);
    return problems.found().get(0);
  }
}
