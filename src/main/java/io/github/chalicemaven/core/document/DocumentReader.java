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
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a JSON or YAML document whose top is a mapping: a template, a fragment of one, a build
 * specification. Functions in YAML's short form come out in the long form, and aliases as what they
 * stand for:
 *
 * <pre>{@code
 * Role: !GetAtt CodeBuildRole.Arn   ->   "Role": {"Fn::GetAtt": ["CodeBuildRole", "Arn"]}
 * }</pre>
 *
 * <p>A document that is too large, too deep or has too many values is a problem, found before it
 * costs time or memory; so is one that readers disagree about: a key twice, merge keys, numbers
 * such as {@code 0123} and {@code 1_000}, nothing where a value should be.
 */
public final class DocumentReader {

  /** CloudFormation takes 1 MB; this leaves room for white space, and bounds the time. */
  public static final int MAX_BYTES = 2_000_000;

  private static final int MAX_DEPTH = 100;
  private static final int MAX_VALUES = 200_000;
  private static final int MAX_SCALE = 400;

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,18})");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
  private static final String STANDARD_TAG = "tag:yaml.org,2002:";
  private static final Set<String> STANDARD_TAGS =
      Set.of("str", "int", "float", "bool", "null", "map", "seq");

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
   * {@code .yml}, else whatever it begins like.
   *
   * @param problems takes what is wrong, with file, line and column
   * @return empty where there was a problem
   */
  public static Optional<Value.Mapping> read(Path file, Problems problems) {
    return BoundedFile.text(file, MAX_BYTES, "a fragment of a template", problems)
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
    try (JsonParser parser = parser(isJson(name, text), text)) {
      return Optional.of(new DocumentReader(parser).document());
    } catch (JsonProcessingException e) {
      problems.add(at(name, e) + ": " + message(e));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringReader cannot fail", e);
    }
  }

  private static boolean isJson(String name, String text) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".json")
        || !lower.endsWith(".yaml")
            && !lower.endsWith(".yml")
            && text.stripLeading().startsWith("{");
  }

  private static JsonParser parser(boolean json, String text) throws IOException {
    return json ? JSON.createParser(text) : YAML.createParser(text);
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
      throw error("there is a second document; one is allowed");
    }
    return mapping;
  }

  private Value value(int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw error("values are nested more than " + MAX_DEPTH + " deep");
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
      throw error("the alias *" + Setting.shown(anchor) + " stands for nothing above");
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
            ? "there is no value; CloudFormation takes no null"
            : "this is not a value of a template");
  }

  /** YAML reads nothing at all as empty text, which takes no room, unlike its two quotes. */
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
        throw error("the key `" + Setting.shown(key) + "` is there twice");
      }
      if (key.equals("<<")) {
        throw error("merge keys (<<) are not taken; write the keys out");
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
      // The message below says it: a number of 19 digits may be too large.
    }
    throw error("the number `" + Setting.shown(text) + "` is not plain; write it in quotes");
  }

  private Value tagged(String tag, Value value, JsonLocation start) throws IOException {
    if (tag == null || tag.startsWith(STANDARD_TAG) && STANDARD_TAGS.contains(name(tag))) {
      return value;
    }
    if (tag.equals("Condition")) {
      return Value.mapping().with(tag, value);
    }
    Optional<String> function = Functions.ofTag(tag);
    if (function.isEmpty()) {
      throw new DocumentException("there is no function !" + Setting.shown(tag), start);
    }
    return Value.mapping()
        .with(function.get(), tag.equals("GetAtt") ? listForm(value, start) : value);
  }

  private static String name(String standardTag) {
    return standardTag.substring(STANDARD_TAG.length());
  }

  private static Value listForm(Value attribute, JsonLocation start) throws IOException {
    if (!(attribute instanceof Value.Text text)) {
      return attribute;
    }
    int dot = text.text().indexOf('.');
    if (dot < 1) {
      throw new DocumentException("!GetAtt names no attribute", start);
    }
    return Value.texts(text.text().substring(0, dot), text.text().substring(dot + 1));
  }

  private DocumentException error(String message) {
    return new DocumentException(message, parser.currentTokenLocation());
  }

  private static String message(JsonProcessingException e) {
    return e.getCause() instanceof MarkedYAMLException yaml
        ? yaml.getProblem()
        : e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
  }

  private static String at(String name, JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
      Mark mark = yaml.getProblemMark();
      return at(name, mark.getLine() + 1, mark.getColumn() + 1);
    }
    return e.getLocation() == null
        ? name
        : at(name, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static String at(String name, int line, int column) {
    return name + ", line " + line + ", column " + column;
  }

  /** A value that aliases may stand for, and how many values they add. */
  private record Anchored(Value value, int values) {}

  /** What is wrong, where no parser says it. */
  private static final class DocumentException extends JsonProcessingException {

    private static final long serialVersionUID = 1L;

    DocumentException(String message, JsonLocation location) {
      super(message, location);
    }
  }
}
