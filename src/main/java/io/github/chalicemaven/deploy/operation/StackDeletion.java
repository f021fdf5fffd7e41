package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.deploy.StackTemplate;
import io.github.chalicemaven.deploy.service.Caller;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Dialog;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackResource;
import io.github.chalicemaven.deploy.service.StackService;
import io.github.chalicemaven.deploy.service.StackStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deletes a pipeline's stack: shows first what goes and what stays, and follows the events. */
public final class StackDeletion {

  private final StackService stacks;
  private final Dialog dialog;
  private final DeploymentOptions options;
  private final Confirmation confirmation;
  private final Follower follower;
  private final StackRemoval removal;

  /**
   * What is deleted.
   *
   * @param stackName the pipeline's stack
   * @param stageStacks the stacks that the pipeline's stages have deployed
   * @param withoutStages whether they may stay behind
   * @param roleArn the role that CloudFormation assumes; null: that of the last operation
   */
  public record Request(
      String stackName, List<String> stageStacks, boolean withoutStages, String roleArn) {

    public Request {
      stageStacks = List.copyOf(stageStacks);
    }
  }

  public StackDeletion(
      StackService stacks,
      Dialog dialog,
      Time time,
      DeploymentOptions options,
      Interruption interruption) {
    this.stacks = stacks;
    this.dialog = dialog;
    this.options = options;
    this.confirmation = new Confirmation(dialog, options.yes());
    this.follower = new Follower(stacks, dialog, time, options.timeout(), options.zone());
    this.removal = new StackRemoval(stacks, follower, interruption);
  }

  /**
   * Deletes.
   *
   * @return whether there was a stack
   * @throws DeploymentException where stages still exist, data would be lost, a person or AWS
   *     stands against it
   */
  public boolean delete(Request request) {
    Caller caller = stacks.caller();
    dialog.say("Stack " + request.stackName() + ": " + caller);
    Optional<Stack> found = follower.settled(request.stackName());
    if (found.isEmpty()) {
      dialog.say("There is no stack " + request.stackName() + "; nothing to delete.");
      return false;
    }
    Stack stack = found.get();
    if (stack.status() != StackStatus.REVIEW_IN_PROGRESS) {
      show(stack);
    }
    if (options.dryRun()) {
      return true;
    }
    refuseStages(request);
    confirmation.ask(
        (stack.terminationProtection()
                ? "Turn off the termination protection of stack " + stack.name() + " and delete it"
                : "Delete stack " + stack.name())
            + " in "
            + caller
            + "?");
    removal.remove(stack, request.roleArn());
    return true;
  }

  private void show(Stack stack) {
    Map<String, String> policies = StackTemplate.deletionPolicies(stacks.template(stack.id()));
    List<StackResource> goes = new ArrayList<>();
    for (StackResource resource : stacks.resources(stack.id())) {
      String policy = policies.getOrDefault(resource.logicalId(), "Delete");
      if (!resource.exists()) {
        continue;
      }
      if (policy.startsWith("Retain")) {
        dialog.say("  Kept     " + described(resource));
      } else {
        goes.add(resource);
        dialog.say("  Deleted  " + described(resource));
      }
    }
    List<String> losses = DataLoss.deletions(goes, options.allowDataLoss());
    if (options.dryRun()) {
      losses.forEach(dialog::warn);
    } else {
      DataLoss.refuse(losses);
    }
  }

  private static String described(StackResource resource) {
    return resource.logicalId() + " (" + resource.type() + ", " + resource.physicalId() + ")";
  }

  /** The stages' stacks are deleted with a role of the pipeline's stack. */
  private void refuseStages(Request request) {
    if (request.withoutStages()) {
      return;
    }
    List<String> standing =
        request.stageStacks().stream().filter(name -> stacks.find(name).isPresent()).toList();
    if (!standing.isEmpty()) {
      throw new DeploymentException(stillExist(standing));
    }
  }

  /** What is wrong where stages' stacks still exist, and what to do. */
  public static String stillExist(List<String> stacks) {
    return "the stages' stacks still exist: "
        + String.join(", ", stacks)
        + ". The role that deploys and deletes them is deleted with the pipeline. Delete them first"
        + " (`aws cloudformation delete-stack --stack-name "
        + stacks.get(0).replaceFirst(" .*", "")
        + "`), or leave them with -Dchalice.leaveStages.";
  }
}
