package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.Functions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place where a template names one of its parameters or resources.
 *
 * @param at where
 * @param function {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Sub} or {@code DependsOn}
 * @param logicalId the name
 * @param attribute the attribute that is asked for; empty for the thing itself
 */
record Reference(Node at, String function, String logicalId, Optional<String> attribute) {

  /** All references that the functions of a document make, those in {@code Metadata} included. */
  static List<Reference> in(List<Node> functions) {
    List<Reference> found = new ArrayList<>();
    for (Node function : functions) {
      collect(function, found);
    }
    return found;
  }

  private static void collect(Node node, List<Reference> found) {
    Optional<String> id = node.textOf("Ref");
    if (id.isPresent()) {
      found.add(new Reference(node, "Ref", id.get(), Optional.empty()));
    }
    Optional<Node> attribute = node.argumentOf("Fn::GetAtt");
    if (attribute.isPresent()) {
      collectAttribute(node, attribute.get(), found);
    }
    Optional<Node> substitution = node.argumentOf("Fn::Sub");
    if (substitution.isPresent()) {
      collectVariables(node, substitution.get(), found);
    }
  }

  private static void collectAttribute(Node node, Node argument, List<Reference> found) {
    List<Node> parts = argument.items();
    if (parts.size() == 2 && parts.get(0).text().isPresent()) {
      // An attribute that is itself a function is known at deployment only.
      String attribute = parts.get(1).text().orElse("*");
      String id = parts.get(0).text().get();
      found.add(new Reference(node, "Fn::GetAtt", id, Optional.of(attribute)));
    } else if (argument.text().isPresent()) {
      found.add(dotted(node, "Fn::GetAtt", argument.text().get()));
    }
  }

  private static void collectVariables(Node node, Node argument, List<Reference> found) {
    Set<String> own =
        argument.items().size() == 2 ? argument.items().get(1).entries().keySet() : Set.of();
    Node text = argument.items().isEmpty() ? argument : argument.items().get(0);
    for (String variable : Functions.variables(text.text().orElse(""))) {
      if (!own.contains(variable)) {
        found.add(dotted(node, "Fn::Sub", variable));
      }
    }
  }

  private static Reference dotted(Node node, String function, String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new Reference(node, function, text, Optional.empty())
        : new Reference(
            node, function, text.substring(0, dot), Optional.of(text.substring(dot + 1)));
  }
}
