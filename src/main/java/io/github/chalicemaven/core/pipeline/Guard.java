package io.github.chalicemaven.core.pipeline;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the constructors of this package demand of their arguments. Each method names the record's
 * component in the message of its {@link IllegalArgumentException}, which is a caller's bug.
 */
final class Guard {

  private Guard() {}

  /** Anything but {@code null}. */
  static <T> T given(String component, T value) {
    demand(value != null, component, " is null");
    return value;
  }

  /** Text that is not empty. */
  static void text(String component, String value) {
    demand(!given(component, value).isEmpty(), component, " is empty");
  }

  /** Text that may be missing, but is not empty. */
  static void optionalText(String component, Optional<String> value) {
    if (given(component, value).isPresent()) {
      text(component, value.get());
    }
  }

  /** A number within bounds, both included. */
  static void within(String component, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          component + " is " + value + ", not from " + least + " to " + most);
    }
  }

  /** A copy of a list without {@code null} and empty text. */
  static <T> List<T> list(String component, List<T> values) {
    for (T value : given(component, values)) {
      demand(value != null, component, " has an item that is null");
      demand(!value.equals(""), component, " has an item that is empty");
    }
    return List.copyOf(values);
  }

  /** The same, of a list with at least one item. */
  static <T> List<T> filled(String component, List<T> values) {
    demand(!given(component, values).isEmpty(), component, " is empty");
    return list(component, values);
  }

  /** A copy in the order of the keys, without {@code null}. */
  static Map<String, String> sorted(String component, Map<String, String> values) {
    for (Map.Entry<String, String> entry : given(component, values).entrySet()) {
      demand(entry.getKey() != null, component, " has a key that is null");
      demand(entry.getValue() != null, component, " has a value that is null");
    }
    return Collections.unmodifiableMap(new TreeMap<>(values));
  }

  static void demand(boolean condition, String component, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(component + otherwise);
    }
  }
}
