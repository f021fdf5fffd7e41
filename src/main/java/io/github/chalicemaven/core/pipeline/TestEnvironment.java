package io.github.chalicemaven.core.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * Where the tests of a deployed stage run, and with what.
 *
 * @param installCommands before the tests
 */
public record TestEnvironment(
    Optional<BuildOptions.Vpc> vpc,
    List<BuildOptions.Variable> variables,
    Optional<BuildOptions.PipIndex> pipIndex,
    List<String> installCommands) {

  /** Outside a VPC, with nothing. */
  public static final TestEnvironment NONE =
      new TestEnvironment(Optional.empty(), List.of(), Optional.empty(), List.of());

  public TestEnvironment {
    Guard.given("TestEnvironment.vpc", vpc);
    variables = Guard.list("TestEnvironment.variables", variables);
    Guard.given("TestEnvironment.pipIndex", pipIndex);
    installCommands = Guard.list("TestEnvironment.installCommands", installCommands);
  }

  /** Whether the tests need permissions that those of other stages do not need. */
  public boolean needsPermissions() {
    return vpc.isPresent() || !variables.isEmpty() || pipIndex.isPresent();
  }
}
