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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stage: approval, change set, deployment, tests, in the order that the user wants. */
final class StagePart implements Part {

  private final Stage stage;
  private final DeployRole deployRole;

  StagePart(Stage stage, DeployRole deployRole) {
    this.stage = stage;
    this.deployRole = deployRole;
  }

  @Override
  public void contribute(Assembly assembly) {
    List<Value> actions = new ArrayList<>();
    Optional<Stage.Approval> approval = stage.approval();
    approval
        .filter(a -> !a.afterChangeSet())
        .ifPresent(a -> actions.add(approve(assembly, a, actions.size() + 1)));
    actions.add(createChangeSet(actions.size() + 1));
    approval
        .filter(Stage.Approval::afterChangeSet)
        .ifPresent(a -> actions.add(approve(assembly, a, actions.size() + 1)));
    actions.add(executeChangeSet(actions.size() + 1));
    if (!stage.testCommands().isEmpty()) {
      actions.add(test(assembly, actions.size() + 1));
    }
    assembly.stage(
        Actions.stage(stage.id(), actions.toArray(Value[]::new))
            .withIf("OnFailure", onFailure())
            .withIf("OnSuccess", stage.alarm().map(StagePart::watch)));
    deployRole.contribute(assembly);
    assembly.allowPattern(
        Role.PIPELINE,
        Statement.allow(
                stackArn(),
                "cloudformation:CreateChangeSet",
                "cloudformation:DeleteChangeSet",
                "cloudformation:DescribeChangeSet",
                "cloudformation:DescribeStacks",
                "cloudformation:ExecuteChangeSet")
            .named("DeployStages"),
        "the IDs that CloudFormation adds to the ARNs of stacks");
    assembly.allow(
        Role.PIPELINE,
        Statement.allow(deployRole.arn(), "iam:PassRole")
            .named("PassDeployRoles")
            .when("StringEquals", "iam:PassedToService", "cloudformation.amazonaws.com"));
    stage
        .alarm()
        .ifPresent(
            alarm ->
                assembly.allow(
                    Role.PIPELINE,
                    Statement.allow(
                            Assembly.accountArn("cloudwatch", "alarm:" + alarm.name()),
                            "cloudwatch:DescribeAlarms")
                        .named("WatchAlarms")));
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

  private Value approve(Assembly assembly, Stage.Approval approval, int runOrder) {
    Value link =
        approval
            .reviewUrl()
            .<Value>map(Value::text)
            .orElse(
                sub(
                    "https://console.aws.amazon.com/cloudformation/home?region=${AWS::Region}"
                        + "#/stacks?filteringText="
                        + stage.stackName()));
    return Assembly.action("Approve", "Approval", "Manual", runOrder)
        .with(
            "Configuration",
            mapping()
                .withIf(
                    "NotificationArn",
                    approval.topic().map(topic -> approvalTopic(assembly, topic)))
                .withIf("CustomData", approval.message().map(Value::text))
                .with("ExternalEntityLink", link))
        .withIf("TimeoutInMinutes", approval.timeoutMinutes().map(Value::number));
  }

  private Value approvalTopic(Assembly assembly, Topic topic) {
    Value arn;
    if (topic instanceof Topic.Email email) {
      arn = TopicResources.add(assembly, stage.id() + "ApprovalTopic", email, List.of());
      assembly.allowTopicKey(Role.PIPELINE);
    } else {
      arn = text(((Topic.Existing) topic).arn());
    }
    assembly.allow(Role.PIPELINE, Statement.allow(arn, "sns:Publish").named("AskForApproval"));
    return arn;
  }

  private Value createChangeSet(int runOrder) {
    return Assembly.action(
            "Create" + stage.id() + "ChangeSet", "Deploy", "CloudFormation", runOrder)
        .with(
            "Configuration",
            changeSet("CHANGE_SET_REPLACE")
                .with("TemplatePath", BuildPart.ARTIFACT + "::" + stage.templateFile())
                .with("Capabilities", String.join(",", stage.capabilities()))
                .with("RoleArn", deployRole.arn())
                .withIf("ParameterOverrides", json(stage.parameterOverrides())))
        .with("InputArtifacts", Actions.artifact(BuildPart.ARTIFACT));
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
    return Assembly.action("ExecuteChangeSet", "Deploy", "CloudFormation", runOrder)
        .with("Configuration", changeSet("CHANGE_SET_EXECUTE"));
  }

  private Value.Mapping changeSet(String mode) {
    return mapping()
        .with("ActionMode", mode)
        .with("StackName", stackName())
        .with("ChangeSetName", sub("${ApplicationName}ChangeSet"));
  }

  private Value test(Assembly assembly, int runOrder) {
    V3Pipeline pipeline = assembly.pipeline();
    String projectId = stage.id() + "TestBuild";
    Value logs = assembly.logGroup(stage.id() + "TestLogs", Role.TESTS);
    Value buildSpec = new Value.Embedded(V3BuildSpec.tests(pipeline.build(), stage).document());
    Value source = mapping().with("Type", "CODEPIPELINE").with("BuildSpec", buildSpec);
    Resource project =
        BuildPart.project(stage.id() + "Tests", Role.TESTS, source, logs, assembly)
            .with("TimeoutInMinutes", pipeline.options().timeoutMinutes())
            .with(
                "Environment",
                mapping()
                    .with("Type", "LINUX_CONTAINER")
                    .with("ComputeType", pipeline.options().computeType().type())
                    .with("Image", ref("CodeBuildImage"))
                    .with(
                        "EnvironmentVariables",
                        sequence(mapping().with("Name", "STACK_NAME").with("Value", stackName()))));
    assembly.resource(projectId, BuildPart.imageSuppression().in(project));
    BuildPart.allowBucketIdentity(assembly, Role.TESTS);
    assembly.allowPattern(
        Role.TESTS,
        Statement.allow(sub("${ArtifactBucketStore.Arn}/*"), "s3:GetObject", "s3:GetObjectVersion")
            .named("ReadSource"),
        "objects of the artifact bucket, whose keys CodePipeline makes up");
    assembly.allowPattern(
        Role.TESTS,
        Statement.allow(stackArn(), "cloudformation:DescribeStacks").named("ReadOutputs"),
        "the IDs that CloudFormation adds to the ARNs of stacks");
    assembly.allowKeyForReading(Role.TESTS, Role.TESTS.access());
    assembly.allow(Role.PIPELINE, Assembly.runProject(projectId));

    return Assembly.action("Test", "Test", "CodeBuild", runOrder)
        .with("Configuration", mapping().with("ProjectName", ref(projectId)))
        .with("InputArtifacts", Actions.artifact(SourcePart.ARTIFACT));
  }

  private Value stackName() {
    return stage.stackName().contains("${") ? sub(stage.stackName()) : text(stage.stackName());
  }

  private Value stackArn() {
    return Assembly.accountArn("cloudformation", "stack/" + stage.stackName() + "/*");
  }
}
