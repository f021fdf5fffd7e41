package io.github.chalicemaven.core.render.v3.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody wants to do something.
 *
 * @param principal the ARN of a role, or a service such as {@code codebuild.amazonaws.com}
 * @param action for example {@code s3:GetObject}
 * @param resource its ARN; {@code *} for an action that has none
 * @param context condition keys in lower case, with their values
 */
record Request(
    String principal, String action, String resource, Map<String, List<String>> context) {

  static Request of(String principal, String action, String resource) {
    return new Request(principal, action, resource, Map.of());
  }

  /** The same with a value more of a condition key. */
  Request with(String key, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(context);
    more.merge(
        key.toLowerCase(Locale.ROOT),
        List.of(value),
        (old, added) -> {
          List<String> both = new ArrayList<>(old);
          both.addAll(added);
          return List.copyOf(both);
        });
    return new Request(principal, action, resource, more);
  }

  Request by(String other) {
    return new Request(other, action, resource, context);
  }

  /** The same, with another value of a condition key. */
  Request replacing(String key, String value) {
    Map<String, List<String>> others = new LinkedHashMap<>(context);
    others.remove(key.toLowerCase(Locale.ROOT));
    return new Request(principal, action, resource, others).with(key, value);
  }

  boolean isByService() {
    return !principal.startsWith("arn:");
  }

  @Override
  public String toString() {
    return principal + " " + action + " " + resource + (context.isEmpty() ? "" : " " + context);
  }
}
