package io.github.chalicemaven.deploy;

/** Nothing is changed without a person's leave, given in the POM, on the command line or here. */
final class Leave {

  private final Dialog dialog;
  private final boolean given;

  Leave(Dialog dialog, boolean given) {
    this.dialog = dialog;
    this.given = given;
  }

  /**
   * Asks, where leave was not given before.
   *
   * @throws DeploymentException where it is not given, or nobody can be asked
   */
  void ask(String question) {
    if (given) {
      return;
    }
    if (!dialog.isInteractive()) {
      throw new DeploymentException(
          "nobody can be asked, in batch mode (-B) or without a terminal, and leave was not given"
              + " before: add -Dchalice.yes, or <yes>true</yes>. The question is: "
              + question);
    }
    if (!dialog.confirm(question)) {
      throw new DeploymentException("not confirmed; nothing was changed.");
    }
  }
}
