package io.github.chalicemaven.core.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.github.chalicemaven.core.cloudformation.Value;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** How a value is written as text. */
public enum DocumentFormat {
  JSON,
  YAML;

  private static final JsonFactory JSON_FACTORY = new JsonFactory();

  private static final YAMLFactory YAML_FACTORY =
      YAMLFactory.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .stringQuotingChecker(new Yaml11QuotingChecker())
          .build();

  /** YAML where the file's name ends in {@code .yaml} or {@code .yml}, else JSON. */
  public static DocumentFormat of(Path file) {
    return isYaml(file.getFileName().toString()) ? YAML : JSON;
  }

  /** Whether a file's name has the ending of YAML. */
  static boolean isYaml(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml");
  }

  /**
   * Writes the value, with a newline at the end. In JSON, an object or array of at most 100 columns
   * stands on one line.
   */
  public String render(Value value) {
    return this == JSON ? JsonText.of(value) : write(value, YAML_FACTORY);
  }

  /** The value as one line of JSON, for messages. */
  public static String oneLine(Value value) {
    return JSON.render(value).replaceAll("\\s+", " ").strip();
  }

  /** A document as a text in another one, as a template has a build specification. */
  public static Value.Embedded embedded(Value.Mapping document) {
    return new Value.Embedded(document, YAML.render(document));
  }

  /** Writes the value as JSON without white space, for services that take JSON as a text. */
  public static String compactJson(Value value) {
    return write(value, JSON_FACTORY);
  }

  private static String write(Value value, JsonFactory format) {
    CharArrayWriter text = new CharArrayWriter();
    try (JsonGenerator generator = format.createGenerator(text)) {
      write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException("a CharArrayWriter cannot fail", e);
    }
    return text.toString();
  }

  private static void write(Value value, JsonGenerator generator) throws IOException {
    if (value instanceof Value.Text text) {
      generator.writeString(text.text());
    } else if (value instanceof Value.Int number) {
      generator.writeNumber(number.number());
    } else if (value instanceof Value.Decimal number) {
      generator.writeNumber(number.number());
    } else if (value instanceof Value.Bool bool) {
      generator.writeBoolean(bool.truth());
    } else if (value instanceof Value.Sequence sequence) {
      generator.writeStartArray();
      for (Value item : sequence.items()) {
        write(item, generator);
      }
      generator.writeEndArray();
    } else if (value instanceof Value.Mapping mapping) {
      generator.writeStartObject();
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        generator.writeFieldName(entry.getKey());
        write(entry.getValue(), generator);
      }
      generator.writeEndObject();
    } else {
      generator.writeString(((Value.Embedded) value).text());
    }
  }

  /** Quotes text that a reader of YAML 1.1 or 1.2 would interpret as another type. */
  private static final class Yaml11QuotingChecker extends StringQuotingChecker {

    private static final long serialVersionUID = 1L;

    /** YAML 1.1 that the resolver does not know, numbers of YAML 1.2, and rare line breaks. */
    private static final Pattern NO_TEXT_ELSEWHERE =
        Pattern.compile(
            "[=yYnN]|(?s:.*[\\u0085\\u2028\\u2029\\uFEFF].*)|0o[0-7]+|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private final transient Resolver resolver = new Resolver();

    @Override
    public boolean needToQuoteName(String name) {
      // In single quotes, a key of several lines would not read back.
      return name.indexOf('\n') >= 0 || isNoText(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return isNoText(value);
    }

    private boolean isNoText(String text) {
      return resolver.resolve(NodeId.scalar, text, true) != Tag.STR
          || NO_TEXT_ELSEWHERE.matcher(text).matches();
    }
  }
}
