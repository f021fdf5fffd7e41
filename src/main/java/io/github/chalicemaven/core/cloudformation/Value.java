package io.github.chalicemaven.core.cloudformation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value in a template: a scalar, a sequence, a mapping in the order it was written, or an
 * intrinsic function. Immutable; equal when the contents are equal.
 */
public sealed interface Value {

  /** A string. */
  record Text(String text) implements Value {}

  /** A whole number. */
  record Int(long number) implements Value {}

  /** Any other number. */
  record Decimal(BigDecimal number) implements Value {}

  /** {@code true} or {@code false}. */
  record Bool(boolean truth) implements Value {}

  /** A list of values. */
  record Sequence(List<Value> items) implements Value {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys with values, in the order they were put. */
  record Mapping(Map<String, Value> entries) implements Value {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /**
   * A document within the document: text for CloudFormation, written as YAML, of which it is known
   * what it says.
   *
   * @param content what the text says
   */
  record Embedded(Mapping content) implements Value {}

  /**
   * A function that CloudFormation evaluates.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
   *     functions</a>
   */
  sealed interface Intrinsic extends Value {

    /** The long form, for example {@code {"Ref": "ApplicationName"}}. */
    Mapping longForm();
  }

  /** The value of a parameter, or the physical ID of a resource. */
  record Ref(String logicalId) implements Intrinsic {
    @Override
    public Mapping longForm() {
      return mapping("Ref", logicalId);
    }
  }

  /** An attribute of a resource, always in the list form, which JSON and YAML share. */
  record GetAtt(String logicalId, String attribute) implements Intrinsic {
    @Override
    public Mapping longForm() {
      return mapping("Fn::GetAtt", List.of(logicalId, attribute));
    }
  }

  /** Text in which {@code ${Name}} stands for a parameter, a resource or its attribute. */
  record Sub(String text) implements Intrinsic {
    @Override
    public Mapping longForm() {
      return mapping("Fn::Sub", text);
    }
  }

  static Ref ref(String logicalId) {
    return new Ref(logicalId);
  }

  static GetAtt getAtt(String logicalId, String attribute) {
    return new GetAtt(logicalId, attribute);
  }

  static Sub sub(String text) {
    return new Sub(text);
  }

  /** The items as {@link #of} takes them. */
  static Sequence sequence(Object... items) {
    List<Value> values = new ArrayList<>(items.length);
    for (Object item : items) {
      values.add(of(item));
    }
    return new Sequence(values);
  }

  /**
   * A mapping.
   *
   * @param keysAndValues a string key, its value as {@link #of} takes it, and so on
   */
  static Mapping mapping(Object... keysAndValues) {
    if (keysAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "a key without a value: " + keysAndValues[keysAndValues.length - 1]);
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.put((String) keysAndValues[i], of(keysAndValues[i + 1]));
    }
    return new Mapping(entries);
  }

  /**
   * The value that a Java object stands for.
   *
   * @param object a {@code Value}, {@code String}, {@code Integer}, {@code Long}, {@code Boolean},
   *     or a {@code List} or {@code Map} of these
   */
  static Value of(Object object) {
    if (object instanceof String text) {
      return new Text(text);
    }
    if (object instanceof Value value) {
      return value;
    }
    if (object instanceof Integer || object instanceof Long) {
      return new Int(((Number) object).longValue());
    }
    if (object instanceof Boolean truth) {
      return new Bool(truth);
    }
    if (object instanceof List<?> items) {
      return sequence(items.toArray());
    }
    if (object instanceof Map<?, ?> map) {
      Map<String, Value> entries = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        entries.put((String) entry.getKey(), of(entry.getValue()));
      }
      return new Mapping(entries);
    }
    throw new IllegalArgumentException("not a template value: " + object);
  }
}
