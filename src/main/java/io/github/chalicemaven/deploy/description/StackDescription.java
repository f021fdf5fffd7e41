package io.github.chalicemaven.deploy.description;

import io.github.chalicemaven.deploy.service.AwsServices;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Dialog;
import io.github.chalicemaven.deploy.service.Json;
import io.github.chalicemaven.deploy.service.Reason;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackService;
import io.github.chalicemaven.deploy.service.StackStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pipeline as it stands in AWS.
 *
 * @param stack its stack
 * @param pipelineName the pipeline's name; empty where the stack has none
 * @param pipelinePage its page in the console
 * @param state its stages; empty where AWS does not tell
 */
public record StackDescription(
    Stack stack,
    Optional<String> pipelineName,
    Optional<String> pipelinePage,
    Optional<PipelineState> state) {

  /**
   * Asks AWS.
   *
   * @return empty where there is no such stack
   */
  public static Optional<StackDescription> of(
      AwsServices aws, String stackName, String region, Dialog dialog) {
    StackService stacks = aws.stacks();
    Optional<Stack> found = stacks.find(stackName);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> pipeline = NextSteps.pipeline(stacks.resources(found.get().id()));
    return Optional.of(
        new StackDescription(
            found.get(),
            pipeline,
            pipeline.map(name -> ConsolePages.pipeline(region, name)),
            pipeline.flatMap(name -> state(aws, name, dialog))));
  }

  private static Optional<PipelineState> state(AwsServices aws, String pipeline, Dialog dialog) {
    try {
      return Optional.of(PipelineState.parse(aws.pipelines().state(pipeline)));
    } catch (DeploymentException e) {
      dialog.warn(e.getMessage());
      return Optional.empty();
    }
  }

  /** The description for people, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    String reason = stack.reason().isEmpty() ? "" : " (" + Reason.oneLine(stack.reason()) + ")";
    lines.add("Stack " + stack.name() + ": " + stack.status() + reason);
    if (stack.terminationProtection()) {
      lines.add("Termination protection: on");
    }
    stack.outputs().forEach((key, value) -> lines.add("Output " + key + " = " + value));
    pipelineName.ifPresent(name -> lines.add("Pipeline " + name + ": " + pipelinePage.orElse("")));
    for (PipelineState.Stage stage : stages()) {
      lines.add("  Stage " + stage.name() + ": " + stage.status());
      stage.errors().forEach(error -> lines.add("    " + error));
    }
    return lines;
  }

  /** The description for other programs. */
  public String json() {
    return Json.file(
        new Document(
            stack.name(),
            stack.id(),
            stack.status(),
            stack.reason(),
            stack.terminationProtection(),
            stack.drifted(),
            StackOutputs.sorted(stack),
            pipelineName.orElse(null),
            pipelinePage.orElse(null),
            stages()));
  }

  private record Document(
      String stackName,
      String stackId,
      StackStatus status,
      String reason,
      boolean terminationProtection,
      boolean drifted,
      Map<String, String> outputs,
      String pipeline,
      String page,
      List<PipelineState.Stage> stages) {}

  private List<PipelineState.Stage> stages() {
    return state.map(PipelineState::stages).orElse(List.of());
  }
}
