package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.deploy.service.Stack;
import java.util.Objects;
import java.util.Optional;

/**
 * What a deployment led to.
 *
 * @param outcome in a word
 * @param stack the stack afterwards; empty where there is none
 * @param report the change set; without changes where AWS could not make one
 */
public record DeploymentResult(Outcome outcome, Optional<Stack> stack, ChangeSetReport report) {

  /** What has become of the stack. */
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    /** Only shown. */
    REVIEWED
  }

  public DeploymentResult {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(stack, "stack");
    Objects.requireNonNull(report, "report");
  }
}
