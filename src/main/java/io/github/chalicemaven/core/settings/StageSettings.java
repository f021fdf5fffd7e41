package io.github.chalicemaven.core.settings;

import java.util.List;
import java.util.Map;

/** A stage that the application is deployed to ({@code v3}). */
public final class StageSettings {

  /** Letters, digits and hyphens, beginning with a letter. */
  public String name;

  /** The stage in {@code .chalice/config.json}; the same as {@code name} by default. */
  public String chaliceStage;

  /** The stack of the application; named after the application and the stage by default. */
  public String stackName;

  /** Values for parameters of the application's template. */
  public Map<String, String> parameterOverrides;

  /**
   * {@code CAPABILITY_IAM} (default), {@code CAPABILITY_NAMED_IAM}, {@code CAPABILITY_AUTO_EXPAND}.
   */
  public List<String> capabilities;

  /** A manual approval; none by default. */
  public ApprovalSettings approval;

  /**
   * Shell commands that run in the application's folder after the deployment, the outputs of the
   * application's stack in the environment.
   */
  public List<String> testCommands;

  /**
   * {@code rollback} (default where the stage has tests), {@code retry} or {@code stop} (default).
   */
  public String onFailure;

  /** A CloudWatch alarm to watch after the deployment; it rolls the stage back. */
  public AlarmSettings alarm;

  /** Where the tests run, and with what; as the build by default, with nothing installed. */
  public TestEnvironmentSettings testEnvironment;

  /** What CloudFormation may do in this stage, instead of what all stages' deployment says. */
  public DeploymentSettings deployment;

  /** When the application may be deployed; at any time by default. */
  public WindowSettings window;

  /** A CloudWatch alarm that stops the deployment before it begins. */
  public AlarmSettings healthyAlarm;

  /** Tags of the application's stack, besides those of all stages. */
  public Map<String, String> tags;
}
