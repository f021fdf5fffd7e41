package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.deploy.StackTemplate;
import io.github.chalicemaven.deploy.operation.DeploymentResult.Outcome;
import io.github.chalicemaven.deploy.service.Caller;
import io.github.chalicemaven.deploy.service.ChangeSet;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Dialog;
import io.github.chalicemaven.deploy.service.Reason;
import io.github.chalicemaven.deploy.service.ResourceChange;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackEvent;
import io.github.chalicemaven.deploy.service.StackRequest;
import io.github.chalicemaven.deploy.service.StackService;
import io.github.chalicemaven.deploy.service.StackStatus;
import io.github.chalicemaven.deploy.service.StackStatus.FirstStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deploys a template as a stack, always through a change set that is shown first, and follows the
 * events. A change set that fails or is refused is deleted.
 */
public final class StackDeployment {

  /** How often an interrupted deployment looks whether its change set can be deleted. */
  private static final int LAST_LOOKS = 10;

  private final StackService stacks;
  private final Dialog dialog;
  private final DeploymentOptions options;
  private final Masks masks;
  private final Confirmation confirmation;
  private final Follower follower;
  private final StackRemoval removal;
  private final Interruption interruption;

  public StackDeployment(
      StackService stacks,
      Dialog dialog,
      Time time,
      DeploymentOptions options,
      Masks masks,
      Interruption interruption) {
    this.stacks = stacks;
    this.dialog = dialog;
    this.options = options;
    this.masks = masks;
    this.confirmation = new Confirmation(dialog, options.yes());
    this.follower = new Follower(stacks, dialog, time, options.timeout(), options.zone());
    this.removal = new StackRemoval(stacks, follower, interruption);
    this.interruption = interruption;
  }

  /**
   * Deploys.
   *
   * @param changeSetName a name that no change set of the stack has
   * @throws DeploymentException where AWS, the stack's state, a data loss or a person stands
   *     against it
   */
  public DeploymentResult deploy(StackRequest request, String changeSetName) {
    Caller caller = stacks.caller();
    dialog.say("Stack " + request.stackName() + ": " + caller);
    Optional<Stack> stack = follower.settled(request.stackName());
    FirstStep step = stack.map(present -> present.status().firstStep()).orElse(FirstStep.CREATE);
    if (step == FirstStep.REFUSE) {
      throw refusal(stack.orElseThrow());
    }
    stack.filter(Stack::drifted).ifPresent(this::warnOfDrift);
    if (step == FirstStep.RECREATE) {
      if (options.dryRun()) {
        return recreationShown(request, caller, stack.orElseThrow());
      }
      deleteFailed(stack.orElseThrow(), request.roleArn());
      stack = Optional.empty();
      step = FirstStep.CREATE;
    }
    boolean creates = step == FirstStep.CREATE;
    demandValues(request, creates ? Set.of() : stack.orElseThrow().parameters());
    Optional<ChangeSet> changeSet =
        interruption
            .review(
                () -> stacks.createChangeSet(request, creates, changeSetName),
                id -> id.ifPresent(made -> discardComputed(made, request.stackName())))
            .map(id -> prepared(id, request.stackName()));
    if (changeSet.isPresent() && !changeSet.get().isEmpty()) {
      return reviewed(request, caller, changeSet.get(), creates);
    }
    changeSet.ifPresent(present -> undo(present.id(), request.stackName()));
    dialog.say("No changes: stack " + request.stackName() + " matches the template.");
    return new DeploymentResult(Outcome.UNCHANGED, stack, report(request, caller, List.of()));
  }

  /** Each kept parameter needs a value to keep. */
  private static void demandValues(StackRequest request, Set<String> present) {
    List<String> missing =
        request.keptParameters().stream()
            .filter(name -> !present.contains(name))
            .sorted()
            .map(StackTemplate::place)
            .toList();
    if (!missing.isEmpty()) {
      throw new DeploymentException(
          "the stack has no value yet for parameters without a default; set "
              + String.join(", ", missing)
              + ".");
    }
  }

  private static DeploymentException refusal(Stack stack) {
    String reason = stack.reason().isEmpty() ? "" : " (" + Reason.oneLine(stack.reason()) + ")";
    return new DeploymentException(
        "stack "
            + stack.name()
            + " is in "
            + stack.status()
            + reason
            + ": "
            + stack.status().advice(stack.name()));
  }

  private void warnOfDrift(Stack stack) {
    dialog.warn(
        "Stack "
            + stack.name()
            + " has drifted: some of its resources were changed outside the stack. The change set"
            + " compares templates and does not show it; a deployment may undo such changes.");
  }

  private DeploymentResult recreationShown(StackRequest request, Caller caller, Stack stack) {
    dialog.warn(neverSucceeded(stack) + " A deployment deletes it and creates it again.");
    return new DeploymentResult(
        Outcome.REVIEWED, Optional.of(stack), report(request, caller, List.of()));
  }

  /** A stack whose creation failed cannot be updated. */
  private void deleteFailed(Stack stack, String roleArn) {
    if (hasSucceeded(stack)) {
      throw new DeploymentException(
          "stack "
              + stack.name()
              + " is in "
              + stack.status()
              + " and cannot be updated, but it was in use before, so the goal does not delete it. Delete"
              + " it with `mvn chalice:delete-pipeline`, then deploy again.");
    }
    DataLoss.refuse(DataLoss.deletions(stacks.resources(stack.id()), options.allowDataLoss()));
    confirmation.ask(neverSucceeded(stack) + " Delete it and create it again?");
    dialog.say("Deleting stack " + stack.name() + ", which was never created successfully.");
    removal.remove(stack, roleArn);
  }

  private boolean hasSucceeded(Stack stack) {
    return stacks.eventsAfter(stack.id(), null).stream()
        .anyMatch(event -> event.isOfStack() && StackStatus.of(event.status()).isSuccess());
  }

  private static String neverSucceeded(Stack stack) {
    return "Stack "
        + stack.name()
        + " is in "
        + stack.status()
        + ": it was never created successfully, and cannot be updated.";
  }

  /** Waits until AWS has computed the change set. */
  private ChangeSet prepared(String id, String stackName) {
    boolean usable = false;
    try {
      ChangeSet changeSet = stacks.describeChangeSet(id);
      while (changeSet.isPending()) {
        dialog.status("Computing the change set of " + stackName);
        follower.rest(stackName);
        changeSet = stacks.describeChangeSet(id);
      }
      usable = changeSet.isReady() || changeSet.isEmpty();
      if (!usable) {
        throw new DeploymentException("the change set failed: " + problem(changeSet));
      }
      return changeSet;
    } finally {
      dialog.status("");
      if (!usable) {
        undo(id, stackName);
      }
    }
  }

  private String problem(ChangeSet changeSet) {
    StringBuilder problem = new StringBuilder(Reason.explained(changeSet.reason()));
    for (String error : stacks.validationErrors(changeSet.id())) {
      problem.append("\n  - ").append(Reason.explained(error));
    }
    return problem.toString();
  }

  private DeploymentResult reviewed(
      StackRequest request, Caller caller, ChangeSet changeSet, boolean creates) {
    ChangeSetReport report = report(request, caller, changeSet.changes());
    boolean executed = false;
    try {
      dialog.say("Change set: " + report.summary());
      report.lines().forEach(dialog::say);
      if (!options.dryRun()) {
        DataLoss.refuse(DataLoss.refusals(changeSet.changes(), options.allowDataLoss()));
        confirmation.ask("Execute this change set in " + caller + "?");
        String newest = begin(request, changeSet, creates);
        executed = true;
        return followed(request, report, changeSet, newest, creates);
      }
      DataLoss.refusals(changeSet.changes(), options.allowDataLoss()).forEach(dialog::warn);
      return new DeploymentResult(Outcome.REVIEWED, Optional.empty(), report);
    } finally {
      if (!executed) {
        undo(changeSet.id(), request.stackName());
      }
    }
  }

  private String begin(StackRequest request, ChangeSet changeSet, boolean creates) {
    String newest = stacks.newestEvent(changeSet.stackId());
    if (!interruption.work(() -> execute(request, changeSet, creates))) {
      throw new DeploymentException(
          "stack "
              + request.stackName()
              + " was changed by something else while the change set was shown, which makes the"
              + " change set invalid. Nothing was changed; deploy again.");
    }
    return newest;
  }

  private boolean execute(StackRequest request, ChangeSet changeSet, boolean creates) {
    if (creates && options.terminationProtection()) {
      stacks.setTerminationProtection(request.stackName(), true);
    }
    return stacks.execute(changeSet.id());
  }

  private DeploymentResult followed(
      StackRequest request,
      ChangeSetReport report,
      ChangeSet changeSet,
      String newest,
      boolean creates) {
    List<StackEvent> events =
        follower.follow(changeSet.stackId(), newest, changeSet.changes().size());
    interruption.done();
    StackStatus status = RootCause.demandSuccess(events);
    dialog.say("Stack " + request.stackName() + " is in " + status + ".");
    return new DeploymentResult(
        creates ? Outcome.CREATED : Outcome.UPDATED, stacks.find(changeSet.stackId()), report);
  }

  private ChangeSetReport report(
      StackRequest request, Caller caller, List<ResourceChange> changes) {
    return ChangeSetReport.of(request.stackName(), caller, changes, masks);
  }

  private void undo(String changeSetId, String stackName) {
    interruption.undo(() -> discard(changeSetId, stackName));
  }

  /** Deletes the change set, and the stack where it stands for this review only. */
  private void discard(String changeSetId, String stackName) {
    try {
      stacks.deleteChangeSet(changeSetId);
      Optional<Stack> reviewed =
          stacks.find(stackName).filter(stack -> stack.status() == StackStatus.REVIEW_IN_PROGRESS);
      if (reviewed.isPresent() && stacks.countChangeSets(reviewed.get().id()) == 0) {
        removal.begin(reviewed.get(), null);
      }
    } catch (DeploymentException e) {
      dialog.warn("The change set " + changeSetId + " was not deleted: " + e.getMessage());
    }
  }

  /** CloudFormation may refuse to delete a change set that it has not computed yet. */
  private void discardComputed(String id, String stackName) {
    try {
      for (int look = 0; look < LAST_LOOKS && stacks.describeChangeSet(id).isPending(); look++) {
        follower.rest(stackName);
      }
    } catch (DeploymentException e) {
      dialog.detail(e.getMessage());
    }
    discard(id, stackName);
  }
}
