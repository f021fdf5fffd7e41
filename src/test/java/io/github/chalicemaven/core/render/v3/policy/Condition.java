package io.github.chalicemaven.core.render.v3.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operator of a statement's condition, with one key.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
record Condition(String operator, String key, List<String> values) {

  private static final Map<String, BiPredicate<String, String>> OPERATORS =
      Map.of(
          "StringEquals", String::equals,
          "StringLike", Wildcards::match,
          "ArnEquals", Condition::arnLike,
          "ArnLike", Condition::arnLike,
          "Bool", String::equalsIgnoreCase);

  private static final Map<String, String> NEGATED =
      Map.of(
          "StringNotEquals", "StringEquals",
          "StringNotLike", "StringLike",
          "ArnNotEquals", "ArnEquals",
          "ArnNotLike", "ArnLike");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  Condition {
    if (!OPERATORS.containsKey(plain(operator)) && !NEGATED.containsKey(plain(operator))) {
      throw new IllegalArgumentException("unknown operator: " + operator);
    }
    values = List.copyOf(values);
  }

  boolean holds(Map<String, List<String>> context) {
    List<String> present = context.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    boolean negated = NEGATED.containsKey(plain(operator));
    if (operator.startsWith("ForAllValues:")) {
      return present.stream().allMatch(value -> matchesAny(value, context) != negated);
    }
    if (present.isEmpty()) {
      return operator.endsWith("IfExists") || negated && !operator.startsWith("ForAnyValue:");
    }
    if (operator.startsWith("ForAnyValue:")) {
      return present.stream().anyMatch(value -> matchesAny(value, context) != negated);
    }
    if (present.size() > 1) {
      throw new IllegalArgumentException(key + " has several values, " + operator + " takes one");
    }
    return matchesAny(present.get(0), context) != negated;
  }

  private boolean matchesAny(String value, Map<String, List<String>> context) {
    BiPredicate<String, String> matches =
        OPERATORS.get(NEGATED.getOrDefault(plain(operator), plain(operator)));
    return values.stream()
        .flatMap(pattern -> substituted(pattern, context).stream())
        .anyMatch(pattern -> matches.test(pattern, value));
  }

  /** The value with the policy's variables replaced; empty where the request lacks one. */
  private static Optional<String> substituted(String text, Map<String, List<String>> context) {
    Matcher variable = VARIABLE.matcher(text);
    StringBuilder replaced = new StringBuilder();
    while (variable.find()) {
      List<String> value =
          context.getOrDefault(variable.group(1).toLowerCase(Locale.ROOT), List.of());
      if (value.size() != 1) {
        return Optional.empty();
      }
      variable.appendReplacement(replaced, Matcher.quoteReplacement(value.get(0)));
    }
    return Optional.of(variable.appendTail(replaced).toString());
  }

  private static boolean arnLike(String pattern, String value) {
    return value.startsWith("arn:") && Arn.of(value).isOf(pattern);
  }

  private static String plain(String operator) {
    return operator.replaceFirst("^For(All|Any)Values?:", "").replaceFirst("IfExists$", "");
  }
}
