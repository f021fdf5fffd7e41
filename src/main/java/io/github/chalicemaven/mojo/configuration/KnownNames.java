package io.github.chalicemaven.mojo.configuration;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.StackTemplate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Refuses parameters and properties that no goal of the plugin has: Maven ignores them. */
final class KnownNames {

  private static final String PREFIX = "chalice.";

  /** The property of each parameter; empty where it has none. */
  private final Map<String, String> parameters = new TreeMap<>();

  private final Problems problems;

  KnownNames(PluginDescriptor plugin, Problems problems) {
    this.problems = problems;
    for (MojoDescriptor goal : plugin.getMojos()) {
      for (Parameter parameter : goal.getParameters()) {
        if (parameter.isEditable()) {
          parameters.put(parameter.getName(), "");
        }
      }
      // Before Maven 4, the expressions stand here alone.
      for (PlexusConfiguration element : goal.getMojoConfiguration().getChildren()) {
        String expression = element.getValue();
        if (expression != null && expression.startsWith("${chalice.")) {
          parameters.put(element.getName(), expression.substring(2, expression.length() - 1));
        }
      }
    }
  }

  /** Checks the names of the parameters in the POMs. */
  void checkParameters(List<WrittenConfiguration.Part> parts) {
    Set<String> said = new HashSet<>();
    for (WrittenConfiguration.Part part : parts) {
      Set<String> names = new HashSet<>();
      for (Xpp3Dom child : part.configuration().getChildren()) {
        String name = child.getName();
        String place = "<" + Setting.shown(name) + "> in " + part.where();
        if (!parameters.containsKey(name)) {
          if (said.add(place)) {
            problems.add(place + " is unknown. " + advice("<", name, parameters.keySet(), ">"));
          }
        } else if (!names.add(name)) {
          problems.add(place + " is given twice. Remove one.");
        }
      }
    }
  }

  /**
   * Checks the names of the properties.
   *
   * @param user those of the command line: an unknown one is an error, unless the POM has it
   * @param project those of the POM, where a name that is much like a known one gets a warning
   */
  void checkProperties(Properties user, Properties project) {
    for (String name : unknown(user)) {
      if (!project.containsKey(name)) {
        String parameter = name.substring(PREFIX.length());
        problems.add(
            "-D"
                + name
                + (parameters.containsKey(parameter)
                    ? ": <" + parameter + "> cannot be set on the command line. Set it in the POM."
                    : " is unknown. " + advice("-D", name, parameters.values(), "")));
      }
    }
    for (String name : unknown(project)) {
      if (!user.containsKey(name)) {
        NearestName.of(name, parameters.values())
            .ifPresent(
                nearest ->
                    problems.warn(
                        "The property " + name + " is unknown. Did you mean " + nearest + "?"));
      }
    }
  }

  /** Warns of properties of the command line that a POM overrides, as Maven does without a word. */
  void checkPrecedence(Properties user, List<WrittenConfiguration.Part> parts) {
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String value = user.getProperty(parameter.getValue());
      if (value != null) {
        checkPrecedence(parameter.getKey(), parameter.getValue(), value, parts);
      }
    }
  }

  private void checkPrecedence(
      String parameter, String property, String value, List<WrittenConfiguration.Part> parts) {
    for (WrittenConfiguration.Part part : parts) {
      Xpp3Dom element = part.configuration().getChild(parameter);
      if (element != null) {
        if (!isFrom(property, value, element)) {
          problems.warn(
              "-D"
                  + property
                  + " has no effect, because <"
                  + parameter
                  + "> in "
                  + part.where()
                  + " takes precedence. Define the property "
                  + property
                  + " in the POM instead.");
        }
        return;
      }
    }
  }

  private static boolean isFrom(String property, String value, Xpp3Dom element) {
    return element.getValue() != null
        && (element.getValue().contains("${" + property + "}") || element.getValue().equals(value));
  }

  private Set<String> unknown(Properties properties) {
    Set<String> unknown = new TreeSet<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(PREFIX)
          && !name.startsWith(StackTemplate.PARAMETER)
          && !parameters.containsValue(name)) {
        unknown.add(name);
      }
    }
    return unknown;
  }

  private static String advice(String before, String name, Collection<String> known, String after) {
    return NearestName.of(name, known)
        .map(nearest -> "Did you mean " + before + nearest + after + "?")
        .orElse("`mvn chalice:help -Ddetail` lists all parameters.");
  }
}
