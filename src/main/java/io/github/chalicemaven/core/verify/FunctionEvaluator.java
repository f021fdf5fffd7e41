package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.PolicySize;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Evaluates functions as CloudFormation will, as far as parameters' values are known. */
final class FunctionEvaluator {

  private final Map<String, String> known = new HashMap<>(PolicySize.PSEUDO_PARAMETER_VALUES);

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
    return known.keySet().containsAll(Functions.variables(text.get()))
        ? Optional.of(Functions.substitute(text.get(), known, ""))
        : Optional.empty();
  }

  /** How many characters IAM counts: compact JSON without white space. */
  int policySize(Node node) {
    return node.exists() ? new PolicySize(known).of(node.value()) : 0;
  }
}
