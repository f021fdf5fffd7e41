package io.github.chalicemaven.core.cloudformation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a template: a scalar, a sequence, or a mapping in the order it was written; {@link
 * Functions} are mappings. Immutable; equal when the contents are equal.
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
  final class Mapping implements Value, Keyed<Mapping> {

    private static final Mapping EMPTY = new Mapping(Map.of());

    private final Map<String, Value> entries;

    public Mapping(Map<String, Value> entries) {
      this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    private Mapping(Mapping others, String key, Value value) {
      Map<String, Value> longer = new LinkedHashMap<>(others.entries);
      if (longer.put(key, value) != null) {
        throw new IllegalArgumentException("a key twice: " + key);
      }
      entries = Collections.unmodifiableMap(longer);
    }

    public Map<String, Value> entries() {
      return entries;
    }

    /** The value of a key. */
    public Optional<Value> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    /** The mapping under a key; one without entries where there is none. */
    public Mapping mapping(String key) {
      return Value.mapping(entries.get(key));
    }

    /** The text under a key. */
    public Optional<String> text(String key) {
      return entries.get(key) instanceof Text text ? Optional.of(text.text()) : Optional.empty();
    }

    /** The texts in the list under a key; none where there is no list. */
    public List<String> texts(String key) {
      List<String> texts = new ArrayList<>();
      if (entries.get(key) instanceof Sequence sequence) {
        for (Value item : sequence.items()) {
          if (item instanceof Text text) {
            texts.add(text.text());
          }
        }
      }
      return texts;
    }

    @Override
    public Mapping withIf(String key, Optional<? extends Value> value) {
      return value.isEmpty() ? this : with(key, value.get());
    }

    @Override
    public Mapping with(String key, Value value) {
      return new Mapping(this, key, value);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mapping mapping && entries.equals(mapping.entries);
    }

    @Override
    public int hashCode() {
      return entries.hashCode();
    }

    @Override
    public String toString() {
      return entries.toString();
    }
  }

  /**
   * A document within the document: text for CloudFormation, of which it is known what it says.
   *
   * @param content what the text says
   * @param text the content as YAML
   */
  record Embedded(Mapping content, String text) implements Value {}

  static Text text(String text) {
    return new Text(text);
  }

  static Int number(long number) {
    return new Int(number);
  }

  static Bool truth(boolean truth) {
    return new Bool(truth);
  }

  static Sequence sequence(Value... items) {
    return new Sequence(List.of(items));
  }

  static Sequence sequence(List<? extends Value> items) {
    return new Sequence(List.copyOf(items));
  }

  /** A list of texts. */
  static Sequence texts(String... texts) {
    return texts(List.of(texts));
  }

  /** A list of texts. */
  static Sequence texts(List<String> texts) {
    List<Value> items = new ArrayList<>(texts.size());
    for (String text : texts) {
      items.add(new Text(text));
    }
    return new Sequence(items);
  }

  /** A mapping of texts, in the order of the map. */
  static Mapping texts(Map<String, String> texts) {
    Map<String, Value> entries = new LinkedHashMap<>();
    texts.forEach((key, text) -> entries.put(key, new Text(text)));
    return new Mapping(entries);
  }

  /** A mapping without a key, to which keys are added: {@code mapping().with("Type", "S3")}. */
  static Mapping mapping() {
    return Mapping.EMPTY;
  }

  /** A value that is a mapping; one without entries for any other value, and for {@code null}. */
  static Mapping mapping(Value value) {
    return value instanceof Mapping mapping ? mapping : Mapping.EMPTY;
  }
}
