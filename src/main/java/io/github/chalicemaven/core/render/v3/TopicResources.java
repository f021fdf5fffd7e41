package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

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
   * Adds a topic with one subscriber, who confirms the subscription by mail.
   *
   * @param allowed who may publish besides the account's own roles
   * @return the topic's ARN
   */
  static Value add(
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
    statements.add(
        Statement.allow(ref(logicalId), "sns:Publish")
            .denied()
            .to(mapping().with("AWS", "*"))
            .named("DenyWithoutTls")
            .when("Bool", "aws:SecureTransport", "false"));
    draft.resource(
        logicalId + "Policy",
        resource("AWS::SNS::TopicPolicy")
            .with("Topics", sequence(ref(logicalId)))
            .with("PolicyDocument", new PolicyDocument(statements).document()));
    return ref(logicalId);
  }
}
