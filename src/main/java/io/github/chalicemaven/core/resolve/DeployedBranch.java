package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.GitFiles;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.PipelineSettings;

/** Says which branch is deployed where the user chose none. */
final class DeployedBranch {

  private DeployedBranch() {}

  /**
   * Adds a note, and a warning if another branch is checked out, unless the user chose a branch or
   * the source has none.
   *
   * @param branch the default
   */
  static void tell(
      PipelineSettings settings, Source source, String branch, ChaliceApp app, Problems problems) {
    boolean chosen =
        settings.branch != null || settings.source != null && settings.source.branch != null;
    if (chosen || source instanceof Source.S3Object) {
      return;
    }
    problems.note(
        "The pipeline deploys the default branch, "
            + branch
            + ". To deploy another branch, set "
            + Setting.place("branch")
            + ".");
    String checkedOut = GitFiles.checkedOutBranch(app.repository()).orElse(branch);
    if (!checkedOut.equals(branch)) {
      problems.warn(
          "The branch that is checked out is "
              + Setting.shown(checkedOut)
              + ", but the pipeline deploys the default branch, "
              + branch
              + ".");
    }
  }
}
