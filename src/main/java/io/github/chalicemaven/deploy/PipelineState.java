package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.problem.Problems;
import java.util.List;
import java.util.Map;

/**
 * Where a pipeline stands: the last execution of each of its stages.
 *
 * @param stages in the pipeline's order
 */
public record PipelineState(List<Stage> stages) {

  /**
   * A stage.
   *
   * @param name its name
   * @param status of its last execution, for example {@code Succeeded}; {@code NotStarted} where it
   *     has none
   * @param errors of its actions, a sentence each
   */
  public record Stage(String name, String status, List<String> errors) {

    public Stage {
      errors = List.copyOf(errors);
    }
  }

  public PipelineState {
    stages = List.copyOf(stages);
  }

  /** From what {@link PipelineService#state} answers. */
  public static PipelineState parse(String json) {
    return new PipelineState(
        DocumentReader.parse("GetPipelineState.json", json, new Problems())
            .map(answer -> items(answer, "stageStates").stream().map(PipelineState::stage).toList())
            .orElse(List.of()));
  }

  private static Stage stage(Value stage) {
    String status = text(entry(stage, "latestExecution"), "status");
    return new Stage(
        text(stage, "stageName"),
        status.isEmpty() ? "NotStarted" : status,
        items(stage, "actionStates").stream()
            .filter(action -> !error(action).isEmpty())
            .map(action -> text(action, "actionName") + ": " + RootCause.explained(error(action)))
            .toList());
  }

  private static String error(Value action) {
    return text(entry(entry(action, "latestExecution"), "errorDetails"), "message");
  }

  private static List<Value> items(Value value, String key) {
    return entry(value, key) instanceof Value.Sequence sequence ? sequence.items() : List.of();
  }

  private static String text(Value value, String key) {
    return entry(value, key) instanceof Value.Text text ? text.text() : "";
  }

  private static Value entry(Value value, String key) {
    return value instanceof Value.Mapping mapping
        ? mapping.entries().getOrDefault(key, new Value.Mapping(Map.of()))
        : new Value.Mapping(Map.of());
  }
}
