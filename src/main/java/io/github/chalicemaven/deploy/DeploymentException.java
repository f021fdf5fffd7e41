package io.github.chalicemaven.deploy;

/**
 * A deployment cannot go on: AWS or the stack's state refuses it, or a person did. The message says
 * what happened and what to do; it needs no stack trace.
 */
public final class DeploymentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeploymentException(String message) {
    super(message);
  }

  public DeploymentException(String message, Throwable cause) {
    super(message, cause);
  }
}
