package io.github.chalicemaven.core.cloudformation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Logical IDs, which have letters and digits alone. */
public final class LogicalId {

  private LogicalId() {}

  /** Words with hyphens between them as one: {@code eu-west-1} becomes {@code EuWest1}. */
  public static String of(String words) {
    return Arrays.stream(words.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
