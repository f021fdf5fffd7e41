package io.github.chalicemaven.core.settings;

import java.util.List;

/** The CodeBuild project that tests and packages the application ({@code v3}). */
public final class BuildSettings implements SettingsElement {

  /**
   * {@code small} (default), {@code medium}, {@code large}, {@code xlarge} or {@code 2xlarge}.
   *
   * <pre>{@code <computeType>medium</computeType>}</pre>
   *
   * @since 0.1.0
   */
  public String computeType;

  /**
   * How long a build may take, 5 to 480 minutes; 60 by default.
   *
   * <pre>{@code <timeoutMinutes>30</timeoutMinutes>}</pre>
   *
   * @since 0.1.0
   */
  public String timeoutMinutes;

  /**
   * Whether the build may run Docker; {@code false} by default.
   *
   * <pre>{@code <privilegedMode>true</privilegedMode>}</pre>
   *
   * @since 0.1.0
   */
  public String privilegedMode;

  /**
   * Where pip's downloads are kept between builds: {@code none} (default), {@code local} or {@code
   * s3}.
   *
   * <pre>{@code <cache>s3</cache>}</pre>
   *
   * @since 0.1.0
   */
  public String cache;

  /**
   * The VPC that the build runs in; none by default.
   *
   * <pre>{@code
   * <vpc>
   *   <vpcId>vpc-0a1b2c3d</vpcId>
   *   <subnetIds><subnetId>subnet-0a1b2c3d</subnetId></subnetIds>
   *   <securityGroupIds><securityGroupId>sg-0a1b2c3d</securityGroupId></securityGroupIds>
   * </vpc>
   * }</pre>
   *
   * @since 0.1.0
   */
  public VpcSettings vpc;

  /**
   * Environment variables of the build.
   *
   * <pre>{@code
   * <environmentVariables>
   *   <environmentVariable><name>STAGE</name><value>test</value></environmentVariable>
   * </environmentVariables>
   * }</pre>
   *
   * @since 0.1.0
   */
  public List<EnvironmentVariableSettings> environmentVariables;

  /**
   * Shell commands that run in the application's folder, before Chalice is installed.
   *
   * <pre>{@code <installCommands><command>pip install pytest</command></installCommands>}</pre>
   *
   * @since 0.1.0
   */
  public List<String> installCommands;

  /**
   * Shell commands that run in the application's folder; the first that fails stops the build.
   *
   * <pre>{@code <testCommands><command>pytest</command></testCommands>}</pre>
   *
   * @since 0.1.0
   */
  public List<String> testCommands;

  /**
   * JUnit XML files of the tests, relative to the application's folder, for a report group.
   *
   * <pre>{@code <testReports><file>reports/*.xml</file></testReports>}</pre>
   *
   * @since 0.1.0
   */
  public List<String> testReports;

  /**
   * A CodeArtifact repository that pip installs from.
   *
   * <pre>{@code
   * <pipIndex>
   *   <domain>acme</domain>
   *   <repository>python</repository>
   * </pipIndex>
   * }</pre>
   *
   * @since 0.1.0
   */
  public PipIndexSettings pipIndex;

  /**
   * A file for {@code chalice package --merge-template}, relative to the application's folder.
   *
   * <pre>{@code <mergeTemplate>extra.json</mergeTemplate>}</pre>
   *
   * @since 0.1.0
   */
  public String mergeTemplate;

  /**
   * More arguments of {@code chalice package}.
   *
   * <pre>
   * {@code <packageArguments><argument>--pkg-format=cloudformation</argument></packageArguments>}
   * </pre>
   *
   * @since 0.1.0
   */
  public List<String> packageArguments;
}
