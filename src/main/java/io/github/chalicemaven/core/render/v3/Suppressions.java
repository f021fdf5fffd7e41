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

  private static final String NIST = "NIST.800.53.R5-";
  private static final String TWIN = "As for NIST 800-53.";

  Suppressions {
    rules = List.copyOf(rules);
  }

  /** A note about a rule. */
  static Suppressions of(String rule, String reason) {
    return new Suppressions(List.of()).and(rule, reason);
  }

  /** One more note; a rule of NIST's has twins in the packs of PCI and HIPAA. */
  Suppressions and(String rule, String reason) {
    List<Value> more = new ArrayList<>(rules);
    more.add(note(rule, reason));
    if (rule.startsWith(NIST)) {
      String name = rule.substring(NIST.length());
      more.add(note("PCI.DSS.321-" + name, TWIN));
      more.add(note("HIPAA.Security-" + name, TWIN));
    }
    return new Suppressions(more);
  }

  private static Value note(String rule, String reason) {
    return mapping().with("id", rule).with("reason", reason);
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
