package io.github.chalicemaven.core.cloudformation;

import java.util.ArrayList;
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
    return of(Statement.allow(List.of("sts:AssumeRole"), List.of()).to(principal));
  }

  /** The document as a template holds it. */
  public Value document() {
    List<Value> documents = new ArrayList<>();
    for (Statement statement : statements) {
      documents.add(statement.document());
    }
    return Value.mapping("Version", "2012-10-17", "Statement", documents);
  }

  /**
   * A statement.
   *
   * @param sid a name for readers
   * @param effect {@code Allow} or {@code Deny}
   * @param principal who, in a policy of a resource or a trust policy
   * @param actions for example {@code s3:GetObject}
   * @param resources ARNs, or {@code *}; empty in a trust policy
   * @param condition operators with keys and values; empty where there is none
   */
  public record Statement(
      Optional<String> sid,
      String effect,
      Optional<Value> principal,
      List<String> actions,
      List<Value> resources,
      Value.Mapping condition) {

    public Statement {
      actions = List.copyOf(actions);
      resources = List.copyOf(resources);
    }

    /** Allows the actions on the resources. */
    public static Statement allow(List<String> actions, List<Value> resources) {
      return new Statement(
          Optional.empty(), "Allow", Optional.empty(), actions, resources, Value.mapping());
    }

    /** Allows the actions on one resource. */
    public static Statement allow(Value resource, String... actions) {
      return allow(List.of(actions), List.of(resource));
    }

    /** Allows the actions on every resource. */
    public static Statement allowAnywhere(String... actions) {
      return allow(Value.of("*"), actions);
    }

    /** The same statement, but denying. */
    public Statement denied() {
      return new Statement(sid, "Deny", principal, actions, resources, condition);
    }

    /** The same statement for a principal. */
    public Statement to(Value other) {
      return new Statement(sid, effect, Optional.of(other), actions, resources, condition);
    }

    /** The same statement on other resources. */
    public Statement on(List<Value> others) {
      return new Statement(sid, effect, principal, actions, others, condition);
    }

    /** The same statement with a name. */
    public Statement named(String other) {
      return new Statement(Optional.of(other), effect, principal, actions, resources, condition);
    }

    /** The same statement under a condition, given as {@link Value#mapping} takes it. */
    public Statement when(Object... operators) {
      return new Statement(sid, effect, principal, actions, resources, Value.mapping(operators));
    }

    Value document() {
      Map<String, Object> document = new LinkedHashMap<>();
      if (sid.isPresent()) {
        document.put("Sid", sid.get());
      }
      document.put("Effect", effect);
      if (principal.isPresent()) {
        document.put("Principal", principal.get());
      }
      document.put("Action", actions.equals(List.of("*")) ? "*" : actions);
      if (!resources.isEmpty()) {
        document.put("Resource", resources.size() == 1 ? resources.get(0) : resources);
      }
      if (!condition.entries().isEmpty()) {
        document.put("Condition", condition);
      }
      return Value.of(document);
    }
  }
}
