package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.DeploymentPlan;
import io.github.chalicemaven.deploy.StackPart;
import io.github.chalicemaven.deploy.description.StackDescription;
import io.github.chalicemaven.deploy.service.DeploymentException;
import java.io.IOException;
import java.util.List;

/** What {@code describe-pipeline} does. */
final class DescribeGoal {

  private final DescribePipelineMojo mojo;
  private final AwsAccess aws;

  DescribeGoal(DescribePipelineMojo mojo) {
    this.mojo = mojo;
    this.aws = new AwsAccess(mojo);
  }

  void run() throws IOException {
    Problems problems = new Problems();
    if (mojo.format != null && !mojo.format.matches("text|json")) {
      problems.add(Setting.of("format", mojo.format), "use `text` or `json`.");
    }
    ResolvedPipeline resolved = mojo.resolve(problems);
    DeploymentPlan plan = aws.plan(resolved, PipelineGenerator.render(resolved), problems);
    List<DeploymentPlan.Step> steps =
        plan.steps(mojo.part == null ? StackPart.PIPELINE : mojo.part, problems);
    problems.throwIfAny();
    String name = steps.get(0).part().stackName();
    aws.open(
        steps.get(0),
        (services, caller, dialog) -> {
          dialog.say("Stack " + name + ": " + caller);
          StackDescription description =
              StackDescription.of(services, name, caller.region(), dialog)
                  .orElseThrow(
                      () ->
                          new DeploymentException(
                              "there is no stack "
                                  + name
                                  + " in "
                                  + caller
                                  + ". Deploy it with `mvn chalice:deploy-pipeline`."));
          description.lines().forEach(dialog::say);
          if ("json".equals(mojo.format)) {
            aws.write("pipeline-description.json", description.json());
          }
        });
  }
}
