package io.github.chalicemaven.core.cloudformation;

import java.util.List;
import java.util.Optional;

/**
 * Something that is written key by key, as it will stand in the template. Immutable: each step
 * returns a longer one, and a key that is there already is an {@code IllegalArgumentException}.
 *
 * @param <T> the type itself
 */
public interface Keyed<T> {

  /** The same with one more key, where there is a value for it. */
  T withIf(String key, Optional<? extends Value> value);

  /** The same with one more key, where there is a text for it. */
  default T withText(String key, Optional<String> text) {
    return withIf(key, text.isEmpty() ? Optional.empty() : Optional.of(Value.text(text.get())));
  }

  /** The same with one more key, unless the list is empty. */
  default T withIf(String key, Value.Sequence items) {
    return withIf(key, items.items().isEmpty() ? Optional.empty() : Optional.of(items));
  }

  /** The same with one more key, unless the mapping is empty. */
  default T withIf(String key, Value.Mapping entries) {
    return withIf(key, entries.entries().isEmpty() ? Optional.empty() : Optional.of(entries));
  }

  /** The same with one more key, which is {@code true}, unless it is not. */
  default T withIf(String key, boolean truth) {
    return withIf(key, truth ? Optional.of(Value.truth(true)) : Optional.empty());
  }

  /** The same with one more key. */
  default T with(String key, Value value) {
    return withIf(key, Optional.of(value));
  }

  /** The same with one more key, and a text. */
  default T with(String key, String text) {
    return with(key, Value.text(text));
  }

  /** The same with one more key, and a list of texts. */
  default T with(String key, List<String> texts) {
    return with(key, Value.texts(texts));
  }

  /** The same with one more key, and a whole number. */
  default T with(String key, long number) {
    return with(key, Value.number(number));
  }

  /** The same with one more key, {@code true} or {@code false}. */
  default T with(String key, boolean truth) {
    return with(key, Value.truth(truth));
  }
}
