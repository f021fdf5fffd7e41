package io.github.chalicemaven.core.check;

import io.github.chalicemaven.core.cloudformation.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a template with the path to it. What is not there is a node too, without a value, so
 * that rules may ask on; functions are seen in their long form.
 *
 * @param value {@code null} where there is none
 */
record Node(String path, Value value) {

  Node {
    value = value instanceof Value.Intrinsic function ? function.longForm() : value;
  }

  boolean exists() {
    return value != null;
  }

  /** The value of a key, or of nothing. */
  Node get(String key) {
    return new Node(below(key), entriesOrNone().get(key));
  }

  /** The items of a sequence; none of anything else. */
  List<Node> items() {
    List<Node> items = new ArrayList<>();
    if (value instanceof Value.Sequence sequence) {
      for (Value item : sequence.items()) {
        items.add(new Node(path + "[" + items.size() + "]", item));
      }
    }
    return items;
  }

  /** The entries of a mapping; none of anything else. */
  Map<String, Node> entries() {
    Map<String, Node> entries = new LinkedHashMap<>();
    entriesOrNone().forEach((key, entry) -> entries.put(key, new Node(below(key), entry)));
    return entries;
  }

  Optional<String> text() {
    return value instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty();
  }

  /** A whole number, also one that is written as text. */
  Optional<Long> number() {
    if (value instanceof Value.Int number) {
      return Optional.of(number.number());
    }
    return text().filter(text -> text.matches("-?[0-9]{1,18}")).map(Long::valueOf);
  }

  /** The argument of a function, where this is that function, for example {@code Ref}. */
  Optional<Node> argumentOf(String function) {
    Map<String, Value> entries = entriesOrNone();
    return entries.size() == 1 && entries.containsKey(function)
        ? Optional.of(get(function))
        : Optional.empty();
  }

  Finding finding(String sentence) {
    return new Finding(path, sentence);
  }

  private String below(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private Map<String, Value> entriesOrNone() {
    return value instanceof Value.Mapping mapping ? mapping.entries() : Map.of();
  }
}
