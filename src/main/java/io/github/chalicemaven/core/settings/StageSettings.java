package io.github.chalicemaven.core.settings;

import java.util.List;
import java.util.Map;

/** A stage that the application is deployed to ({@code v3}). */
public final class StageSettings implements SettingsElement {

  /**
   * Letters, digits and hyphens, starting with a letter.
   *
   * <pre>{@code <name>beta</name>}</pre>
   *
   * @since 0.1.0
   */
  public String name;

  /**
   * The stage in {@code .chalice/config.json}; the same as {@code name} by default.
   *
   * <pre>{@code <chaliceStage>dev</chaliceStage>}</pre>
   *
   * @since 0.1.0
   */
  public String chaliceStage;

  /**
   * The stack of the application; named after the application and the stage by default.
   *
   * <pre>{@code <stackName>orders-beta</stackName>}</pre>
   *
   * @since 0.1.0
   */
  public String stackName;

  /**
   * Values for parameters of the application's template.
   *
   * <pre>{@code <parameterOverrides><LogLevel>DEBUG</LogLevel></parameterOverrides>}</pre>
   *
   * @since 0.1.0
   */
  public Map<String, String> parameterOverrides;

  /**
   * {@code CAPABILITY_IAM} (default), {@code CAPABILITY_NAMED_IAM}, {@code CAPABILITY_AUTO_EXPAND}.
   *
   * <pre>{@code <capabilities><capability>CAPABILITY_NAMED_IAM</capability></capabilities>}</pre>
   *
   * @since 0.1.0
   */
  public List<String> capabilities;

  /**
   * A manual approval; none by default.
   *
   * <pre>{@code <approval><email>ops@example.com</email></approval>}</pre>
   *
   * @since 0.1.0
   */
  public ApprovalSettings approval;

  /**
   * Shell commands that run in the application's folder after the deployment, with the outputs of
   * the application's stack as environment variables.
   *
   * <pre>
   * {@code <testCommands><command>pytest integration --url $EndpointURL</command></testCommands>}
   * </pre>
   *
   * @since 0.1.0
   */
  public List<String> testCommands;

  /**
   * {@code rollback} (default where the stage has tests), {@code retry} or {@code stop} (default).
   *
   * <pre>{@code <onFailure>retry</onFailure>}</pre>
   *
   * @since 0.1.0
   */
  public String onFailure;

  /**
   * A CloudWatch alarm to watch after the deployment; it rolls the stage back.
   *
   * <pre>{@code <alarm><name>orders-errors</name></alarm>}</pre>
   *
   * @since 0.1.0
   */
  public AlarmSettings alarm;

  /**
   * Where the tests run, and with what; as the build by default, with nothing installed.
   *
   * <pre>{@code
   * <testEnvironment>
   *   <installCommands><command>pip install pytest</command></installCommands>
   * </testEnvironment>
   * }</pre>
   *
   * @since 0.1.0
   */
  public TestEnvironmentSettings testEnvironment;

  /**
   * What CloudFormation may do in this stage, instead of the pipeline's {@code <deployment>}.
   *
   * <pre>{@code <deployment><admin>true</admin></deployment>}</pre>
   *
   * @since 0.1.0
   */
  public DeploymentSettings deployment;

  /**
   * When the application may be deployed; at any time by default.
   *
   * <pre>{@code <window><cron>* * 9-16 ? * MON-THU</cron></window>}</pre>
   *
   * @since 0.1.0
   */
  public WindowSettings window;

  /**
   * A CloudWatch alarm that stops the deployment before it begins.
   *
   * <pre>{@code <healthyAlarm><name>orders-errors</name></healthyAlarm>}</pre>
   *
   * @since 0.1.0
   */
  public AlarmSettings healthyAlarm;

  /**
   * Tags of the application's stack, besides those of all stages.
   *
   * <pre>{@code <tags><stage>beta</stage></tags>}</pre>
   *
   * @since 0.1.0
   */
  public Map<String, String> tags;

  /**
   * The account that the application is deployed to, 12 digits; the pipeline's by default.
   *
   * <pre>{@code <account>444455556666</account>}</pre>
   *
   * @since 0.1.0
   */
  public String account;

  /**
   * The region that the application is deployed to; the pipeline's by default.
   *
   * <pre>{@code <region>eu-west-1</region>}</pre>
   *
   * @since 0.1.0
   */
  public String region;

  /**
   * The permissions boundary of the stage's roles in another account: a managed policy there.
   *
   * <pre>
   * {@code <permissionsBoundary>arn:aws:iam::444455556666:policy/Boundary</permissionsBoundary>}
   * </pre>
   *
   * @since 0.1.0
   */
  public String permissionsBoundary;

  /**
   * The path of the stage's roles in another account; that of all roles by default.
   *
   * <pre>{@code <rolePath>/pipelines/</rolePath>}</pre>
   *
   * @since 0.1.0
   */
  public String rolePath;
}
