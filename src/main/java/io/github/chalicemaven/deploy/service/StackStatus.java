package io.github.chalicemaven.deploy.service;

import java.util.stream.Stream;

/**
 * A status of a CloudFormation stack, and what a deployment does about it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html">Stack
 *     status codes</a>
 */
public enum StackStatus {
  REVIEW_IN_PROGRESS(FirstStep.CREATE),
  CREATE_IN_PROGRESS(FirstStep.WAIT),
  CREATE_COMPLETE(FirstStep.UPDATE),
  CREATE_FAILED(FirstStep.RECREATE),
  ROLLBACK_IN_PROGRESS(FirstStep.WAIT),
  ROLLBACK_COMPLETE(FirstStep.RECREATE),
  ROLLBACK_FAILED(
      FirstStep.REFUSE,
      "its creation failed, and so did the deletion of what had been created. Delete the stack"
          + " (`mvn chalice:delete-pipeline`), then deploy again."),
  UPDATE_IN_PROGRESS(FirstStep.WAIT),
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS(FirstStep.WAIT),
  UPDATE_COMPLETE(FirstStep.UPDATE),
  UPDATE_FAILED(
      FirstStep.REFUSE,
      "its last update failed and was not rolled back. Roll it back (`aws cloudformation"
          + " rollback-stack --stack-name %s`), then deploy again."),
  UPDATE_ROLLBACK_IN_PROGRESS(FirstStep.WAIT),
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS(FirstStep.WAIT),
  UPDATE_ROLLBACK_COMPLETE(FirstStep.UPDATE),
  UPDATE_ROLLBACK_FAILED(
      FirstStep.REFUSE,
      "its last update failed, and so did the rollback. Remove the cause that the stack's events"
          + " name, continue the rollback (`aws cloudformation continue-update-rollback"
          + " --stack-name %s`; a resource that cannot be rolled back: --resources-to-skip"
          + " LOGICAL_ID), then deploy again."),
  IMPORT_IN_PROGRESS(FirstStep.WAIT),
  IMPORT_COMPLETE(FirstStep.UPDATE),
  IMPORT_ROLLBACK_IN_PROGRESS(FirstStep.WAIT),
  IMPORT_ROLLBACK_COMPLETE(FirstStep.UPDATE),
  IMPORT_ROLLBACK_FAILED(
      FirstStep.REFUSE,
      "an import of resources failed, and so did its rollback. Remove the cause that the stack's"
          + " events name, continue the rollback (`aws cloudformation continue-update-rollback"
          + " --stack-name %s`), then deploy again."),
  DELETE_IN_PROGRESS(FirstStep.WAIT),
  DELETE_COMPLETE(FirstStep.CREATE),
  DELETE_FAILED(
      FirstStep.REFUSE,
      "its deletion failed. Remove the cause that the stack's events name (often a bucket that is"
          + " not empty), delete the stack (`mvn chalice:delete-pipeline`), then deploy again."),
  /** One that AWS has added since. */
  UNKNOWN(
      FirstStep.REFUSE,
      "its status is unknown to this release of the plugin. Check the stack in the console.");

  /** What a deployment does first with a stack of that status. */
  public enum FirstStep {
    /** A change set that creates the stack. */
    CREATE,
    /** A change set that updates the stack. */
    UPDATE,
    /** Another operation runs: wait for its end, then look again. */
    WAIT,
    /** The stack was never created successfully and cannot be updated: delete it, then create. */
    RECREATE,
    /** A person has to act first. */
    REFUSE
  }

  private final FirstStep firstStep;
  private final String advice;

  StackStatus(FirstStep firstStep) {
    this(firstStep, "");
  }

  StackStatus(FirstStep firstStep, String advice) {
    this.firstStep = firstStep;
    this.advice = advice;
  }

  /** The status of that name; {@link #UNKNOWN} where there is none. */
  public static StackStatus of(String name) {
    return Stream.of(values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElse(UNKNOWN);
  }

  public FirstStep firstStep() {
    return firstStep;
  }

  /** Where a person has to act first: what happened and what to do. Empty otherwise. */
  public String advice(String stackName) {
    return String.format(advice, stackName);
  }

  /** Whether CloudFormation is at work on the stack. */
  public boolean isInProgress() {
    return firstStep == FirstStep.WAIT;
  }

  /** Whether the operation that led to this status reached its goal. */
  public boolean isSuccess() {
    return this == CREATE_COMPLETE
        || this == UPDATE_COMPLETE
        || this == IMPORT_COMPLETE
        || this == DELETE_COMPLETE;
  }
}
