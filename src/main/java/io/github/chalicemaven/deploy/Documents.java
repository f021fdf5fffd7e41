package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.cloudformation.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents for other programs, as values that can be written as JSON. */
final class Documents {

  private Documents() {}

  /**
   * A mapping.
   *
   * @param keysAndValues a key, its value, and so on; a key whose value is null is left out
   */
  static Value.Mapping mapping(Object... keysAndValues) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      if (keysAndValues[i + 1] != null) {
        entries.put((String) keysAndValues[i], value(keysAndValues[i + 1]));
      }
    }
    return new Value.Mapping(entries);
  }

  static Value.Sequence sequence(List<? extends Value> items) {
    return new Value.Sequence(List.copyOf(items));
  }

  private static Value value(Object value) {
    return value instanceof Value known
        ? known
        : value instanceof Boolean truth ? new Value.Bool(truth) : new Value.Text(value.toString());
  }
}
