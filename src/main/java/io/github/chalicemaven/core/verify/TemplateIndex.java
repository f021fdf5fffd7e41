package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A template's document, as the rules see it.
 *
 * @param functions all mappings with a function as one of their keys
 * @param references all references to parameters and resources
 * @param evaluator evaluates its values
 */
record TemplateIndex(
    Node root,
    Map<String, Node> parameters,
    Map<String, Node> resources,
    Map<String, Node> outputs,
    List<Node> functions,
    List<Reference> references,
    FunctionEvaluator evaluator) {

  static TemplateIndex of(Value.Mapping template) {
    Node root = new Node(Location.TOP, template);
    Map<String, Node> parameters = root.get("Parameters").entries();
    List<Node> functions = new ArrayList<>();
    addFunctions(root, functions);
    return new TemplateIndex(
        root,
        parameters,
        root.get("Resources").entries(),
        root.get("Outputs").entries(),
        functions,
        Reference.in(functions),
        new FunctionEvaluator(parameters));
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

  private static void addFunctions(Node node, List<Node> functions) {
    if (hasFunction(node)) {
      functions.add(node);
    }
    for (Node child : node.children()) {
      addFunctions(child, functions);
    }
  }

  private static boolean hasFunction(Node node) {
    for (Node child : node.children()) {
      if (child.isArgument()) {
        return true;
      }
    }
    return false;
  }
}
