package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.pipeline.Build;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.PipelineVersion;
import io.github.chalicemaven.core.pipeline.PythonVersion;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Warns of what AWS no longer supports, or will not support from a day on. Never a problem: a build
 * does not fail because a day has passed.
 */
final class LifecycleWarnings {

  private static final String USE_V3 = " Use <pipelineVersion>v3</pipelineVersion>";

  /** Images of Amazon Linux 2 that are not the older name of an image of Amazon Linux 2023. */
  private static final Pattern AMAZON_LINUX_2 =
      Pattern.compile("aws/codebuild/amazonlinux2-(x86_64|aarch64)-standard:[1-4]\\..*");

  /** The images whose {@code pip} is not in the {@code PATH} of {@code sudo}. */
  private static final Pattern PYENV_IMAGE =
      Pattern.compile("aws/codebuild/(amazonlinux.*|standard):.*");

  private static final Pattern PLAIN_VERSION = Pattern.compile("\\d+\\.\\d+");

  private final LocalDate today;
  private final Problems problems;

  LifecycleWarnings(LocalDate today, Problems problems) {
    this.today = today;
    this.problems = problems;
  }

  void warn(Pipeline pipeline, ChaliceApp app) {
    runtime(pipeline.build().python());
    if (pipeline.version() == PipelineVersion.V3) {
      return;
    }
    image(pipeline.version(), pipeline.build());
    if (pipeline.version() == PipelineVersion.V2 && pipeline.build().hasCodeBuildImage()) {
      app.pythonVersion().ifPresent(file -> pythonVersionFile(file, pipeline.build().python()));
    }
    if (pipeline.source() instanceof Source.GitHubToken) {
      problems.note(
          "The pipeline reads GitHub with a personal access token, which AWS no longer recommends."
              + USE_V3
              + " for a connection instead.");
    }
    problems.note(
        "The "
            + pipeline.version()
            + " pipeline polls its source, and AWS stops polling a pipeline that has had no execution"
            + " for 30 days."
            + USE_V3
            + ", which is started by events.");
  }

  private void runtime(PythonVersion python) {
    String later =
        " Choose a later version with " + Setting.place("pythonVersion") + " or .python-version.";
    if (python.isRefusedByLambda()) {
      problems.warn(
          "Lambda no longer creates or updates functions with the runtime python"
              + python
              + ", so every deployment will fail."
              + later);
    } else if (!python.lambdaDeprecation().isAfter(today)) {
      problems.warn(
          "The Lambda runtime python"
              + python
              + " has been deprecated since "
              + python.lambdaDeprecation()
              + python
                  .lambdaCreationBlock()
                  .map(day -> "; no function can be created with it from " + day + " on")
                  .orElse("")
              + python.lambdaUpdateBlock().map(day -> ", or updated from " + day + " on").orElse("")
              + "."
              + later);
    }
  }

  private void image(PipelineVersion version, Build build) {
    String image = build.image();
    if (version == PipelineVersion.V1 && PYENV_IMAGE.matcher(image).matches()) {
      problems.warn(
          "The v1 pipeline's build runs `sudo pip`, which "
              + image
              + " does not have, so every build will fail."
              + USE_V3
              + " or v2.");
    }
    if (AMAZON_LINUX_2.matcher(image).matches()) {
      problems.warn(
          "CodeBuild no longer maintains the image "
              + image
              + "."
              + USE_V3
              + " with Python 3.9 or later, or another "
              + Setting.place("codebuildImage")
              + ".");
    }
    if (image.contains(".dkr.ecr")) {
      problems.warn(
          "The "
              + version
              + " pipeline's build role cannot pull the private image "
              + image
              + "."
              + USE_V3
              + ", or allow CodeBuild to pull it in the repository's policy.");
    }
  }

  /** A {@code .python-version} beats {@code runtime-versions} in CodeBuild's images. */
  private void pythonVersionFile(Setting file, PythonVersion python) {
    if (PLAIN_VERSION.matcher(file.value()).matches() && file.value().equals(python.toString())) {
      return;
    }
    problems.warn(
        file.place()
            + " says `"
            + Setting.shown(file.value())
            + "`, which pyenv in CodeBuild's image uses instead of Python "
            + python
            + "; the build fails if that is not installed. Write "
            + python
            + " into the file, or use <pipelineVersion>v3</pipelineVersion>, which overrides it.");
  }
}
