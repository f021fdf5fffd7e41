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
 * <p>The nodes below a node are made once, however many rules ask for them, and a path only for a
 * finding.
 */
final class Node {

  private final Node parent;

  /** {@code null} for an item. */
  private final String key;

  private final int index;
  private final Value value;

  private Map<String, Node> entries;
  private List<Node> items;

  /** A node at a path of its own; {@code value} is {@code null} where there is none. */
  Node(String path, Value value) {
    this(null, path, -1, value);
  }

  private Node(Node parent, String key, int index, Value value) {
    this.parent = parent;
    this.key = key;
    this.index = index;
    this.value = value instanceof Value.Intrinsic function ? function.longForm() : value;
  }

  boolean exists() {
    return value != null;
  }

  /** {@code null} where there is none. */
  Value value() {
    return value;
  }

  /** The value of a key, or of nothing. */
  Node get(String key) {
    Node entry = entries().get(key);
    return entry == null ? new Node(this, key, -1, null) : entry;
  }

  /** The items of a sequence; none of anything else. */
  List<Node> items() {
    if (items == null) {
      items = value instanceof Value.Sequence sequence ? nodes(sequence.items()) : List.of();
    }
    return items;
  }

  /** The entries of a mapping; none of anything else. */
  Map<String, Node> entries() {
    if (entries == null) {
      entries = value instanceof Value.Mapping mapping ? nodes(mapping.entries()) : Map.of();
    }
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
    if (value instanceof Value.Text text && text.text().matches("-?[0-9]{1,18}")) {
      return Optional.of(Long.valueOf(text.text()));
    }
    return Optional.empty();
  }

  /** The argument of a function, where this is that function, for example {@code Ref}. */
  Optional<Node> argumentOf(String function) {
    return entries().size() == 1 ? Optional.ofNullable(entries().get(function)) : Optional.empty();
  }

  /** The text that is the argument of a function, where this is that function. */
  Optional<String> textOf(String function) {
    Optional<Node> argument = argumentOf(function);
    return argument.isPresent() ? argument.get().text() : Optional.empty();
  }

  /** The text, with variables where it is that of a {@code Fn::Sub}. */
  Optional<String> textOrSub() {
    Optional<String> text = text();
    return text.isPresent() ? text : textOf("Fn::Sub");
  }

  Finding finding(String sentence) {
    return new Finding(path(), sentence);
  }

  String path() {
    String above = parent == null ? "" : parent.path();
    if (key == null) {
      return above + "[" + index + "]";
    }
    return above.isEmpty() ? key : above + "." + key;
  }

  private List<Node> nodes(List<Value> values) {
    List<Node> nodes = new ArrayList<>(values.size());
    for (Value item : values) {
      nodes.add(new Node(this, null, nodes.size(), item));
    }
    return nodes;
  }

  private Map<String, Node> nodes(Map<String, Value> values) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : values.entrySet()) {
      nodes.put(entry.getKey(), new Node(this, entry.getKey(), -1, entry.getValue()));
    }
    return nodes;
  }
}
