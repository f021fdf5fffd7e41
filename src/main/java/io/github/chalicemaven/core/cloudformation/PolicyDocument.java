package io.github.chalicemaven.core.cloudformation;

import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.text;
import static io.github.chalicemaven.core.cloudformation.Value.texts;

import java.util.ArrayList;
import java.util.List;
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
    Value name = sub(service + ".${AWS::URLSuffix}");
    return of(Statement.assumeRole(mapping().with("Service", sequence(name))));
  }

  /** The document as a template holds it. */
  public Value document() {
    List<Value> documents = new ArrayList<>();
    for (Statement statement : statements) {
      documents.add(statement.document());
    }
    return mapping().with("Version", "2012-10-17").with("Statement", sequence(documents));
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
          Optional.empty(), "Allow", Optional.empty(), actions, resources, mapping());
    }

    /** Allows the actions on one resource. */
    public static Statement allow(Value resource, String... actions) {
      return allow(List.of(actions), List.of(resource));
    }

    /** Allows the actions on every resource. */
    public static Statement allowAnywhere(String... actions) {
      return allow(text("*"), actions);
    }

    /** Lets a principal assume the role whose trust policy this is in. */
    public static Statement assumeRole(Value principal) {
      return allow(List.of("sts:AssumeRole"), List.of()).to(principal);
    }

    /** Denies everyone the actions on resources in a request that does not use TLS. */
    public static Statement denyWithoutTls(List<String> actions, List<Value> resources) {
      return allow(actions, resources)
          .denied()
          .to(mapping().with("AWS", "*"))
          .named("DenyWithoutTls")
          .when("Bool", "aws:SecureTransport", "false");
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

    /** The same statement under one more condition. */
    public Statement when(String operator, Value.Mapping keys) {
      Value.Mapping conditions = condition.with(operator, keys);
      return new Statement(sid, effect, principal, actions, resources, conditions);
    }

    /** The same statement under one more condition, on one key. */
    public Statement when(String operator, String key, Value value) {
      return when(operator, mapping().with(key, value));
    }

    /** The same statement under one more condition, on one key. */
    public Statement when(String operator, String key, String value) {
      return when(operator, key, text(value));
    }

    Value document() {
      return mapping()
          .withText("Sid", sid)
          .with("Effect", effect)
          .withIf("Principal", principal)
          .with("Action", actions.equals(List.of("*")) ? text("*") : texts(actions))
          .withIf("Resource", resource())
          .withIf("Condition", condition);
    }

    private Optional<Value> resource() {
      return resources.size() > 1
          ? Optional.of(sequence(resources))
          : resources.stream().findFirst();
    }
  }
}
