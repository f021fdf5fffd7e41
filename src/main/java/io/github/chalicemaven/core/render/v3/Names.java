package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.Value;

/**
 * Names that begin with the application's. They stand in the template as they are: {@code aws
 * cloudformation deploy} would keep the former value of a parameter.
 *
 * @param appName the application's own name
 */
record Names(String appName) {

  /** The application's own name. */
  Value application() {
    return Value.text(appName);
  }

  /** The application's name, and what follows it. */
  Value application(String suffix) {
    return Value.text(appName + suffix);
  }
}
