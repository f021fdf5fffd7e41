package io.github.chalicemaven.core.pipeline;

import java.util.Optional;

/**
 * How the application is packaged.
 *
 * @param python the Python that packages the application and runs it
 * @param image the CodeBuild image
 * @param chaliceVersionRange a pip version specifier, for example {@code >=1.33.0,<1.34.0}
 * @param appPath the application's folder in the repository, with slashes; empty at the root
 * @param buildSpecFile the build specification's path in the repository, with slashes; empty where
 *     the template embeds it
 */
public record Build(
    PythonVersion python,
    String image,
    String chaliceVersionRange,
    String appPath,
    Optional<String> buildSpecFile) {

  private static final String CODEBUILD = "aws/codebuild/";

  public Build {
    Guard.given("Build.python", python);
    Guard.text("Build.image", image);
    Guard.text("Build.chaliceVersionRange", chaliceVersionRange);
    Guard.given("Build.appPath", appPath);
    Guard.optionalText("Build.buildSpecFile", buildSpecFile);
  }

  /**
   * The Python that {@code runtime-versions} asks for; empty for an image that supports none.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/codebuild/latest/userguide/runtime-versions.html">Runtime
   *     versions</a>
   */
  public Optional<String> runtimeVersion() {
    return hasCodeBuildImage() ? Optional.of(python.toString()) : Optional.empty();
  }

  /**
   * Whether the image is one of CodeBuild's own, which have several Pythons, by pyenv; any other
   * has the one that it has.
   */
  public boolean hasCodeBuildImage() {
    return image.startsWith(CODEBUILD);
  }
}
