package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes in a resource's metadata that tell cdk-nag why a rule does not apply.
 *
 * @param rules a mapping for each rule
 */
record Suppressions(List<Value> rules) {

  Suppressions {
    rules = List.copyOf(rules);
  }

  /** No note. */
  static final Suppressions NONE = new Suppressions(List.of());

  /** A note about a rule. */
  static Suppressions of(String rule, String reason) {
    return NONE.and(rule, reason);
  }

  /** One more note. */
  Suppressions and(String rule, String reason) {
    List<Value> more = new ArrayList<>(rules);
    more.add(mapping().with("id", rule).with("reason", reason));
    return new Suppressions(more);
  }

  /** One more note where it is true. */
  Suppressions andIf(boolean suppressed, String rule, String reason) {
    return suppressed ? and(rule, reason) : this;
  }

  /** The resource with the notes, if there are any. */
  Resource in(Resource resource) {
    return rules.isEmpty()
        ? resource
        : resource.withMetadata(
            mapping().with("cdk_nag", mapping().with("rules_to_suppress", sequence(rules))));
  }
}
