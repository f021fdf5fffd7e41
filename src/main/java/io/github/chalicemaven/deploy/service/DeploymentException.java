package io.github.chalicemaven.deploy.service;

import io.github.chalicemaven.core.problem.FailureException;

/** A deployment cannot go on: AWS or the stack's state refuses it, or a person did. */
public final class DeploymentException extends FailureException {

  private static final long serialVersionUID = 1L;

  public DeploymentException(String message) {
    super(message);
  }

  public DeploymentException(String message, Throwable cause) {
    super(message, cause);
  }
}
