package io.github.chalicemaven.core.cloudformation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names as logical IDs contain them, which have no hyphens. */
public final class CamelCase {

  private CamelCase() {}

  /** Joins words that hyphens separate: {@code eu-west-1} becomes {@code EuWest1}. */
  public static String of(String words) {
    return Arrays.stream(words.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
