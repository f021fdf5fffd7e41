package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.getAtt;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.ref;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.PolicyDocument;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
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
      Assembly assembly, String logicalId, Topic.Email subscriber, List<Statement> allowed) {
    assembly.resource(
        logicalId,
        Resource.of(
            "AWS::SNS::Topic",
            "KmsMasterKeyId",
            getAtt(Assembly.KEY, "Arn"),
            "Subscription",
            sequence(mapping("Protocol", "email", "Endpoint", subscriber.address()))));
    List<Statement> statements = new ArrayList<>(allowed);
    statements.add(
        Statement.allow(ref(logicalId), "sns:Publish")
            .denied()
            .to(mapping("AWS", "*"))
            .named("DenyWithoutTls")
            .when("Bool", mapping("aws:SecureTransport", "false")));
    assembly.resource(
        logicalId + "Policy",
        Resource.of(
            "AWS::SNS::TopicPolicy",
            "Topics",
            sequence(ref(logicalId)),
            "PolicyDocument",
            new PolicyDocument(statements).document()));
    return ref(logicalId);
  }
}
