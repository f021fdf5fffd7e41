package io.github.chalicemaven.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.RandomCases;
import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.document.DocumentFormat;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is written is what is read: by this project's reader, and by another one. */
class RoundTripTest {

  private static final String SYNTAX = " \t\n\r'\"#:%-?!&*|>@`{}[],=~<\\/$.01exyn";
  private static final List<String> WORDS =
      List.of("yes", "no", "on", "off", "null", "Null", "~", ".5", "1e3", "0o7", "0b1");
  private static final List<String> ASTRAL = List.of("😀", "a😀\nb", "\ud83d\ude00: x");

  @Test
  void buildSpecificationsKeepTheirCommands() {
    RandomCases.run(
        random -> assertCommandsAreKept(list(1 + random.nextInt(6), () -> text(random))));
  }

  private static void assertCommandsAreKept(List<String> commands) {
    BuildSpec spec =
        new BuildSpec(
            "0.2",
            List.of(
                new BuildSpec.Phase("install", Optional.of("3.10"), commands),
                new BuildSpec.Phase("build", Optional.empty(), List.of("make"))),
            List.of("transformed.yaml"));
    String text = throughBytes(DocumentFormat.YAML.render(spec.document()));
    assertThat(TextVerifier.readsBack("buildspec.yml", text, spec.document())).isEmpty();
    Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    assertThat(read)
        .isEqualTo(
            Map.of(
                "version",
                "0.2",
                "phases",
                Map.of(
                    "install",
                    Map.of("runtime-versions", Map.of("python", "3.10"), "commands", commands),
                    "build",
                    Map.of("commands", List.of("make"))),
                "artifacts",
                Map.of("type", "zip", "files", List.of("transformed.yaml"))));
    assertThat(text).isEqualTo(DocumentFormat.YAML.render(spec.document()));
  }

  @Test
  void aLineBreakThatYamlReadsAsAnotherOneIsFound() {
    Value document = Values.mapping("command", "a\u0085\nb");

    assertThat(TextVerifier.readsBack("a.yml", DocumentFormat.YAML.render(document), document))
        .singleElement()
        .asString()
        .endsWith("when read back, the text differs from the generated value.");
  }

  @Test
  void aKeyOfSeveralLinesStaysTheSame() {
    for (String key : List.of("\na", "a\n", "a\nb")) {
      Value document = Values.mapping(key, "x");
      String text = DocumentFormat.YAML.render(document);
      assertThat(TextVerifier.readsBack("a.yaml", text, document)).isEmpty();
    }
  }

  @Test
  void documentsSayWhatTheyShould() {
    RandomCases.run(
        random -> {
          Value document = Values.mapping("top", value(random, 3));
          for (DocumentFormat format : DocumentFormat.values()) {
            String text = throughBytes(format.render(document));
            assertThat(TextVerifier.readsBack("a." + format, text, document)).isEmpty();
            assertThat(text).endsWith("\n").doesNotContain("\r");
          }
        });
  }

  @Test
  void commandsThatAreHardToWrite() {
    assertCommandsAreKept(
        List.of(
            "echo \"it's\" # not a comment",
            "key: value",
            "- dash",
            "% percent",
            "@at",
            "`tick`",
            "! bang",
            "& and",
            "* star",
            "| pipe\n  more\n",
            "> fold",
            "yes",
            "null",
            "~",
            "1",
            "1.10",
            "0x10",
            "2026-11-22",
            "1:30",
            " leading",
            "trailing ",
            "\ttab\t",
            "two\nlines",
            "end\n",
            "end\n\n",
            "\nstart",
            "  indented\nless",
            "a\r\nb",
            "a\rb",
            "",
            " ",
            "\n",
            "<<",
            "=",
            "é😀 \u0085 \u2028 \ufeff \u00a0",
            "x".repeat(5_000),
            "word ".repeat(500),
            "\u0000\u0007\u001b\u007f\u009f\ufffe\uffff"));
  }

  private static Value value(RandomGenerator random, int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 8)) {
      case 0 -> Values.of(text(random));
      case 1 -> Values.of(random.nextLong());
      case 2 -> Values.of(random.nextBoolean());
      case 3 -> Functions.ref(text(random));
      case 4 -> Functions.sub(text(random));
      case 5 -> Functions.getAtt(text(random), text(random));
      case 6 -> Values.of(list(random.nextInt(4), () -> value(random, depth - 1)));
      default -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        list(random.nextInt(4), () -> entries.put(key(random), value(random, depth - 1)));
        yield Values.of(entries);
      }
    };
  }

  /** Merge keys are the one thing that the reader does not take. */
  private static String key(RandomGenerator random) {
    String key = text(random);
    return key.equals("<<") ? "<" : key;
  }

  private static String text(RandomGenerator random) {
    return switch (random.nextInt(7)) {
      case 0 -> text(random.nextInt(13), () -> (char) random.nextInt('a', 'z' + 1));
      case 1 -> text(random.nextInt(13), () -> syntax(random));
      case 2 -> text(random.nextInt(13), () -> any(random));
      case 3 ->
          text(random.nextInt(201), () -> random.nextBoolean() ? syntax(random) : any(random));
      case 4 -> text(random.nextInt(100, 401), () -> " ab:#-".charAt(random.nextInt(6)));
      case 5 -> WORDS.get(random.nextInt(WORDS.size()));
      default -> ASTRAL.get(random.nextInt(ASTRAL.size()));
    };
  }

  private static char syntax(RandomGenerator random) {
    return SYNTAX.charAt(random.nextInt(SYNTAX.length()));
  }

  private static char any(RandomGenerator random) {
    char c = (char) random.nextInt(random.nextBoolean() ? 256 : Character.MAX_VALUE + 1);
    return Character.isSurrogate(c) ? '-' : c;
  }

  private static String text(int length, Supplier<Character> character) {
    StringBuilder text = new StringBuilder();
    list(length, character).forEach(text::append);
    // SnakeYAML reads this one as a line feed in a block, which readsBack() finds.
    return text.indexOf("\n") < 0 ? text.toString() : text.toString().replace('\u0085', '-');
  }

  private static <T> List<T> list(int size, Supplier<T> item) {
    return Stream.generate(item).limit(size).toList();
  }

  private static String throughBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
