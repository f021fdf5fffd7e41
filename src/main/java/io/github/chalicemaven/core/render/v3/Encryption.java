package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Topic;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import java.util.Optional;

/** Which keys encrypt what. */
record Encryption(V3Pipeline pipeline) {

  /** The template's key, where it has one. */
  static final String KEY = "PipelineKey";

  /**
   * Whether the template's key, or one of the user's, encrypts what the pipeline stores, rather
   * than AWS's own keys.
   */
  boolean hasCustomerKey() {
    return pipeline.options().customerKey();
  }

  /** Whether the template has a key: for what is stored, or for topics of its own. */
  boolean hasKey() {
    return pipeline.options().keyArn().isEmpty()
        && (hasCustomerKey() || notifiesByMail() || asksForApprovalByMail());
  }

  /** Whether EventBridge publishes to a topic of the template. */
  boolean notifiesByMail() {
    return pipeline
        .options()
        .notifications()
        .filter(n -> n.topic() instanceof Topic.Email)
        .isPresent();
  }

  private boolean asksForApprovalByMail() {
    return pipeline.stages().stream()
        .flatMap(stage -> stage.approval().stream())
        .flatMap(approval -> approval.topic().stream())
        .anyMatch(Topic.Email.class::isInstance);
  }

  /** The ARN of the user's own key, else of the template's. */
  Value keyArn() {
    return pipeline.options().keyArn().<Value>map(Value::text).orElse(templateKeyArn());
  }

  /** The ARN of the template's own key. */
  static Value templateKeyArn() {
    return getAtt(KEY, "Arn");
  }

  /** The ARN of the key that encrypts what is stored, if that is not AWS's. */
  Optional<Value> customerKey() {
    return hasCustomerKey() ? Optional.of(keyArn()) : Optional.empty();
  }

  /** Reads and writes what a key encrypts. */
  static Statement use(Value keyArn) {
    return Statement.allow(
            keyArn, "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey")
        .named("UseKey");
  }
}
