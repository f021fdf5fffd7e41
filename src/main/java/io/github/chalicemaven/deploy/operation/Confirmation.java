package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Dialog;

/** Nothing is changed without a person's confirmation, in the POM, on the command line or here. */
public final class Confirmation {

  /** The problem where there is neither a confirmation nor a terminal to ask for it. */
  public static final String MISSING =
      "confirmation is needed, and in batch mode (-B) or without a terminal the goal cannot ask for"
          + " it: add -Dchalice.yes, or <yes>true</yes>. -Dchalice.dryRun shows what would be done.";

  private final Dialog dialog;
  private final boolean given;

  Confirmation(Dialog dialog, boolean given) {
    this.dialog = dialog;
    this.given = given;
  }

  /**
   * Asks, unless it was given before.
   *
   * @throws DeploymentException where it is not given, or there is no terminal
   */
  void ask(String question) {
    if (given) {
      return;
    }
    if (!dialog.isInteractive()) {
      throw new DeploymentException(MISSING + " The question is: " + question);
    }
    if (!dialog.confirm(question)) {
      throw new DeploymentException("not confirmed; nothing was changed.");
    }
  }
}
