package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.ArrayList;
import java.util.List;

/** Notes in a resource's metadata that tell cdk-nag why a rule does not apply. */
final class Suppressions {

  private Suppressions() {}

  /**
   * The resource with its notes.
   *
   * @param idsAndReasons a rule's ID, the reason, and so on
   */
  static Resource suppress(Resource resource, String... idsAndReasons) {
    List<Value> rules = new ArrayList<>();
    for (int i = 0; i < idsAndReasons.length; i += 2) {
      rules.add(Value.mapping("id", idsAndReasons[i], "reason", idsAndReasons[i + 1]));
    }
    return resource.withMetadata(
        Value.mapping("cdk_nag", Value.mapping("rules_to_suppress", rules)));
  }
}
