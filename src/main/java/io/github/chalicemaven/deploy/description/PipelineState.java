package io.github.chalicemaven.deploy.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Json;
import io.github.chalicemaven.deploy.service.PipelineService;
import io.github.chalicemaven.deploy.service.Reason;
import java.util.ArrayList;
import java.util.List;

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
    try {
      List<Stage> stages = new ArrayList<>();
      for (JsonNode stage : Json.parse(json).path("stageStates")) {
        stages.add(stage(stage));
      }
      return new PipelineState(stages);
    } catch (JsonProcessingException e) {
      throw new DeploymentException("codepipeline:GetPipelineState: the answer is not JSON.", e);
    }
  }

  private static Stage stage(JsonNode stage) {
    List<String> errors = new ArrayList<>();
    for (JsonNode action : stage.path("actionStates")) {
      String error = action.path("latestExecution").path("errorDetails").path("message").asText();
      if (!error.isEmpty()) {
        errors.add(action.path("actionName").asText() + ": " + Reason.explained(error));
      }
    }
    return new Stage(
        stage.path("stageName").asText(),
        stage.path("latestExecution").path("status").asText("NotStarted"),
        errors);
  }
}
