package io.github.chalicemaven.core.resolve;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules for an application's name, which the names of most resources begin with. Chalice checks
 * none of them, so that a bad name fails at deployment, some only in the pipeline's last stage.
 */
final class ApplicationName {

  /** Satisfies all of {@link #DERIVED}. */
  private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,91}");

  private static final int MAX_LENGTH = 92;

  /** The patterns are those of the services' API models (botocore). */
  private static final List<Derived> DERIVED =
      List.of(
          new Derived("CodeCommit repository", "", "(?!.*\\.git$)[A-Za-z0-9_.-]{1,100}"),
          new Derived("CodeBuild project", "Build", "[A-Za-z0-9][A-Za-z0-9_-]{1,149}"),
          new Derived("pipeline", "Pipeline", "[A-Za-z0-9.@_-]{1,100}"),
          new Derived("stack", "BetaStack", "[A-Za-z][A-Za-z0-9-]{0,127}"),
          new Derived("change set", "ChangeSet", "[A-Za-z][A-Za-z0-9-]{0,127}"));

  /** A valid one. */
  static final String EXAMPLE = "my-app";

  private ApplicationName() {}

  static boolean isValid(String name) {
    return VALID.matcher(name).matches();
  }

  /** What would break with an invalid name, and a valid one that is close to it. */
  static String advice(String name) {
    String broken =
        DERIVED.stream()
            .filter(derived -> !name.isEmpty() && !derived.accepts(name))
            .map(Derived::what)
            .collect(Collectors.joining(", "));
    return (broken.isEmpty() ? "" : "AWS would refuse the name of the " + broken + ". ")
        + "An application's name has letters, digits and hyphens, begins with a letter, and has at"
        + " most "
        + MAX_LENGTH
        + " characters: use -Dchalice.appName="
        + suggestion(name)
        + " or <appName>.";
  }

  private static String suggestion(String name) {
    String plain =
        name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^[^A-Za-z]+", "").replaceAll("-+$", "");
    return plain.isEmpty() ? EXAMPLE : plain.substring(0, Math.min(plain.length(), MAX_LENGTH));
  }

  private record Derived(String what, String suffix, String pattern) {

    boolean accepts(String name) {
      return (name + suffix).matches(pattern);
    }
  }
}
