package io.github.chalicemaven.core.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What values will say once CloudFormation has put in parameters, as far as that is known. */
final class Texts {

  /** Pseudo parameters, each with the longest value that AWS gives it today. */
  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::AccountId", "123456789012",
          "AWS::Partition", "aws-us-gov",
          "AWS::Region", "ap-southeast-1",
          "AWS::URLSuffix", "amazonaws.com.cn");

  /** As long as a bucket's name or a resource's ARN without its beginning. */
  private static final String UNKNOWN = "x".repeat(64);

  private final Map<String, String> known = new HashMap<>(PSEUDO_PARAMETERS);

  Texts(Document document) {
    document
        .parameters()
        .forEach(
            (name, parameter) ->
                parameter.get("Default").text().ifPresent(value -> known.put(name, value)));
  }

  /** The text, parameters at their defaults; empty where it is known at deployment only. */
  Optional<String> known(Node node) {
    Optional<String> reference = node.argumentOf("Ref").flatMap(Node::text);
    if (reference.isPresent()) {
      return reference.map(known::get);
    }
    Optional<String> text = node.argumentOf("Fn::Sub").flatMap(Node::text);
    if (text.isEmpty()) {
      return node.text();
    }
    return text.filter(sub -> known.keySet().containsAll(Reference.variables(sub)))
        .map(sub -> Reference.substitute(sub, known, ""));
  }

  /** How many characters IAM counts: compact JSON without white space. */
  int policySize(Node node) {
    if (isFunction(node)) {
      return quoted(known(node).orElseGet(() -> estimate(node)));
    }
    if (node.text().isPresent()) {
      return quoted(node.text().get());
    }
    Map<String, Node> entries = node.entries();
    if (!entries.isEmpty()) {
      int keys = entries.keySet().stream().mapToInt(Texts::quoted).sum() + entries.size();
      return keys + sizes(List.copyOf(entries.values()));
    }
    List<Node> items = node.items();
    return items.isEmpty() ? "false".length() : sizes(items);
  }

  private int sizes(List<Node> nodes) {
    int brackets = 2;
    int commas = nodes.size() - 1;
    return brackets + commas + nodes.stream().mapToInt(this::policySize).sum();
  }

  private String estimate(Node function) {
    return function
        .argumentOf("Fn::Sub")
        .flatMap(Node::text)
        .map(text -> Reference.substitute(text, known, UNKNOWN))
        .orElse(UNKNOWN);
  }

  private static boolean isFunction(Node node) {
    return node.entries().size() == 1
        && node.entries().keySet().stream()
            .allMatch(key -> key.equals("Ref") || key.startsWith("Fn::"));
  }

  private static int quoted(String text) {
    long counted = text.chars().filter(c -> !Character.isWhitespace(c)).count();
    return (int) counted + 2;
  }
}
