package io.github.chalicemaven.core.settings;

import java.util.List;

/** Where a stage's tests run, and with what ({@code v3}). */
public final class TestEnvironmentSettings {

  /**
   * The VPC that the tests run in, for a stage that is reached from there only; none by default.
   */
  public VpcSettings vpc;

  /** Environment variables of the tests. */
  public List<EnvironmentVariableSettings> environmentVariables;

  /** Shell commands that run in the application's folder, before the tests. */
  public List<String> installCommands;

  /** A CodeArtifact repository that pip installs from. */
  public PipIndexSettings pipIndex;
}
