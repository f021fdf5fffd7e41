package io.github.chalicemaven.core.pipeline;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stage that the application is deployed to.
 *
 * @param id the name for logical IDs and for the pipeline, for example {@code Beta}
 * @param chaliceStage the stage in {@code .chalice/config.json}
 * @param stackName the application's stack
 * @param parameterOverrides by parameter of the application's template
 * @param testCommands after the deployment
 * @param needs what the application's configuration makes its deployment need
 * @param deployment what CloudFormation may do, where it is not what the pipeline says
 * @param gates before it
 * @param tags of the application's stack
 * @param target where it is deployed to
 */
public record Stage(
    String id,
    String chaliceStage,
    String stackName,
    Map<String, String> parameterOverrides,
    List<String> capabilities,
    Optional<Approval> approval,
    List<String> testCommands,
    OnFailure onFailure,
    Optional<Alarm> alarm,
    Needs needs,
    TestEnvironment testEnvironment,
    Optional<Deployment> deployment,
    Gates gates,
    Map<String, String> tags,
    Target target) {

  public Stage {
    Guard.text("Stage.id", id);
    Guard.text("Stage.chaliceStage", chaliceStage);
    Guard.text("Stage.stackName", stackName);
    parameterOverrides = Guard.sorted("Stage.parameterOverrides", parameterOverrides);
    capabilities = Guard.list("Stage.capabilities", capabilities);
    Guard.given("Stage.approval", approval);
    testCommands = Guard.list("Stage.testCommands", testCommands);
    Guard.given("Stage.onFailure", onFailure);
    Guard.given("Stage.alarm", alarm);
    Guard.given("Stage.needs", needs);
    Guard.given("Stage.testEnvironment", testEnvironment);
    Guard.given("Stage.deployment", deployment);
    Guard.given("Stage.gates", gates);
    tags = Guard.sorted("Stage.tags", tags);
    Guard.given("Stage.target", target);
  }

  /**
   * The name of the stage of the pipeline in which it is approved, for example {@code
   * BetaApproval}.
   */
  public String approvalId() {
    return id + "Approval";
  }

  /** The build's artifact for this stage, which stages that are packaged alike share. */
  public String templateFile() {
    return "transformed-" + chaliceStage + (target.hasOwnPackage() ? "." + id : "") + ".yaml";
  }

  /** The build's artifact with the stack's tags; empty where it has none. */
  public Optional<String> configurationFile() {
    return tags.isEmpty() ? Optional.empty() : Optional.of("configuration-" + id + ".json");
  }

  /** What CodePipeline does with a stage that fails. */
  public enum OnFailure {
    /** The stage returns to its last successful execution. */
    ROLLBACK,
    /** All its actions run again, once. */
    RETRY,
    /** It stays failed. */
    STOP
  }

  /**
   * A manual approval.
   *
   * @param topic whom to notify
   * @param timeoutMinutes 5 to 86400; empty for CodePipeline's default
   * @param afterChangeSet whether there is a change set for the approver to see
   */
  public record Approval(
      Optional<String> message,
      Optional<String> reviewUrl,
      Optional<Topic> topic,
      Optional<Integer> timeoutMinutes,
      boolean afterChangeSet) {

    /** CodePipeline's: 7 days. */
    private static final int DEFAULT_TIMEOUT_MINUTES = 7 * 24 * 60;

    public Approval {
      Guard.optionalText("Approval.message", message);
      Guard.optionalText("Approval.reviewUrl", reviewUrl);
      Guard.given("Approval.topic", topic);
      if (Guard.given("Approval.timeoutMinutes", timeoutMinutes).isPresent()) {
        Guard.within(
            "Approval.timeoutMinutes",
            timeoutMinutes.get(),
            AwsLimits.MIN_TIMEOUT_MINUTES,
            AwsLimits.MAX_TIMEOUT_MINUTES);
      }
    }

    /** How long the execution may wait. */
    public int waitMinutes() {
      return timeoutMinutes.orElse(DEFAULT_TIMEOUT_MINUTES);
    }
  }

  /**
   * What some applications' deployment needs.
   *
   * @param roleArns roles that the application's functions get, besides those that it creates
   * @param customDomain whether an API has a custom domain
   * @param edgeDomain whether it is an edge-optimized one
   */
  public record Needs(List<String> roleArns, boolean customDomain, boolean edgeDomain) {

    /** Of an application that has none of these. */
    public static final Needs NONE = new Needs(List.of(), false, false);

    public Needs {
      roleArns = Guard.list("Needs.roleArns", roleArns);
    }
  }

  /** An alarm that rolls the stage back if it goes off within so many minutes, 1 to 86400. */
  public record Alarm(String name, int minutes) {

    public Alarm {
      Guard.text("Alarm.name", name);
      Guard.within("Alarm.minutes", minutes, 1, AwsLimits.MAX_TIMEOUT_MINUTES);
    }
  }
}
