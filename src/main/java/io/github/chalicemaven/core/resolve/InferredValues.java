package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.pipeline.PythonVersion;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.util.ArrayList;
import java.util.List;

/** Says what was found without a setting, and where. */
final class InferredValues {

  private InferredValues() {}

  /** Notes the application's folder, and what has no setting. */
  static void note(
      PipelineSettings settings, ChaliceApp app, PythonVersion python, Problems problems) {
    List<String> values = new ArrayList<>();
    values.add("application " + app.directory());
    if (settings.repositoryDirectory == null) {
      values.add(
          "repository "
              + app.repository()
              + (app.isGit() ? " (has a .git)" : " (no .git found: the folder of the build)"));
    }
    if (settings.pythonVersion == null) {
      boolean isInFile = app.pythonVersion().isPresent();
      values.add("Python " + python + (isInFile ? " (.python-version)" : " (the default)"));
    }
    problems.infer("Using " + String.join(", ", values) + ".");
  }
}
