package io.github.chalicemaven.core.resolve;

import static io.github.chalicemaven.core.pipeline.PipelineVersion.V1;
import static io.github.chalicemaven.core.pipeline.PipelineVersion.V2;
import static io.github.chalicemaven.core.pipeline.PipelineVersion.V3;
import static io.github.chalicemaven.core.pipeline.PythonVersion.PYTHON_3_10;
import static io.github.chalicemaven.core.pipeline.PythonVersion.PYTHON_3_7;
import static io.github.chalicemaven.core.pipeline.PythonVersion.PYTHON_3_9;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.PipelineVersion;
import io.github.chalicemaven.core.pipeline.PythonVersion;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Resolves {@code <codebuildImage>}, and says which image and which Python go together. */
final class ImageResolver {

  private static final String AMAZON_LINUX_2023 = "aws/codebuild/amazonlinux-x86_64-standard:5.0";
  private static final String AMAZON_LINUX_2 = "aws/codebuild/amazonlinux2-x86_64-standard:";

  /** Images of CodeBuild for another kind of machine than a Linux container. */
  private static final Pattern OTHER_MACHINE =
      Pattern.compile("aws/codebuild/(.*-lambda-.*|windows.*|macos.*)");

  private static final Pattern ARM = Pattern.compile("aws/codebuild/.*aarch64.*");

  private static final PythonVersion NEWEST =
      PythonVersion.values()[PythonVersion.values().length - 1];

  /** CodeBuild's images, with the Pythons that {@code runtime-versions} finds in them. */
  private static final List<Pythons> PYTHONS =
      List.of(
          new Pythons(
              "amazonlinux2-(x86_64-standard:[23]|aarch64-standard:[12])|standard:[345]",
              PYTHON_3_7,
              PYTHON_3_9),
          new Pythons("amazonlinux2?-x86_64-standard:4", PYTHON_3_9, PYTHON_3_9),
          new Pythons("standard:6", PYTHON_3_10, PYTHON_3_10),
          new Pythons(
              "amazonlinux2?-(x86_64-standard:5|aarch64-standard:3)|standard:7",
              PYTHON_3_9,
              NEWEST),
          new Pythons(
              "amazonlinux-(x86_64-standard:6|aarch64-standard:4)|standard:8",
              PYTHON_3_10,
              NEWEST));

  private final PipelineSettings settings;
  private final Problems problems;

  ImageResolver(PipelineSettings settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /** The image; it is what the user wants only if no problem was added. */
  String resolve(
      Optional<PipelineVersion> version, Optional<PythonVersion> python, Setting pythonSetting) {
    boolean v2 = version.orElse(null) == V2;
    boolean v3 = version.orElse(null) == V3;
    PythonVersion oldest = v3 ? PYTHON_3_9 : PYTHON_3_7;
    boolean isTooOld = python.isPresent() && !python.get().isAtLeast(oldest);
    if ((v2 || v3) && isTooOld) {
      problems.add(
          pythonSetting,
          "the "
              + version.get()
              + " pipeline requires Python "
              + oldest
              + " or later. Use a later Python, or <pipelineVersion>"
              + (v3 ? V2 : V1)
              + "</pipelineVersion>.");
    }
    if (settings.codebuildImage != null) {
      if (!AwsLimits.CODEBUILD_IMAGE.matcher(settings.codebuildImage).matches()) {
        problems.add(
            Setting.of("codebuildImage", settings.codebuildImage),
            "this is not the name of a container image. Use a name such as"
                + " aws/codebuild/standard:7.0, or leave it out.");
      } else {
        check(settings.codebuildImage, v3);
        if ((v2 || v3) && python.isPresent() && !isTooOld) {
          checkPython(settings.codebuildImage, python.get());
        }
      }
      return settings.codebuildImage.isEmpty() ? AMAZON_LINUX_2023 : settings.codebuildImage;
    }
    if (v3 || version.isEmpty() || python.isEmpty()) {
      return AMAZON_LINUX_2023;
    }
    if (v2) {
      return AMAZON_LINUX_2 + (python.get().isAtLeast(PYTHON_3_9) ? "5.0" : "3.0");
    }
    Optional<String> image = python.get().v1Image();
    if (image.isEmpty()) {
      problems.add(
          pythonSetting,
          "the v1 pipeline has no default CodeBuild image for this Python version. Specify an image"
              + " that has it with "
              + Setting.place("codebuildImage")
              + ", or use <pipelineVersion>v2</pipelineVersion>.");
    }
    return image.orElse(AMAZON_LINUX_2023);
  }

  private void check(String image, boolean v3) {
    Setting given = Setting.of("codebuildImage", image);
    if (OTHER_MACHINE.matcher(image).matches()) {
      problems.add(
          given,
          "the build runs in a Linux container on EC2, which this image is not for. Use an image such"
              + " as "
              + AMAZON_LINUX_2023
              + ".");
    } else if (!v3 && ARM.matcher(image).matches()) {
      problems.add(
          given,
          "only the v3 pipeline can run an ARM image. Use <pipelineVersion>v3</pipelineVersion>, or an"
              + " x86_64 image.");
    }
  }

  /** {@code v1} installs with the image's own Python, whichever that is. */
  private void checkPython(String image, PythonVersion python) {
    for (Pythons pythons : PYTHONS) {
      if (pythons.areOf(image) && !pythons.have(python)) {
        problems.add(
            Setting.of("codebuildImage", image),
            "the image has no Python "
                + python
                + ", but "
                + pythons
                + ", so every build would fail. Use another image, or leave it out.");
      }
    }
  }

  /**
   * The Pythons of images.
   *
   * @see <a href="https://github.com/aws/aws-codebuild-docker-images">Dockerfiles of CodeBuild's
   *     images</a>
   */
  private record Pythons(Pattern images, PythonVersion oldest, PythonVersion newest) {

    Pythons(String names, PythonVersion oldest, PythonVersion newest) {
      this(Pattern.compile("aws/codebuild/(" + names + ")\\..*"), oldest, newest);
    }

    boolean areOf(String image) {
      return images.matcher(image).matches();
    }

    boolean have(PythonVersion python) {
      return python.isAtLeast(oldest) && newest.isAtLeast(python);
    }

    @Override
    public String toString() {
      return oldest + (oldest == newest ? "" : " to " + newest);
    }
  }
}
