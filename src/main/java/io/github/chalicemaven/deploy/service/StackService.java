package io.github.chalicemaven.deploy.service;

import java.util.List;
import java.util.Optional;

/**
 * What a deployment needs of CloudFormation. Each method asks AWS, retries what AWS or the network
 * may do better a moment later, reads all pages, and throws {@link DeploymentException} with what
 * to do where AWS refuses.
 */
public interface StackService {

  /** Who calls, and where. */
  Caller caller();

  /** The stack of that name or ARN; by name, one that is deleted is not found. */
  Optional<Stack> find(String nameOrId);

  /**
   * Begins a change set.
   *
   * @param creates whether the stack is new
   * @param name the change set's name, new in the stack
   * @return its ARN; empty where there is nothing to change, and so no change set
   */
  Optional<String> createChangeSet(StackRequest request, boolean creates, String name);

  ChangeSet describeChangeSet(String changeSetId);

  /** What AWS's early validation found wrong; empty where the service does not offer it. */
  List<String> validationErrors(String changeSetId);

  /** How many change sets the stack has. */
  int countChangeSets(String stackId);

  /**
   * Begins the execution.
   *
   * @return false where the change set is no longer valid: something else has changed the stack
   */
  boolean execute(String changeSetId);

  void deleteChangeSet(String changeSetId);

  void setTerminationProtection(String stackName, boolean on);

  /** Begins the deletion of a stack. */
  void deleteStack(String stackId, String roleArn);

  /** The stack's events after the one with that ID, oldest first; null: all of them. */
  List<StackEvent> eventsAfter(String stackId, String eventId);

  /** The ID of the stack's newest event; null where it has none. */
  String newestEvent(String stackId);

  List<StackResource> resources(String stackId);

  /** The text of the template that the stack was made from. */
  String template(String stackId);
}
