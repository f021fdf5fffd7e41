package io.github.chalicemaven.core.document;

import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DocumentFormatTest {

  private static final Value DOCUMENT =
      mapping(
          "Name",
          Functions.sub("${ApplicationName}Build"),
          "Empty",
          mapping("List", List.of(), "Map", Map.of()),
          "Scalars",
          List.of("text", 1, true, "café 日本"),
          "Nested",
          List.of(mapping("a", List.of(1), "b", Functions.getAtt("Role", "Arn"))));

  @Test
  void jsonOfOneLineStandsOnIt() {
    assertThat(DocumentFormat.JSON.render(Functions.getAtt("CodePipelineRole", "Arn")))
        .isEqualTo("{\"Fn::GetAtt\": [\"CodePipelineRole\", \"Arn\"]}\n");
    assertThat(DocumentFormat.JSON.render(mapping())).isEqualTo("{}\n");
  }

  @Test
  void longerJsonIsIndentedByTwoSpacesAndEndsInOneNewline() {
    assertThat(DocumentFormat.JSON.render(DOCUMENT))
        .isEqualTo(
            """
            {
              "Name": {"Fn::Sub": "${ApplicationName}Build"},
              "Empty": {"List": [], "Map": {}},
              "Scalars": ["text", 1, true, "café 日本"],
              "Nested": [{"a": [1], "b": {"Fn::GetAtt": ["Role", "Arn"]}}]
            }
            """);
  }

  @Test
  void compactJsonHasNoWhiteSpaceOutsideOfTexts() {
    assertThat(DocumentFormat.compactJson(DOCUMENT))
        .isEqualTo(
            "{\"Name\":{\"Fn::Sub\":\"${ApplicationName}Build\"},"
                + "\"Empty\":{\"List\":[],\"Map\":{}},"
                + "\"Scalars\":[\"text\",1,true,\"café 日本\"],"
                + "\"Nested\":[{\"a\":[1],\"b\":{\"Fn::GetAtt\":[\"Role\",\"Arn\"]}}]}");
    assertThat(DocumentFormat.compactJson(mapping("a \"b\"", "c \\ d\ne")))
        .isEqualTo("{\"a \\\"b\\\"\":\"c \\\\ d\\ne\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "😀"})
  void aLineOfJsonHasAtMost100CharactersWithItsComma(String character) {
    String withComma = "  \"a\": [\"" + character.repeat(88) + "\"],";
    String atTheEnd = "  \"b\": [\"" + character.repeat(89) + "\"]";
    Value fits = mapping("a", List.of(character.repeat(88)), "b", List.of(character.repeat(89)));
    Value tooLong = mapping("a", List.of(character.repeat(89)), "b", List.of(character.repeat(90)));

    assertThat(DocumentFormat.JSON.render(fits).lines())
        .containsExactly("{", withComma, atTheEnd, "}");
    assertThat(DocumentFormat.JSON.render(tooLong).lines()).hasSize(8);
  }

  @Test
  void aScalarOfJsonMayBeLongerThanALine() {
    String text = "x".repeat(300);

    assertThat(DocumentFormat.JSON.render(mapping("a", text, "b", List.of(text), text, Map.of())))
        .isEqualTo(
            "{\n  \"a\": \"X\",\n  \"b\": [\n    \"X\"\n  ],\n  \"X\": {}\n}\n".replace("X", text));
  }

  @Test
  void yamlIsIndentedByTwoSpacesAndEndsInOneNewline() {
    assertThat(DocumentFormat.YAML.render(DOCUMENT))
        .isEqualTo(
            """
            Name:
              Fn::Sub: ${ApplicationName}Build
            Empty:
              List: []
              Map: {}
            Scalars:
            - text
            - 1
            - true
            - café 日本
            Nested:
            - a:
              - 1
              b:
                Fn::GetAtt:
                - Role
                - Arn
            """);
  }

  @Test
  void textOfSeveralLinesIsABlockInYaml() {
    assertThat(DocumentFormat.YAML.render(mapping("BuildSpec", "version: 0.2\nphases: {}\n")))
        .isEqualTo(
            """
            BuildSpec: |
              version: 0.2
              phases: {}
            """);
  }

  @Test
  void aLongLineIsNotFolded() {
    String line = "word ".repeat(100) + "end";

    assertThat(DocumentFormat.YAML.render(mapping("command", line)))
        .isEqualTo("command: " + line + "\n");
  }

  static List<String> traps() {
    return List.of(
        // Booleans and nothing, as YAML 1.1 has them.
        "yes",
        "Yes",
        "NO",
        "no",
        "on",
        "Off",
        "true",
        "False",
        "y",
        "n",
        "Y",
        "N",
        "null",
        "Null",
        "~",
        "",
        // Numbers, also those of YAML 1.2 and of readers that take more than they should.
        "1",
        "-1",
        "+1",
        "1.0",
        "3.10",
        "0.2",
        ".5",
        "1.",
        "1e3",
        "1.5e3",
        "1E+3",
        "0x1F",
        "0o17",
        "017",
        "08",
        "012345678901",
        "0b11",
        "1_000",
        "12:30",
        "190:20:30.15",
        ".inf",
        "-.INF",
        ".nan",
        // Dates.
        "2010-09-09",
        "2026-11-22T00:00:00Z",
        "2001-1-1",
        // Indicators.
        "=",
        "<<",
        "-",
        "- a",
        "-a",
        "--- a",
        "---",
        "...",
        "?",
        "? a",
        ":",
        "a:",
        "a: b",
        "a:b",
        ": a",
        "#",
        "# a",
        "a # b",
        "a#b",
        "*",
        "*a",
        "&a",
        "!a",
        "!!str",
        "%a",
        "@a",
        "`a`",
        "|",
        ">",
        "[a]",
        "{a}",
        "{a: b}",
        "]",
        "}",
        ",",
        "a, b",
        "'",
        "\"",
        "'a'",
        "\"a\"",
        "it's",
        // White space.
        " ",
        " a",
        "a ",
        "\ta",
        "a\tb",
        "a\t",
        "\n",
        "a\n",
        "\na",
        "a\nb",
        "a\nb\n",
        "a\n\nb\n\n",
        " a\nb",
        "a \nb",
        "a\n b\n",
        "\n a",
        "a\n# b\n",
        "a\r\nb",
        "a\rb",
        "- a\n- b\n",
        "a: 1\nb",
        "\u0085",
        "a\u2028b",
        "a\u2028\nb",
        "a\n\ufeffb",
        "\ufeffa",
        "\u00a0a",
        // Characters that are not printable, or take two units.
        "\u0000",
        "\u0007",
        "\u001b[0m",
        "\u007f",
        "\\",
        "a\\nb",
        "é",
        "日本",
        "\ud83d\ude00",
        "\ud83d\ude00\nb",
        // What templates are full of.
        "${ApplicationName}",
        "{{resolve:secretsmanager:a:SecretString:b}}",
        "arn:aws:s3:::a/*",
        "aws/codebuild/standard:7.0",
        ">=1.33.0,<1.34.0",
        "pip install 'chalice>=1.33.0,<1.34.0'");
  }

  @ParameterizedTest
  @MethodSource("traps")
  void textStaysTheSameTextForAYamlReader(String text) {
    String asValue = DocumentFormat.YAML.render(mapping("value", text));
    String asKey = DocumentFormat.YAML.render(mapping(text, "value"));
    String asItem = DocumentFormat.YAML.render(mapping("items", List.of(text, text)));

    assertThat(yaml(asValue)).as(asValue).isEqualTo(Map.of("value", text));
    assertThat(yaml(asKey)).as(asKey).isEqualTo(Map.of(text, "value"));
    assertThat(yaml(asItem)).as(asItem).isEqualTo(Map.of("items", List.of(text, text)));
  }

  @ParameterizedTest
  @MethodSource("traps")
  void textStaysTheSameTextForAJsonReader(String text) throws IOException {
    String json = DocumentFormat.JSON.render(mapping("value", text, text, "key"));

    assertThat(new JsonMapper().readTree(json))
        .isEqualTo(JsonNodeFactory.instance.objectNode().put("value", text).put(text, "key"));
  }

  /** SnakeYAML takes them for text; readers of YAML 1.2, and PyYAML for the first, do not. */
  @ParameterizedTest
  @ValueSource(strings = {"=", "y", "N", "08", "012345678901", "1e3", "0o17", "1E+3", ".5e1"})
  void whatAnotherReaderWouldTakeForSomethingElseIsQuoted(String text) {
    assertThat(DocumentFormat.YAML.render(mapping("value", text)))
        .isEqualTo("value: \"" + text + "\"\n");
    assertThat(DocumentFormat.YAML.render(mapping(text, "key")))
        .isEqualTo("\"" + text + "\": key\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "AWS::S3::Bucket", "arn:*:s3:::*", "transformed.yaml", "v2"})
  void plainTextIsNotQuoted(String text) {
    assertThat(DocumentFormat.YAML.render(mapping("value", text)))
        .isEqualTo("value: " + text + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "pipeline.json, JSON",
    "pipeline.yaml, YAML",
    "pipeline.yml, YAML",
    "PIPELINE.YAML, YAML",
    "a/b.YmL, YAML",
    "pipeline, JSON",
    "yaml, JSON",
    "pipeline.template, JSON",
    "a.yaml/pipeline.json, JSON"
  })
  void theFilesNameDecidesTheFormat(Path file, DocumentFormat format) {
    assertThat(DocumentFormat.of(file)).isEqualTo(format);
  }

  private static Object yaml(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }
}
