package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.CheckedOutBranch;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.PipelineSettings;

/** Says which branch is deployed where the user chose none. */
final class DeployedBranch {

  private DeployedBranch() {}

  /**
   * Adds a note, unless the user chose a branch or the source has none.
   *
   * @param branch the default
   */
  static void note(
      PipelineSettings settings, Source source, String branch, ChaliceApp app, Problems problems) {
    boolean chosen =
        settings.branch != null || settings.source != null && settings.source.branch != null;
    if (chosen || source instanceof Source.S3Object) {
      return;
    }
    String elsewhere =
        CheckedOutBranch.of(app.repository())
            .filter(other -> !other.equals(branch))
            .map(other -> "; the branch checked out here is " + Setting.shown(other))
            .orElse("");
    problems.note(
        "The pipeline deploys the branch "
            + branch
            + ", the default"
            + elsewhere
            + ". Choose one with "
            + Setting.place("branch")
            + ".");
  }
}
