package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.deploy.DeploymentOptions;
import io.github.chalicemaven.deploy.StackDeletion;
import io.github.chalicemaven.deploy.StackTemplate;
import io.github.chalicemaven.deploy.StageStacks;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;

/** What {@code delete-pipeline} does. */
final class DeleteGoal {

  private final DeletePipelineMojo mojo;
  private final AwsAccess aws;

  DeleteGoal(DeletePipelineMojo mojo) {
    this.mojo = mojo;
    this.aws = new AwsAccess(mojo);
  }

  void run() throws IOException, MojoFailureException {
    Problems problems = new Problems();
    ResolvedPipeline resolved = mojo.resolve(problems);
    String name = aws.stackName(resolved.pipeline().appName(), problems);
    aws.checkConfirmation(mojo.yes || mojo.dryRun, problems);
    problems.throwIfAny();
    if (mojo.isCheckOnly()) {
      return;
    }
    DeploymentOptions options = aws.options(mojo.yes, mojo.dryRun, false, mojo.allowDataLoss);
    StackDeletion.Request request =
        new StackDeletion.Request(
            name,
            StageStacks.of(resolved.pipeline()),
            mojo.leaveStages,
            mojo.cloudFormationRoleArn);
    aws.open(
        name,
        (services, caller, dialog) -> {
          StackDeletion deletion =
              new StackDeletion(
                  services.stacks(),
                  dialog,
                  new RealTime(),
                  options,
                  StackTemplate::deletionPolicies,
                  aws.interruption());
          if (deletion.delete(request) && !mojo.dryRun) {
            dialog.say("Stack " + name + " is deleted.");
          }
        });
  }
}
