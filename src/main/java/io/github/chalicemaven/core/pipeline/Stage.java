package io.github.chalicemaven.core.pipeline;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stage that the application is deployed to.
 *
 * @param id the name for logical IDs and for the pipeline, for example {@code Beta}
 * @param chaliceStage the stage in {@code .chalice/config.json}
 * @param stackName the application's stack; {@code ${ApplicationName}} in it is the parameter
 * @param parameterOverrides by parameter of the application's template
 * @param testCommands after the deployment
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
    Optional<Alarm> alarm) {

  public Stage {
    parameterOverrides = Collections.unmodifiableMap(new TreeMap<>(parameterOverrides));
    capabilities = List.copyOf(capabilities);
    testCommands = List.copyOf(testCommands);
  }

  /** The build's artifact for this stage. */
  public String templateFile() {
    return "transformed-" + chaliceStage + ".yaml";
  }

  /** What becomes of a stage that fails. */
  public enum OnFailure {
    /** The stage goes back to its last good execution. */
    ROLLBACK,
    /** All its actions run again, once. */
    RETRY,
    /** It stays failed. */
    STOP
  }

  /**
   * A manual approval.
   *
   * @param topic who is told
   * @param timeoutMinutes 5 to 86400; empty for CodePipeline's default
   */
  public record Approval(
      Optional<String> message,
      Optional<String> reviewUrl,
      Optional<Topic> topic,
      Optional<Integer> timeoutMinutes,
      boolean afterChangeSet) {}

  /** An alarm that rolls the stage back if it goes off within so many minutes. */
  public record Alarm(String name, int minutes) {}
}
