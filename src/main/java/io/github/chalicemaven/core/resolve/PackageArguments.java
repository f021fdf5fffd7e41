package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves {@code <packageArguments>}. */
final class PackageArguments {

  private static final String PLACE = "<build><packageArguments><argument>";

  /** Options of {@code chalice package} with the one value that the pipeline can work with. */
  private static final Map<String, String> ALLOWED =
      Map.of("--pkg-format", "cloudformation", "--template-format", "json");

  /** Options of {@code chalice package} that the pipeline cannot work with, and what to do. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "--stage",
          "each stage is packaged on its own. Use <chaliceStage> in the <stage> instead.",
          "--merge-template",
          "use <build><mergeTemplate> instead.",
          "--single-file",
          "the build needs a folder with the template. Remove the argument.",
          "--profile",
          "the build has a role, not a profile. Remove the argument.",
          "--help",
          "nothing would be packaged. Remove the argument.");

  private final Problems problems;

  PackageArguments(Problems problems) {
    this.problems = problems;
  }

  /**
   * Arguments that leave the build's file what it is and where it is.
   *
   * @see <a href="https://aws.github.io/chalice/topics/cfn.html">chalice package</a>
   */
  List<String> resolve(List<String> given) {
    int before = problems.found().size();
    List<String> arguments = new SettingReader(problems).commands(PLACE, given);
    if (problems.found().size() > before) {
      return arguments;
    }
    String option = null;
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      boolean isOption = argument.startsWith("-");
      String name = isOption ? parts[0] : option;
      Optional<String> value =
          isOption
              ? Optional.of(parts).filter(p -> p.length == 2).map(p -> p[1])
              : Optional.of(argument);
      Optional<String> problem =
          isOption || name == null || !REFUSED.containsKey(name)
              ? problem(name, value)
              : Optional.empty();
      if (isOption && parts[0].matches("(?s).*\\s.*")) {
        problem = Optional.of("write an option and its value as two arguments.");
      }
      problem.ifPresent(advice -> problems.add(new Setting(PLACE, argument), advice));
      if (isOption && problem.isEmpty() && !ALLOWED.containsKey(name)) {
        problems.warn(
            new Setting(PLACE, argument)
                + ": `chalice package` of Chalice 1.33 has no such option, and an unknown option"
                + " fails the build.");
      }
      option = isOption && parts.length == 1 ? argument : null;
    }
    return arguments;
  }

  private static Optional<String> problem(String option, Optional<String> value) {
    if (option == null) {
      return Optional.of("the build specifies the folder for the package. Remove the argument.");
    }
    String allowed = ALLOWED.get(option);
    return allowed == null
        ? Optional.ofNullable(REFUSED.get(option))
        : value
            .filter(text -> !text.equalsIgnoreCase(allowed))
            .map(text -> "the pipeline needs " + allowed + ". Remove the argument.");
  }
}
