package io.github.chalicemaven.mojo.configuration;

import java.io.File;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/**
 * What Maven puts in the place of {@code ${...}}, and where it takes that from: in this order the
 * user's properties, the POMs' properties, Java's system properties, the environment by its names
 * with and without {@code env.}, and the project and the session.
 *
 * @see <a href="https://maven.apache.org/ref/current/maven-model-builder/">Maven Model Builder</a>
 */
final class Expressions {

  /** Where a value comes from. */
  enum Origin {
    /** The POMs or the command line: the same on each machine. */
    PROJECT,
    /** A variable of the environment. */
    ENVIRONMENT,
    /** A system property of Java's. */
    JAVA,
    /** A folder, the settings, or other things of the session. */
    MACHINE,
    /** Maven leaves the expression as it is. */
    NOWHERE
  }

  /**
   * An expression that is replaced, or not.
   *
   * @param name the innermost expression, where a property of a POM has another one
   */
  record Found(String name, Origin origin) {

    /** The variable of the environment that is meant. */
    String variable() {
      return name.startsWith(ENVIRONMENT) ? name.substring(ENVIRONMENT.length()) : name;
    }
  }

  /** Such as a property's name; the shell's own forms, {@code ${x:-y}}, are none. */
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([A-Za-z_][\\w.-]*)}");

  private static final String ENVIRONMENT = "env.";

  private final WrittenConfiguration written;
  private final Properties user;
  private final Properties system;
  private final Properties project;
  private final PluginParameterExpressionEvaluator evaluator;

  Expressions(WrittenConfiguration written, MavenSession session, MojoExecution execution) {
    this.written = written;
    this.user = session.getUserProperties();
    this.system = session.getSystemProperties();
    this.project = session.getCurrentProject().getProperties();
    this.evaluator = new PluginParameterExpressionEvaluator(session, execution);
  }

  /** The names of the expressions in a text. */
  static List<String> in(String text) {
    return text.contains("${")
        ? EXPRESSION.matcher(text).results().map(match -> match.group(1)).toList()
        : List.of();
  }

  /** The text with the values of its expressions; those that have none stay. */
  String interpolated(String text) {
    return EXPRESSION
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1)).orElse(match.group())));
  }

  /** Follows an expression through the POMs' properties. */
  Found find(String name) {
    return find(name, new HashSet<>());
  }

  private Found find(String name, Set<String> seen) {
    Optional<String> property = written.property(name);
    if (user.containsKey(name) || property.isEmpty() || !seen.add(name)) {
      return new Found(name, origin(name));
    }
    return in(property.get()).stream()
        .map(inner -> find(inner, seen))
        .filter(found -> found.origin() != Origin.PROJECT)
        .findFirst()
        .orElse(new Found(name, Origin.PROJECT));
  }

  private Origin origin(String name) {
    if (name.startsWith("session.") || name.startsWith("settings.")) {
      return Origin.MACHINE;
    }
    if (user.containsKey(name) || project.containsKey(name)) {
      return Origin.PROJECT;
    }
    if (name.startsWith(ENVIRONMENT)) {
      return Origin.ENVIRONMENT;
    }
    if (system.containsKey(name)) {
      return Origin.JAVA;
    }
    if (system.containsKey(ENVIRONMENT + name)) {
      return Origin.ENVIRONMENT;
    }
    return value(name)
        .map(value -> isOfTheMachine(name, value) ? Origin.MACHINE : Origin.PROJECT)
        .orElse(Origin.NOWHERE);
  }

  /** The model has texts and folders; what else an expression can reach is the session's. */
  private static boolean isOfTheMachine(String name, String value) {
    boolean ofModel = name.startsWith("project.") || name.startsWith("pom.");
    return !ofModel || new File(value).isAbsolute() || value.startsWith("file:");
  }

  private Optional<String> value(String name) {
    String text = user.getProperty(name, project.getProperty(name, system.getProperty(name)));
    if (text == null) {
      text = system.getProperty(ENVIRONMENT + name);
    }
    return text == null ? evaluated("${" + name + "}") : Optional.of(text);
  }

  private Optional<String> evaluated(String expression) {
    try {
      return Optional.ofNullable(evaluator.evaluate(expression))
          .map(String::valueOf)
          .filter(text -> !text.equals(expression));
    } catch (ExpressionEvaluationException e) {
      return Optional.empty();
    }
  }
}
