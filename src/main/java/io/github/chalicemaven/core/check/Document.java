package io.github.chalicemaven.core.check;

import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A template's document, as the rules see it.
 *
 * @param references all references to parameters and resources
 * @param buildSpecs what the texts of build specifications say, as far as that is known
 */
record Document(
    Node root,
    Map<String, Node> parameters,
    Map<String, Node> resources,
    Map<String, Node> outputs,
    List<Reference> references,
    Map<String, Value> buildSpecs) {

  static Document of(Value.Mapping template) {
    return of(template, Map.of());
  }

  static Document of(Value.Mapping template, Map<String, Value> buildSpecs) {
    Node root = new Node(Location.TOP, template);
    return new Document(
        root,
        root.get("Parameters").entries(),
        root.get("Resources").entries(),
        root.get("Outputs").entries(),
        Reference.in(root),
        buildSpecs);
  }

  Node section(String name) {
    return root.get(name);
  }

  List<Node> resourcesOfType(String type) {
    List<Node> found = new ArrayList<>();
    for (Node resource : resources.values()) {
      if (type.equals(type(resource))) {
        found.add(resource);
      }
    }
    return found;
  }

  static String type(Node resource) {
    return resource.get("Type").text().orElse("");
  }
}
