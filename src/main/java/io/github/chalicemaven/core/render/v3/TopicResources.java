package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.text;

import io.github.chalicemaven.core.cloudformation.PolicyDocument;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Topic;
import java.util.ArrayList;
import java.util.List;

/** SNS topics of the template's own: encrypted, over TLS only. */
final class TopicResources {

  private TopicResources() {}

  /**
   * The ARN of a topic, which is added unless it exists.
   *
   * @param logicalId of a topic that is added
   * @param allowed who may publish to it besides the account's own roles
   */
  static Value arn(TemplateDraft draft, String logicalId, Topic topic, List<Statement> allowed) {
    if (topic instanceof Topic.Existing existing) {
      return text(existing.arn());
    }
    add(draft, logicalId, (Topic.Email) topic, allowed);
    return ref(logicalId);
  }

  /** Adds a topic with one subscriber, who confirms the subscription by mail. */
  private static void add(
      TemplateDraft draft, String logicalId, Topic.Email subscriber, List<Statement> allowed) {
    draft.resource(
        logicalId,
        resource("AWS::SNS::Topic")
            .with("KmsMasterKeyId", draft.encryption().keyArn())
            .with(
                "Subscription",
                sequence(
                    mapping().with("Protocol", "email").with("Endpoint", subscriber.address()))));
    List<Statement> statements = new ArrayList<>(allowed);
    statements.add(Statement.denyWithoutTls(List.of("sns:Publish"), List.of(ref(logicalId))));
    draft.resource(
        logicalId + "Policy",
        resource("AWS::SNS::TopicPolicy")
            .with("Topics", sequence(ref(logicalId)))
            .with("PolicyDocument", new PolicyDocument(statements).document()));
  }
}
