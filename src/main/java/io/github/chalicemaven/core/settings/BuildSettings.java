package io.github.chalicemaven.core.settings;

import java.util.List;

/** The CodeBuild project that tests and packages the application ({@code v3}). */
public final class BuildSettings {

  /** {@code small} (default), {@code medium}, {@code large}, {@code xlarge} or {@code 2xlarge}. */
  public String computeType;

  /** 5 to 480 minutes; 60 by default. */
  public String timeoutMinutes;

  /** Whether the build may run Docker; {@code false} by default. */
  public String privilegedMode;

  /** pip's downloads between builds: {@code none} (default), {@code local} or {@code s3}. */
  public String cache;

  /** The VPC that the build runs in; none by default. */
  public VpcSettings vpc;

  /** Environment variables of the build. */
  public List<EnvironmentVariableSettings> environmentVariables;

  /** Shell commands that run in the application's folder, before Chalice is installed. */
  public List<String> installCommands;

  /** Shell commands that run in the application's folder; the first that fails stops the build. */
  public List<String> testCommands;

  /** JUnit XML files of the tests, relative to the application's folder, for a report group. */
  public List<String> testReports;

  /** A CodeArtifact repository that pip installs from. */
  public PipIndexSettings pipIndex;

  /** A file for {@code chalice package --merge-template}, relative to the application's folder. */
  public String mergeTemplate;

  /** More arguments of {@code chalice package}. */
  public List<String> packageArguments;
}
