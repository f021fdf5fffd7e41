package io.github.chalicemaven.mojo.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * A text in a configuration.
 *
 * @param path the names of the elements around it, from the parameter on
 * @param text without white space around it
 */
record ConfigurationLeaf(List<String> path, String text) {

  /** The lists of commands. */
  private static final Set<String> COMMANDS = Set.of("installCommands", "testCommands");

  ConfigurationLeaf {
    path = List.copyOf(path);
  }

  /** Those of a configuration, in their order. */
  static List<ConfigurationLeaf> of(Xpp3Dom configuration) {
    List<ConfigurationLeaf> leaves = new ArrayList<>();
    for (Xpp3Dom parameter : configuration.getChildren()) {
      collect(List.of(), parameter, leaves);
    }
    return leaves;
  }

  /** The name of the goal's parameter. */
  String parameter() {
    return path.get(0);
  }

  /** How messages name the place. */
  String place() {
    return "<" + String.join("><", path) + ">";
  }

  /** Whether the text is a command of the build's or of a stage's tests. */
  boolean isCommand() {
    return path.size() > 2 && COMMANDS.contains(path.get(path.size() - 2));
  }

  /** Whether the text is a command of a stage's tests, which sees the outputs of its stack. */
  boolean isStageTest() {
    return isCommand() && parameter().equals("stages");
  }

  private static void collect(
      List<String> around, Xpp3Dom element, List<ConfigurationLeaf> leaves) {
    List<String> path = new ArrayList<>(around);
    path.add(element.getName());
    if (element.getChildCount() == 0 && element.getValue() != null) {
      leaves.add(new ConfigurationLeaf(path, element.getValue().trim()));
    }
    for (Xpp3Dom child : element.getChildren()) {
      collect(path, child, leaves);
    }
  }
}
