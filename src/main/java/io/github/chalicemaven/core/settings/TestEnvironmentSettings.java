package io.github.chalicemaven.core.settings;

import java.util.List;

/** Where a stage's tests run, and with what ({@code v3}). */
public final class TestEnvironmentSettings implements SettingsElement {

  /**
   * The VPC that the tests run in, for a stage that can be reached only from there; none by
   * default.
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
   * Environment variables of the tests.
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
   * Shell commands that run in the application's folder, before the tests.
   *
   * <pre>{@code <installCommands><command>pip install pytest</command></installCommands>}</pre>
   *
   * @since 0.1.0
   */
  public List<String> installCommands;

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
}
