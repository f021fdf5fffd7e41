package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules for an application's name, which the names of most resources start with. Chalice does
 * not check them, so an invalid name fails at deployment, sometimes only in the pipeline's last
 * stage.
 */
public final class ApplicationName {

  /** {@link AwsLimits#APPLICATION} satisfies them all. */
  private static final List<Derived> DERIVED =
      List.of(
          new Derived("CodeCommit repository", "", AwsLimits.CODECOMMIT_REPOSITORY),
          new Derived("CodeBuild project", "Build", AwsLimits.CODEBUILD_PROJECT),
          new Derived("pipeline", "Pipeline", AwsLimits.PIPELINE),
          new Derived("stack", ClassicPipeline.STACK_SUFFIX, AwsLimits.STACK),
          new Derived("change set", "ChangeSet", AwsLimits.CHANGE_SET));

  /** A valid one. */
  static final String EXAMPLE = "my-app";

  private ApplicationName() {}

  /** Whether every name that is derived from it is one that AWS takes. */
  public static boolean isValid(String name) {
    return AwsLimits.APPLICATION.matcher(name).matches();
  }

  /** How problems name the setting that the application's name comes from. */
  static String place(PipelineSettings settings, ChaliceApp app) {
    return settings.appName != null
        ? Setting.place("appName")
        : app.config().appName().map(Setting::place).orElse("the project's <artifactId>");
  }

  /** What would break with an invalid name, and a valid one that is close to it. */
  static String advice(String name) {
    String broken =
        DERIVED.stream()
            .filter(derived -> !name.isEmpty() && !derived.accepts(name))
            .map(Derived::what)
            .collect(Collectors.joining(", "));
    return (broken.isEmpty() ? "" : "AWS does not allow it in the name of the " + broken + ". ")
        + "Use letters, digits and hyphens, starting with a letter, at most "
        + AwsLimits.MAX_APPLICATION_NAME
        + " characters: for example, -Dchalice.appName="
        + suggestion(name)
        + " or <appName>.";
  }

  /** A valid name that is close to another one. */
  public static String suggestion(String name) {
    String plain =
        name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^[^A-Za-z]+", "").replaceAll("-+$", "");
    return plain.isEmpty()
        ? EXAMPLE
        : plain.substring(0, Math.min(plain.length(), AwsLimits.MAX_APPLICATION_NAME));
  }

  private record Derived(String what, String suffix, Pattern pattern) {

    boolean accepts(String name) {
      return pattern.matcher(name + suffix).matches();
    }
  }
}
