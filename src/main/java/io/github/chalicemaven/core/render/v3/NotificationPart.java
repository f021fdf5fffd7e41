package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.texts;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.pipeline.PipelineOptions.Event;
import io.github.chalicemaven.core.pipeline.PipelineOptions.Notifications;
import java.util.List;

/**
 * Notifies people of events in the pipeline: an EventBridge rule for each kind of event.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html">Events
 *     of CodePipeline</a>
 */
final class NotificationPart implements Part {

  private static final String TOPIC = "NotificationTopic";

  private final Notifications notifications;

  NotificationPart(Notifications notifications) {
    this.notifications = notifications;
  }

  @Override
  public void contribute(TemplateDraft draft) {
    Value topic = TopicResources.arn(draft, TOPIC, notifications.topic(), List.of(publish()));
    for (Event event : notifications.events()) {
      draft.resource(ruleId(event), rule(event, topic, draft.console()));
    }
  }

  /**
   * Without a condition: EventBridge does not send SNS its rule or account.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions">Amazon
   *     SNS permissions</a>
   */
  private static Statement publish() {
    return Statement.allow(ref(TOPIC), "sns:Publish")
        .to(mapping().with("Service", "events.amazonaws.com"))
        .named("PublishEvents");
  }

  private static String ruleId(Event event) {
    return switch (event) {
      case FAILED -> "FailedRule";
      case APPROVAL_NEEDED -> "ApprovalNeededRule";
      case SUCCEEDED -> "SucceededRule";
    };
  }

  private static Resource rule(Event event, Value topic, Console console) {
    boolean approval = event == Event.APPROVAL_NEEDED;
    Value.Mapping ofPipeline = mapping().with("pipeline", sequence(ref(LogicalIds.PIPELINE)));
    Value detail =
        approval
            ? ofPipeline
                .with("type", mapping().with("category", texts("Approval")))
                .with("state", texts("STARTED"))
            : ofPipeline.with("state", texts(event.name()));
    return resource("AWS::Events::Rule")
        .with(
            "Description",
            approval
                ? "Sends a notification when a stage waits for approval."
                : "Sends a notification when an execution has " + event + ".")
        .with(
            "EventPattern",
            mapping()
                .with("source", texts("aws.codepipeline"))
                .with(
                    "detail-type",
                    texts(
                        approval
                            ? "CodePipeline Action Execution State Change"
                            : "CodePipeline Pipeline Execution State Change"))
                .with("detail", detail))
        .with("State", "ENABLED")
        .with(
            "Targets",
            sequence(
                mapping()
                    .with("Id", "Topic")
                    .with("Arn", topic)
                    .with("InputTransformer", message(event, console))));
  }

  private static Value message(Event event, Console console) {
    String happened =
        event == Event.APPROVAL_NEEDED
            ? "Pipeline <pipeline>: stage <stage> is waiting for approval."
            : "Pipeline <pipeline>: an execution has " + event + ".";
    String link =
        "https://${Console}/codesuite/codepipeline/pipelines/<pipeline>/view?region=${AWS::Region}";
    Value.Mapping pipeline = mapping().with("pipeline", "$.detail.pipeline");
    Value paths =
        event == Event.APPROVAL_NEEDED ? pipeline.with("stage", "$.detail.stage") : pipeline;
    return mapping()
        .with("InputPathsMap", paths)
        .with("InputTemplate", console.link('"' + happened + " " + link + '"'));
  }
}
