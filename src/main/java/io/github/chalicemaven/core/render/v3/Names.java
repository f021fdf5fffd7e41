package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.render.LogicalIds;

/** Names that begin with the application's. */
final class Names {

  private Names() {}

  /** The application's own name. */
  static Value application() {
    return ref(LogicalIds.APPLICATION_NAME);
  }

  /** The application's name, and what follows it. */
  static Value application(String suffix) {
    return sub("${" + LogicalIds.APPLICATION_NAME + "}" + suffix);
  }
}
