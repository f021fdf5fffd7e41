package io.github.chalicemaven.core.pipeline;

import java.util.Optional;

/**
 * The ARNs of roles that exist, instead of the template's.
 *
 * @param tests the role of all stages' tests
 */
public record GivenRoles(
    Optional<String> pipeline, Optional<String> build, Optional<String> tests) {

  /** All roles are the template's. */
  public static final GivenRoles NONE =
      new GivenRoles(Optional.empty(), Optional.empty(), Optional.empty());

  public GivenRoles {
    Guard.optionalText("GivenRoles.pipeline", pipeline);
    Guard.optionalText("GivenRoles.build", build);
    Guard.optionalText("GivenRoles.tests", tests);
  }
}
