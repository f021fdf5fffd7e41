package io.github.chalicemaven.core.problem;

/** Ends a goal with a message for the user: what happened, and what to do. */
public class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FailureException(String message) {
    super(message);
  }

  public FailureException(String message, Throwable cause) {
    super(message, cause);
  }
}
