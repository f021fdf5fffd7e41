package io.github.chalicemaven.core.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.files.BoundedFile;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a JSON or YAML document whose top is a mapping: a template, a fragment of one, a build
 * specification. Functions in YAML's short form are returned in the long form, and aliases are
 * replaced by their values:
 *
 * <pre>{@code
 * Role: !GetAtt CodeBuildRole.Arn   ->   "Role": {"Fn::GetAtt": ["CodeBuildRole", "Arn"]}
 * }</pre>
 *
 * <p>A document that is too large, is nested too deeply or has too many values is a problem, found
 * before it costs time or memory. So is one that readers interpret differently: duplicate keys,
 * merge keys, numbers such as {@code 0123} and {@code 1_000}, missing values.
 */
public final class DocumentReader {

  /** CloudFormation accepts 1 MB; this leaves room for white space, and limits the time. */
  public static final int MAX_BYTES = 2_000_000;

  private static final int MAX_DEPTH = 100;
  private static final int MAX_VALUES = 200_000;
  private static final int MAX_SCALE = 400;

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,18})");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
  private static final Pattern STANDARD_TAG =
      Pattern.compile("tag:yaml.org,2002:(str|int|float|bool|null|map|seq)");

  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(2 * MAX_DEPTH)
          .maxStringLength(MAX_BYTES)
          .maxNameLength(MAX_BYTES)
          .build();
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();
  private static final YAMLFactory YAML =
      YAMLFactory.builder().streamReadConstraints(CONSTRAINTS).build();

  private final JsonParser parser;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int values;

  private DocumentReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads a file: JSON where its name ends in {@code .json}, YAML where it ends in {@code .yaml} or
   * {@code .yml}, else the format is detected.
   *
   * @param problems receives what is wrong, with file, line and column
   * @return empty where there was a problem
   */
  public static Optional<Value.Mapping> read(Path file, Problems problems) {
    return BoundedFile.text(file, MAX_BYTES, "a template fragment", problems)
        .flatMap(text -> parse(file.toString(), text, problems));
  }

  /**
   * Parses a text as {@link #read} does a file's.
   *
   * @param name the file's name, for its ending and for problems
   */
  public static Optional<Value.Mapping> parse(String name, String text, Problems problems) {
    if (text.length() > MAX_BYTES) {
      problems.add(name + " has more than " + MAX_BYTES + " characters.");
      return Optional.empty();
    }
    boolean json = isJson(name, text);
    try (JsonParser parser = json ? JSON.createParser(text) : YAML.createParser(text)) {
      return Optional.of(new DocumentReader(parser).document());
    } catch (JsonProcessingException e) {
      problems.add(DocumentException.problem(name, json, e));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringReader cannot fail", e);
    }
  }

  private static boolean isJson(String name, String text) {
    return name.toLowerCase(Locale.ROOT).endsWith(".json")
        || !DocumentFormat.isYaml(name) && text.stripLeading().startsWith("{");
  }

  private Value.Mapping document() throws IOException {
    if (parser.nextToken() == null) {
      throw error("the document is empty");
    }
    Value value = value(0);
    if (!(value instanceof Value.Mapping mapping)) {
      throw error("the document is not a mapping of keys to values");
    }
    if (parser.nextToken() != null) {
      throw error("there is a second document; only one is allowed");
    }
    return mapping;
  }

  private Value value(int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw error("values are nested more than " + MAX_DEPTH + " levels deep");
    }
    if (isAlias()) {
      return alias(parser.getText());
    }
    String anchor = (String) parser.getObjectId();
    String tag = (String) parser.getTypeId();
    JsonLocation start = parser.currentTokenLocation();
    int before = values;
    count(1);
    Value value = tagged(tag, untagged(tag, depth), start);
    if (anchor != null) {
      anchors.put(anchor, new Anchored(value, values - before));
    }
    return value;
  }

  private boolean isAlias() throws IOException {
    return parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
  }

  private Value alias(String anchor) throws IOException {
    Anchored anchored = anchors.get(anchor);
    if (anchored == null) {
      throw error("the alias *" + Setting.shown(anchor) + " has no anchor above it");
    }
    count(anchored.values());
    return anchored.value();
  }

  private void count(int more) throws IOException {
    values += more;
    if (values > MAX_VALUES) {
      throw error("the document has more than " + MAX_VALUES + " values");
    }
  }

  private Value untagged(String tag, int depth) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(depth);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Value> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(depth + 1));
      }
      return new Value.Sequence(items);
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return new Value.Bool(token == JsonToken.VALUE_TRUE);
    }
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return number(parser.getText());
    }
    if (token == JsonToken.VALUE_STRING && !(tag == null && isNothing())) {
      return new Value.Text(parser.getText());
    }
    throw error(
        token == JsonToken.VALUE_NULL || token == JsonToken.VALUE_STRING
            ? "a value is missing; CloudFormation does not allow null"
            : "a template cannot contain this value");
  }

  /** YAML reads a missing value as empty text, which has no length, unlike two quotes. */
  private boolean isNothing() throws IOException {
    return parser instanceof YAMLParser
        && parser.getTextLength() == 0
        && parser.currentTokenLocation().getCharOffset()
            == parser.currentLocation().getCharOffset();
  }

  private Value.Mapping mapping(int depth) throws IOException {
    Map<String, Value> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      if (entries.containsKey(key)) {
        throw error("the key `" + Setting.shown(key) + "` occurs twice");
      }
      if (key.equals("<<")) {
        throw error("merge keys (<<) are not supported; write out the keys");
      }
      parser.nextToken();
      entries.put(key, value(depth + 1));
    }
    return new Value.Mapping(entries);
  }

  private Value number(String text) throws IOException {
    try {
      if (INTEGER.matcher(text).matches()) {
        return new Value.Int(Long.parseLong(text));
      }
      if (DECIMAL.matcher(text).matches()) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs(number.scale()) <= MAX_SCALE) {
          return new Value.Decimal(number);
        }
      }
    } catch (NumberFormatException e) {
      // Reported below: a number of 19 digits may be too large.
    }
    throw error("the number `" + Setting.shown(text) + "` is ambiguous; put it in quotes");
  }

  private Value tagged(String tag, Value value, JsonLocation start) throws IOException {
    if (tag == null || STANDARD_TAG.matcher(tag).matches()) {
      return value;
    }
    if (tag.equals("Condition")) {
      return Value.mapping().with(tag, value);
    }
    Optional<String> function = Functions.ofTag(tag);
    if (function.isEmpty()) {
      throw new DocumentException(
          "!" + Setting.shown(tag) + " is not a CloudFormation function", start);
    }
    return Value.mapping()
        .with(function.get(), tag.equals("GetAtt") ? listForm(value, start) : value);
  }

  private static Value listForm(Value attribute, JsonLocation start) throws IOException {
    if (!(attribute instanceof Value.Text text)) {
      return attribute;
    }
    int dot = text.text().indexOf('.');
    if (dot < 1) {
      throw new DocumentException("!GetAtt specifies no attribute", start);
    }
    return Value.texts(text.text().substring(0, dot), text.text().substring(dot + 1));
  }

  private DocumentException error(String message) {
    return new DocumentException(message, parser.currentTokenLocation());
  }

  /** A value that aliases may refer to, and how many values each alias adds. */
  private record Anchored(Value value, int values) {}
}
