package io.github.chalicemaven.core.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An IAM policy document.
 *
 * @param statements at least one
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">
 *     IAM JSON policy elements</a>
 */
public record PolicyDocument(List<Statement> statements) {

  public PolicyDocument {
    statements = List.copyOf(statements);
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("a policy document without a statement");
    }
  }

  public static PolicyDocument of(Statement... statements) {
    return new PolicyDocument(List.of(statements));
  }

  /** The trust policy of a service role. */
  public static PolicyDocument assumableBy(String service) {
    Value principal = Value.mapping("Service", List.of(Value.sub(service + ".${AWS::URLSuffix}")));
    return of(new Statement(Optional.of(principal), List.of("sts:AssumeRole"), List.of()));
  }

  public Value document() {
    return Value.mapping(
        "Version",
        "2012-10-17",
        "Statement",
        statements.stream().map(Statement::document).toList());
  }

  /**
   * An {@code Allow} statement.
   *
   * @param principal who is allowed, in a trust policy
   * @param actions for example {@code s3:GetObject}
   * @param resources ARNs, or {@code *}; empty in a trust policy
   */
  public record Statement(Optional<Value> principal, List<String> actions, List<Value> resources) {

    public Statement {
      actions = List.copyOf(actions);
      resources = List.copyOf(resources);
    }

    /** Allows the actions on one resource. */
    public static Statement allow(Value resource, String... actions) {
      return new Statement(Optional.empty(), List.of(actions), List.of(resource));
    }

    /** Allows the actions on every resource. */
    public static Statement allowAnywhere(String... actions) {
      return allow(Value.of("*"), actions);
    }

    Value document() {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("Effect", "Allow");
      principal.ifPresent(value -> document.put("Principal", value));
      document.put("Action", actions.equals(List.of("*")) ? "*" : actions);
      if (!resources.isEmpty()) {
        document.put("Resource", resources.size() == 1 ? resources.get(0) : resources);
      }
      return Value.of(document);
    }
  }
}
