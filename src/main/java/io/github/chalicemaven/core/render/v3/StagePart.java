package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.text;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.Topic;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.Actions;
import io.github.chalicemaven.core.render.BuildSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stage: approval, change set, deployment, tests, in the order that the user wants. */
final class StagePart implements Part {

  private static final String STACK_IDS = "the IDs that CloudFormation adds to the ARNs of stacks";

  private final Stage stage;
  private final DeployRole deployRole;

  StagePart(Stage stage, DeployRole deployRole) {
    this.stage = stage;
    this.deployRole = deployRole;
  }

  @Override
  public void contribute(TemplateDraft draft) {
    List<Value> actions = new ArrayList<>();
    Optional<Stage.Approval> approval = stage.approval();
    approval
        .filter(a -> !a.afterChangeSet())
        .ifPresent(a -> actions.add(approve(draft, a, actions.size() + 1)));
    actions.add(createChangeSet(actions.size() + 1));
    approval
        .filter(Stage.Approval::afterChangeSet)
        .ifPresent(a -> actions.add(approve(draft, a, actions.size() + 1)));
    actions.add(executeChangeSet(actions.size() + 1));
    if (!stage.testCommands().isEmpty()) {
      actions.add(test(draft, actions.size() + 1));
    }
    draft.stage(
        Actions.stage(stage.id(), actions)
            .withIf("OnFailure", onFailure())
            .withIf("OnSuccess", stage.alarm().map(StagePart::watch)));
    deployRole.contribute(draft);
    allowDeployment(draft.grants());
  }

  private void allowDeployment(Grants grants) {
    grants.allowPattern(
        Role.PIPELINE,
        Statement.allow(
                stackArn(),
                "cloudformation:CreateChangeSet",
                "cloudformation:DeleteChangeSet",
                "cloudformation:DescribeChangeSet",
                "cloudformation:DescribeStackEvents",
                "cloudformation:DescribeStacks",
                "cloudformation:ExecuteChangeSet")
            .named("DeployStages"),
        STACK_IDS);
    grants.allow(
        Role.PIPELINE,
        Statement.allow(deployRole.arn(), "iam:PassRole")
            .named("PassDeployRoles")
            .when("StringEquals", "iam:PassedToService", "cloudformation.amazonaws.com"));
    if (stage.alarm().isPresent()) {
      grants.allowPattern(
          Role.PIPELINE,
          Statement.allowAnywhere("cloudwatch:DescribeAlarms").named("WatchAlarms"),
          "cloudwatch:DescribeAlarms, which finds a composite alarm only where it is allowed on"
              + " all alarms");
    }
  }

  private Value.Mapping onFailure() {
    return switch (stage.onFailure()) {
      case STOP -> mapping();
      case ROLLBACK -> mapping().with("Result", "ROLLBACK");
      // The execution of a change set cannot be repeated without its creation.
      case RETRY ->
          mapping()
              .with("Result", "RETRY")
              .with("RetryConfiguration", mapping().with("RetryMode", "ALL_ACTIONS"));
    };
  }

  private static Value watch(Stage.Alarm alarm) {
    Value rule =
        mapping()
            .with("Name", "WatchAlarm")
            .with("RuleTypeId", Actions.type("Rule", "CloudWatchAlarm"))
            .with(
                "Configuration",
                mapping()
                    .with("AlarmName", alarm.name())
                    .with("WaitTime", String.valueOf(alarm.minutes())));
    Value condition = mapping().with("Result", "ROLLBACK").with("Rules", sequence(rule));
    return mapping().with("Conditions", sequence(condition));
  }

  private Value approve(TemplateDraft draft, Stage.Approval approval, int runOrder) {
    Value link =
        approval
            .reviewUrl()
            .<Value>map(Value::text)
            .orElse(
                sub(
                    "https://console.aws.amazon.com/cloudformation/home?region=${AWS::Region}"
                        + "#/stacks?filteringText="
                        + stage.stackName()));
    return PipelineResource.action("Approve", "Approval", "Manual", runOrder)
        .with(
            "Configuration",
            mapping()
                .withIf(
                    "NotificationArn", approval.topic().map(topic -> approvalTopic(draft, topic)))
                .withIf("CustomData", approval.message().map(Value::text))
                .with("ExternalEntityLink", link))
        .withIf("TimeoutInMinutes", approval.timeoutMinutes().map(Value::number));
  }

  private Value approvalTopic(TemplateDraft draft, Topic topic) {
    Grants grants = draft.grants();
    Value arn;
    if (topic instanceof Topic.Email email) {
      arn = TopicResources.add(draft, stage.id() + "ApprovalTopic", email, List.of());
      Encryption.allowTopics(grants, Role.PIPELINE);
    } else {
      arn = text(((Topic.Existing) topic).arn());
    }
    grants.allow(Role.PIPELINE, Statement.allow(arn, "sns:Publish").named("AskForApproval"));
    return arn;
  }

  private Value createChangeSet(int runOrder) {
    return PipelineResource.action(
            "Create" + stage.id() + "ChangeSet", "Deploy", "CloudFormation", runOrder)
        .with(
            "Configuration",
            changeSet("CHANGE_SET_REPLACE")
                .with("TemplatePath", Actions.BUILD_ARTIFACT + "::" + stage.templateFile())
                .with("Capabilities", String.join(",", stage.capabilities()))
                .with("RoleArn", deployRole.arn())
                .withIf("ParameterOverrides", json(stage.parameterOverrides())))
        .with("InputArtifacts", Actions.artifact(Actions.BUILD_ARTIFACT));
  }

  /** CodePipeline takes the overrides as text in JSON. */
  private static Optional<Value> json(Map<String, String> overrides) {
    Value.Mapping object = mapping();
    for (Map.Entry<String, String> override : overrides.entrySet()) {
      object = object.with(override.getKey(), override.getValue());
    }
    return overrides.isEmpty()
        ? Optional.empty()
        : Optional.of(text(DocumentFormat.compactJson(object)));
  }

  private Value executeChangeSet(int runOrder) {
    return PipelineResource.action("ExecuteChangeSet", "Deploy", "CloudFormation", runOrder)
        .with("Configuration", changeSet("CHANGE_SET_EXECUTE"));
  }

  private Value.Mapping changeSet(String mode) {
    return mapping()
        .with("ActionMode", mode)
        .with("StackName", stackName())
        .with("ChangeSetName", Names.application("ChangeSet"));
  }

  private Value test(TemplateDraft draft, int runOrder) {
    V3Pipeline pipeline = draft.pipeline();
    String projectId = stage.id() + "TestBuild";
    Resource project =
        new BuildProject(stage.id() + "Tests", Role.TESTS, stage.id() + "TestLogs")
            .resourceOf(
                BuildSource.embedding(V3BuildSpec.tests(pipeline.build(), stage)),
                BuildProject.environment(pipeline.buildOptions())
                    .with(
                        "EnvironmentVariables",
                        sequence(BuildProject.variable("STACK_NAME", stackName()))),
                draft);
    draft.resource(projectId, BuildProject.imageSuppression().in(project));
    Grants grants = draft.grants();
    ArtifactBucket.allowCheck(grants, Role.TESTS);
    ArtifactBucket.allowReadingSource(grants, Role.TESTS);
    grants.allowPattern(
        Role.TESTS,
        Statement.allow(stackArn(), "cloudformation:DescribeStacks").named("ReadOutputs"),
        STACK_IDS);
    draft.encryption().allowReading(grants, Role.TESTS, Role.TESTS.access());
    BuildProject.allowRun(grants, projectId);
    return PipelineResource.action("Test", "Test", "CodeBuild", runOrder)
        .with("Configuration", mapping().with("ProjectName", ref(projectId)))
        .with("InputArtifacts", Actions.artifact(Actions.SOURCE_ARTIFACT));
  }

  private Value stackName() {
    return stage.stackName().contains("${") ? sub(stage.stackName()) : text(stage.stackName());
  }

  private Value stackArn() {
    return Arns.of("cloudformation", "stack/" + stage.stackName() + "/*");
  }
}
