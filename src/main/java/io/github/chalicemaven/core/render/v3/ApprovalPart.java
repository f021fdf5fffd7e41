package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.Topic;
import io.github.chalicemaven.core.render.Actions;
import java.util.ArrayList;
import java.util.List;

/**
 * A stage of its own before one that is approved: a rollback or a retry of the other one asks
 * nobody, and whoever rejects ends the execution. A change set for the approver to see is made here
 * and never executed; the other stage makes its own of the same artifact.
 */
final class ApprovalPart implements Part {

  private final Stage stage;
  private final Stage.Approval approval;
  private final DeployRole deployRole;

  ApprovalPart(Stage stage, Stage.Approval approval, DeployRole deployRole) {
    this.stage = stage;
    this.approval = approval;
    this.deployRole = deployRole;
  }

  @Override
  public void contribute(TemplateDraft draft) {
    List<Value> actions = new ArrayList<>();
    if (approval.afterChangeSet()) {
      ChangeSet changeSet = ChangeSet.of(stage, "ReviewChangeSet", deployRole, draft);
      actions.add(changeSet.create("CreateReviewChangeSet", 1));
    }
    actions.add(approve(draft, actions.size() + 1));
    draft.stage(Actions.stage(stage.approvalId(), actions));
  }

  private Value approve(TemplateDraft draft, int runOrder) {
    return PipelineResource.action("Approve", "Approval", "Manual", runOrder)
        .with(
            "Configuration",
            mapping()
                .withIf("NotificationArn", approval.topic().map(topic -> topic(draft, topic)))
                .withText("CustomData", approval.message())
                .with("ExternalEntityLink", link(draft)))
        .withIf("TimeoutInMinutes", approval.timeoutMinutes().map(Value::number));
  }

  /** The user's address, or what CloudFormation's console shows of the stack. */
  private Value link(TemplateDraft draft) {
    if (approval.reviewUrl().isPresent()) {
      return Value.text(approval.reviewUrl().get());
    }
    return draft
        .console()
        .link(
            "https://${Console}/cloudformation/home?region="
                + Place.of(stage).region()
                + "#/stacks?filteringText="
                + stage.stackName());
  }

  private Value topic(TemplateDraft draft, Topic topic) {
    Grants grants = draft.grants();
    Value arn = TopicResources.arn(draft, stage.approvalId() + "Topic", topic, List.of());
    if (topic instanceof Topic.Email) {
      grants.allow(Role.PIPELINE, Encryption.use(draft.encryption().keyArn()));
    }
    grants.allow(Role.PIPELINE, Statement.allow(arn, "sns:Publish").named("AskForApproval"));
    return arn;
  }
}
