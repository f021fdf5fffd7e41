package io.github.chalicemaven.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place where a template names one of its parameters or resources.
 *
 * @param at where
 * @param function {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Sub} or {@code DependsOn}
 * @param logicalId the name
 * @param attribute the attribute that is asked for; empty for the thing itself
 */
record Reference(Node at, String function, String logicalId, Optional<String> attribute) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  /** All references of a node and of what is in it, those of its {@code Metadata} included. */
  static List<Reference> in(Node node) {
    List<Reference> found = new ArrayList<>();
    collect(node, found);
    return found;
  }

  /** The variables in the text of a {@code Fn::Sub}, without the literal ones. */
  static List<String> variables(String text) {
    List<String> variables = new ArrayList<>();
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      if (!variable.group(1).startsWith("!")) {
        variables.add(variable.group(1));
      }
    }
    return variables;
  }

  /** The text with each variable replaced, and each literal one without its mark. */
  static String substitute(String text, Map<String, String> values, String other) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> {
              String name = match.group(1);
              String value =
                  name.startsWith("!")
                      ? "${" + name.substring(1) + "}"
                      : values.getOrDefault(name, other);
              return Matcher.quoteReplacement(value);
            });
  }

  private static void collect(Node node, List<Reference> found) {
    node.argumentOf("Ref")
        .flatMap(Node::text)
        .ifPresent(id -> found.add(new Reference(node, "Ref", id, Optional.empty())));
    node.argumentOf("Fn::GetAtt").ifPresent(argument -> collectAttribute(node, argument, found));
    node.argumentOf("Fn::Sub").ifPresent(argument -> collectVariables(node, argument, found));
    node.items().forEach(item -> collect(item, found));
    node.entries().values().forEach(entry -> collect(entry, found));
  }

  private static void collectAttribute(Node node, Node argument, List<Reference> found) {
    List<Node> parts = argument.items();
    if (parts.size() == 2 && parts.get(0).text().isPresent()) {
      // An attribute that is itself a function is known at deployment only.
      Optional<String> attribute = parts.get(1).text().or(() -> Optional.of("*"));
      found.add(new Reference(node, "Fn::GetAtt", parts.get(0).text().get(), attribute));
    } else {
      argument.text().ifPresent(text -> found.add(dotted(node, "Fn::GetAtt", text)));
    }
  }

  private static void collectVariables(Node node, Node argument, List<Reference> found) {
    Set<String> own =
        argument.items().size() == 2 ? argument.items().get(1).entries().keySet() : Set.of();
    Optional<String> text =
        argument.text().or(() -> argument.items().stream().findFirst().flatMap(Node::text));
    for (String variable : variables(text.orElse(""))) {
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
