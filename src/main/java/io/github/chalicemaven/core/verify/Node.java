package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a template with its place. A missing value is a node too, so that rules can go on from
 * it without a check.
 *
 * <p>The nodes below a node are created once, however many rules use them.
 */
final class Node {

  private final Node parent;
  private final Location place;
  private final Value value;
  private List<Node> children;

  /** A node without a parent. */
  Node(Location place, Value value) {
    this(null, place, value);
  }

  private Node(Node parent, Location place, Value value) {
    this.parent = parent;
    this.place = place;
    this.value = value;
  }

  boolean exists() {
    return value != null;
  }

  /** The value; {@code null} for a missing one. */
  Value value() {
    return value;
  }

  /** The key in the mapping; {@code null} for an item. */
  String key() {
    return place instanceof Location.Key entry ? entry.key() : null;
  }

  /** Whether this is that node, or in it. */
  boolean isIn(Node other) {
    Node around = this;
    while (around != null && around != other) {
      around = around.parent;
    }
    return around == other;
  }

  Location place() {
    return place;
  }

  /** Whether this is the argument of a function, by its key. */
  boolean isArgument() {
    String key = key();
    return key != null && Functions.isName(key);
  }

  /** The mapping or the sequence that this is in; {@code null} at the top. */
  Node parent() {
    return parent;
  }

  /** The items of a sequence, the entries of a mapping; none of anything else. */
  List<Node> children() {
    if (children == null) {
      children = makeChildren();
    }
    return children;
  }

  /** The value of a key, or of nothing. */
  Node get(String wanted) {
    if (value instanceof Value.Mapping) {
      for (Node child : children()) {
        if (child.key().equals(wanted)) {
          return child;
        }
      }
    }
    return new Node(this, place.key(wanted), null);
  }

  /** The items of a sequence; none of anything else. */
  List<Node> items() {
    return value instanceof Value.Sequence ? children() : List.of();
  }

  /** The entries of a mapping; none of anything else. */
  Map<String, Node> entries() {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (value instanceof Value.Mapping) {
      for (Node child : children()) {
        entries.put(child.key(), child);
      }
    }
    return entries;
  }

  Optional<String> text() {
    return value instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty();
  }

  /** A document that is embedded as text. */
  Optional<Value.Embedded> embedded() {
    return value instanceof Value.Embedded embedded ? Optional.of(embedded) : Optional.empty();
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

  /** Whether this is a function. */
  boolean isFunction() {
    return Functions.isFunction(value);
  }

  /** The argument of a function, where this is that function, for example {@code Ref}. */
  Optional<Node> argumentOf(String function) {
    return Functions.argument(value, function).isPresent()
        ? Optional.of(children().get(0))
        : Optional.empty();
  }

  /** The text that is the argument of a function, where this is that function. */
  Optional<String> textOf(String function) {
    return Functions.textArgument(value, function);
  }

  /** The text, with variables where it is that of a {@code Fn::Sub}. */
  Optional<String> textOrSub() {
    Optional<String> text = text();
    return text.isPresent() ? text : textOf("Fn::Sub");
  }

  Finding finding(String sentence) {
    return new Finding(place, sentence);
  }

  private List<Node> makeChildren() {
    if (value instanceof Value.Sequence sequence) {
      List<Node> nodes = new ArrayList<>(sequence.items().size());
      for (Value item : sequence.items()) {
        nodes.add(new Node(this, place.item(nodes.size()), item));
      }
      return nodes;
    }
    if (value instanceof Value.Mapping mapping) {
      List<Node> nodes = new ArrayList<>(mapping.entries().size());
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        nodes.add(new Node(this, place.key(entry.getKey()), entry.getValue()));
      }
      return nodes;
    }
    return List.of();
  }
}
