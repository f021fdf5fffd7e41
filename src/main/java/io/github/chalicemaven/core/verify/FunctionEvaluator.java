package io.github.chalicemaven.core.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Evaluates functions as CloudFormation will, as far as parameters' values are known. */
final class FunctionEvaluator {

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

  FunctionEvaluator(Map<String, Node> parameters) {
    for (Map.Entry<String, Node> parameter : parameters.entrySet()) {
      Optional<String> value = parameter.getValue().get("Default").text();
      if (value.isPresent()) {
        known.put(parameter.getKey(), value.get());
      }
    }
  }

  /** The text, parameters at their defaults; empty where it is known only at deployment. */
  Optional<String> evaluate(Node node) {
    Optional<String> reference = node.textOf("Ref");
    if (reference.isPresent()) {
      return Optional.ofNullable(known.get(reference.get()));
    }
    Optional<String> text = node.textOf("Fn::Sub");
    if (text.isEmpty()) {
      return node.text();
    }
    return known.keySet().containsAll(Reference.variables(text.get()))
        ? Optional.of(Reference.substitute(text.get(), known, ""))
        : Optional.empty();
  }

  /** How many characters IAM counts: compact JSON without white space. */
  int policySize(Node node) {
    if (node.isFunction()) {
      Optional<String> text = evaluate(node);
      return quoted(text.isPresent() ? text.get() : estimate(node));
    }
    if (node.text().isPresent()) {
      return quoted(node.text().get());
    }
    if (node.children().isEmpty()) {
      return "false".length();
    }
    int brackets = 2;
    int commas = node.children().size() - 1;
    int size = brackets + commas;
    for (Node child : node.children()) {
      size += policySize(child) + (child.key() == null ? 0 : quoted(child.key()) + ":".length());
    }
    return size;
  }

  private String estimate(Node function) {
    Optional<String> text = function.textOf("Fn::Sub");
    return text.isPresent() ? Reference.substitute(text.get(), known, UNKNOWN) : UNKNOWN;
  }

  private static int quoted(String text) {
    int counted = 2;
    for (int i = 0; i < text.length(); i++) {
      counted += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
    }
    return counted;
  }
}
