package io.github.chalicemaven.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.verify.TextVerifier;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is written is what is read: by this project's reader, and by another one. */
class RoundTripProperties {

  @Property
  void buildSpecificationsKeepTheirCommands(@ForAll("commands") List<String> commands) {
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

  @Property
  void documentsSayWhatTheyShould(@ForAll("values") Value value, @ForAll DocumentFormat format) {
    Value document = Values.mapping("top", value);
    String text = throughBytes(format.render(document));
    assertThat(TextVerifier.readsBack("a." + format, text, document)).isEmpty();
    assertThat(text).endsWith("\n").doesNotContain("\r");
  }

  @Example
  void commandsThatAreHardToWrite() {
    buildSpecificationsKeepTheirCommands(
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

  @Provide
  Arbitrary<List<String>> commands() {
    return texts().list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<Value> values() {
    Arbitrary<Value> leaves =
        Arbitraries.oneOf(
            texts().map(Values::of),
            Arbitraries.longs().map(Values::of),
            Arbitraries.of(true, false).map(Values::of),
            texts().map(Functions::ref),
            texts().map(Functions::sub),
            texts().map(text -> Functions.getAtt(text, text)));
    return Arbitraries.recursive(() -> leaves, this::nested, 0, 3);
  }

  private Arbitrary<Value> nested(Arbitrary<Value> values) {
    return Arbitraries.oneOf(
        values.list().ofMaxSize(3).map(Values::of),
        Arbitraries.maps(keys(), values)
            .ofMaxSize(3)
            .map(entries -> Values.of(new LinkedHashMap<>(entries))));
  }

  /** Merge keys are the one thing that the reader does not take. */
  private static Arbitrary<String> keys() {
    return texts().filter(text -> !text.equals("<<"));
  }

  private static Arbitrary<String> texts() {
    Arbitrary<Character> syntax =
        Arbitraries.of(
            ' ', '\t', '\n', '\r', '\'', '"', '#', ':', '%', '-', '?', '!', '&', '*', '|', '>', '@',
            '`', '{', '}', '[', ']', ',', '=', '~', '<', '\\', '/', '$', '.', '0', '1', 'e', 'x',
            'y', 'n');
    Arbitrary<Character> any = Arbitraries.chars().filter(c -> !Character.isSurrogate(c));
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars('a', 'z').ofMaxLength(12),
        syntax.list().ofMaxSize(12).map(RoundTripProperties::join),
        any.list().ofMaxSize(12).map(RoundTripProperties::join),
        Arbitraries.oneOf(syntax, any).list().ofMaxSize(200).map(RoundTripProperties::join),
        Arbitraries.strings().withChars(" ab:#-").ofMinLength(100).ofMaxLength(400),
        Arbitraries.of("yes", "no", "on", "off", "null", "Null", "~", ".5", "1e3", "0o7", "0b1"),
        Arbitraries.of("😀", "a😀\nb", "\ud83d\ude00: x"));
  }

  private static String join(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  private static String throughBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
