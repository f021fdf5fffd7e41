package io.github.chalicemaven.mojo.configuration;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.mojo.configuration.Expressions.Found;
import io.github.chalicemaven.mojo.configuration.Expressions.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Refuses what would make the files differ from machine to machine, or bring a secret into them:
 * texts that Maven takes from the environment, from Java or from the session, and expressions that
 * it does not replace. No message has the value of one.
 */
final class MachineTexts {

  /** What CloudFormation may call an output. */
  private static final Pattern OUTPUT = Pattern.compile("[A-Za-z0-9]+");

  private static final Map<String, String> SHELL_VARIABLES =
      Map.of("user.home", "HOME", "user.name", "USER", "user.dir", "PWD");

  /** The parameters of these types put no text of theirs into the files. */
  private static final Set<String> APART = Set.of("java.io.File", "boolean");

  private final WrittenConfiguration written;
  private final MojoDescriptor goal;
  private final List<ConfigurationLeaf> inForce;
  private final Expressions expressions;
  private final Problems problems;

  MachineTexts(
      WrittenConfiguration written,
      MojoDescriptor goal,
      Xpp3Dom effective,
      Expressions expressions,
      Problems problems) {
    this.written = written;
    this.goal = goal;
    this.inForce = ConfigurationLeaf.of(effective);
    this.expressions = expressions;
    this.problems = problems;
  }

  void check() {
    Set<String> said = new HashSet<>();
    for (WrittenConfiguration.Part part : written.parts()) {
      for (ConfigurationLeaf leaf : ConfigurationLeaf.of(part.configuration())) {
        if (leaf.text().contains("${") && isInForce(leaf)) {
          problem(leaf)
              .map(problem -> leaf.place() + " in " + part.where() + " has " + problem)
              .filter(said::add)
              .ifPresent(problems::add);
        }
      }
    }
  }

  private boolean isInForce(ConfigurationLeaf leaf) {
    String text = interpolated(leaf);
    return inForce.stream()
        .anyMatch(one -> one.path().equals(leaf.path()) && interpolated(one).equals(text));
  }

  private String interpolated(ConfigurationLeaf leaf) {
    return expressions.interpolated(leaf.text()).trim();
  }

  private Optional<String> problem(ConfigurationLeaf leaf) {
    Parameter parameter = goal.getParameterMap().get(leaf.parameter());
    if (parameter == null) {
      return Optional.empty();
    }
    boolean apart = APART.contains(parameter.getType());
    return Expressions.in(leaf.text()).stream()
        .filter(name -> !name.equals("chalice." + leaf.parameter()))
        .map(name -> problem(name, leaf, apart))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> problem(String name, ConfigurationLeaf leaf, boolean apart) {
    Found found = expressions.find(name);
    boolean output = leaf.isStageTest() && OUTPUT.matcher(name).matches();
    return switch (found.origin()) {
      case PROJECT -> Optional.empty();
      case NOWHERE -> output ? Optional.empty() : Optional.of(unknown(found, leaf));
      default -> apart ? Optional.empty() : Optional.of(ofTheMachine(name, found, leaf));
    };
  }

  private static String unknown(Found found, ConfigurationLeaf leaf) {
    return "${"
        + found.name()
        + "}, which Maven cannot replace: there is no such property. "
        + (leaf.isCommand()
            ? "Write $" + found.name() + " for a variable of the build's shell."
            : "Correct its name, or define it in <properties>.");
  }

  private static String ofTheMachine(String name, Found found, ConfigurationLeaf leaf) {
    return "${"
        + name
        + (name.equals(found.name()) ? "" : "}, which is ${" + found.name())
        + "}, which Maven takes from "
        + place(found)
        + ": its value would be written to the generated files. "
        + advice(found, leaf);
  }

  private static String place(Found found) {
    return switch (found.origin()) {
      case ENVIRONMENT -> "$" + found.variable() + " of this machine's environment";
      case JAVA -> "a Java system property on this machine";
      default -> "this machine";
    };
  }

  private static String advice(Found found, ConfigurationLeaf leaf) {
    if (leaf.isCommand()) {
      return found.origin() == Origin.MACHINE
          ? "Write a path relative to the application's folder."
          : "Write " + shellVariable(found) + ", which the build's shell replaces.";
    }
    return leaf.place().startsWith("<build><environmentVariables>")
        ? "Use <parameterStore> or <secretsManager>, or write the value itself."
        : "Write the value itself, or ${x} and give -Dx=... on the command line.";
  }

  private static String shellVariable(Found found) {
    String name = SHELL_VARIABLES.getOrDefault(found.name(), found.variable());
    return name.contains(".") ? "a variable of its environment" : "$" + name;
  }
}
