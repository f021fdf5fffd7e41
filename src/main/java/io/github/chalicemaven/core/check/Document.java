package io.github.chalicemaven.core.check;

import io.github.chalicemaven.core.cloudformation.Value;
import java.util.List;
import java.util.Map;

/** A template's document, as the rules see it. */
record Document(
    Node root,
    Map<String, Node> parameters,
    Map<String, Node> resources,
    Map<String, Node> outputs) {

  static Document of(Value.Mapping template) {
    Node root = new Node("", template);
    return new Document(
        root,
        root.get("Parameters").entries(),
        root.get("Resources").entries(),
        root.get("Outputs").entries());
  }

  Node section(String name) {
    return root.get(name);
  }

  List<Node> resourcesOfType(String type) {
    return resources.values().stream().filter(resource -> type.equals(type(resource))).toList();
  }

  static String type(Node resource) {
    return resource.get("Type").text().orElse("");
  }
}
