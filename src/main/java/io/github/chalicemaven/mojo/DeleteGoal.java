package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.deploy.DeploymentPlan;
import io.github.chalicemaven.deploy.StackPart;
import io.github.chalicemaven.deploy.StageStacks;
import io.github.chalicemaven.deploy.operation.DeploymentOptions;
import io.github.chalicemaven.deploy.operation.StackDeletion;
import io.github.chalicemaven.deploy.service.DeploymentException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code delete-pipeline} does. */
final class DeleteGoal {

  private final DeletePipelineMojo mojo;
  private final AwsAccess aws;

  DeleteGoal(DeletePipelineMojo mojo) {
    this.mojo = mojo;
    this.aws = new AwsAccess(mojo);
  }

  void run() throws IOException {
    Problems problems = new Problems();
    ResolvedPipeline resolved = mojo.resolve(problems);
    Rendered rendered = PipelineGenerator.render(resolved);
    List<DeploymentPlan.Step> steps =
        aws.plan(resolved, rendered, problems).reversed().steps(mojo.part, problems);
    aws.checkConfirmation(mojo, problems);
    problems.throwIfAny();
    if (mojo.isCheckOnly()) {
      return;
    }
    if (!mojo.leaveStages && !mojo.dryRun) {
      refuseStages(steps, resolved.pipeline());
    }
    for (DeploymentPlan.Step step : steps) {
      delete(step, resolved.pipeline());
    }
  }

  /**
   * Refuses where stacks of stages still exist in other accounts and regions, before anything is
   * deleted. The first part's own region is looked at after what goes with it is shown.
   */
  private void refuseStages(List<DeploymentPlan.Step> steps, Pipeline pipeline) throws IOException {
    List<String> standing = new ArrayList<>();
    for (DeploymentPlan.Step step : steps) {
      for (Map.Entry<Optional<String>, List<String>> stages :
          StageStacks.of(pipeline, step.part()).entrySet()) {
        boolean isFirst = step == steps.get(0) && stages.getKey().equals(step.part().region());
        if (!isFirst && !stages.getValue().isEmpty()) {
          aws.open(
              step.in(stages.getKey()),
              (services, caller, dialog) ->
                  stages.getValue().stream()
                      .filter(name -> services.stacks().find(name).isPresent())
                      .map(name -> name + " in " + caller.account() + ", " + caller.region())
                      .forEach(standing::add));
        }
      }
    }
    if (!standing.isEmpty()) {
      throw new DeploymentException(StackDeletion.stillExist(standing));
    }
  }

  private void delete(DeploymentPlan.Step step, Pipeline pipeline) throws IOException {
    StackPart part = step.part();
    StackDeletion.Request request =
        new StackDeletion.Request(
            part.stackName(),
            StageStacks.of(pipeline, part).get(part.region()),
            mojo.leaveStages,
            part.isPipeline() ? mojo.cloudFormationRoleArn : null);
    DeploymentOptions options = aws.options(mojo, false);
    aws.open(
        step,
        (services, caller, dialog) -> {
          StackDeletion deletion =
              new StackDeletion(
                  services.stacks(), dialog, new RealTime(), options, aws.interruption());
          if (deletion.delete(request) && !mojo.dryRun) {
            dialog.say("Stack " + request.stackName() + " is deleted.");
          }
        });
  }
}
