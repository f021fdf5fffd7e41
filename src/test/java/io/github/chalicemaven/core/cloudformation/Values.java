package io.github.chalicemaven.core.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Values written short: what tests expect, and documents that no renderer would write. */
public final class Values {

  private Values() {}

  /**
   * A mapping.
   *
   * @param keysAndValues a string key, its value as {@link #of} takes it, and so on
   */
  public static Value.Mapping mapping(Object... keysAndValues) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.put((String) keysAndValues[i], of(keysAndValues[i + 1]));
    }
    return new Value.Mapping(entries);
  }

  /** The items as {@link #of} takes them. */
  public static Value.Sequence sequence(Object... items) {
    return Value.sequence(Stream.of(items).map(Values::of).toList());
  }

  /** A resource with properties, given as {@link #mapping} takes them. */
  public static Resource resource(String type, Object... properties) {
    Resource resource = Resource.resource(type);
    for (Map.Entry<String, Value> property : mapping(properties).entries().entrySet()) {
      resource = resource.with(property.getKey(), property.getValue());
    }
    return resource;
  }

  /** The text of a {@code Fn::Sub}; empty for any other value. */
  public static Optional<String> textOfSub(Value value) {
    return Functions.isFunction(value)
            && ((Value.Mapping) value).entries().get("Fn::Sub") instanceof Value.Text text
        ? Optional.of(text.text())
        : Optional.empty();
  }

  /**
   * The value that a Java object stands for.
   *
   * @param object a {@code Value}, {@code String}, {@code Integer}, {@code Long}, {@code Boolean},
   *     or a {@code List} or {@code Map} of these
   */
  public static Value of(Object object) {
    if (object instanceof Value value) {
      return value;
    }
    if (object instanceof String text) {
      return Value.text(text);
    }
    if (object instanceof Integer || object instanceof Long) {
      return Value.number(((Number) object).longValue());
    }
    if (object instanceof Boolean truth) {
      return Value.truth(truth);
    }
    if (object instanceof List<?> items) {
      return sequence(items.toArray());
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    ((Map<?, ?>) object).forEach((key, value) -> entries.put((String) key, of(value)));
    return new Value.Mapping(entries);
  }
}
