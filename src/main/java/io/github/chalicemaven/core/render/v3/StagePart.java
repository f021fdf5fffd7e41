package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.ref;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.sub;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.Topic;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
    List<Map<String, Object>> actions = new ArrayList<>();
    Optional<Stage.Approval> approval = stage.approval();
    approval.filter(a -> !a.afterChangeSet()).ifPresent(a -> actions.add(approve(assembly, a)));
    actions.add(createChangeSet());
    approval
        .filter(Stage.Approval::afterChangeSet)
        .ifPresent(a -> actions.add(approve(assembly, a)));
    actions.add(executeChangeSet());
    if (!stage.testCommands().isEmpty()) {
      actions.add(test(assembly));
    }
    for (int i = 0; i < actions.size(); i++) {
      actions.get(i).put("RunOrder", i + 1);
    }
    assembly.stage(stage(actions));
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
            .when("StringEquals", mapping("iam:PassedToService", "cloudformation.amazonaws.com")));
    stage
        .alarm()
        .ifPresent(
            alarm ->
                assembly.allow(
                    Role.PIPELINE,
                    Statement.allow(
                            sub(
                                "arn:${AWS::Partition}:cloudwatch:${AWS::Region}"
                                    + ":${AWS::AccountId}:alarm:"
                                    + alarm.name()),
                            "cloudwatch:DescribeAlarms")
                        .named("WatchAlarms")));
  }

  private Value stage(List<Map<String, Object>> actions) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("Name", stage.id());
    properties.put("Actions", actions);
    if (stage.onFailure() == Stage.OnFailure.ROLLBACK) {
      properties.put("OnFailure", mapping("Result", "ROLLBACK"));
    } else if (stage.onFailure() == Stage.OnFailure.RETRY) {
      // The execution of a change set cannot be repeated without its creation.
      properties.put(
          "OnFailure",
          mapping("Result", "RETRY", "RetryConfiguration", mapping("RetryMode", "ALL_ACTIONS")));
    }
    stage.alarm().ifPresent(alarm -> properties.put("OnSuccess", watch(alarm)));
    return Value.of(properties);
  }

  private static Value watch(Stage.Alarm alarm) {
    Value rule =
        mapping(
            "Name",
            "WatchAlarm",
            "RuleTypeId",
            mapping(
                "Category", "Rule", "Owner", "AWS", "Provider", "CloudWatchAlarm", "Version", "1"),
            "Configuration",
            mapping("AlarmName", alarm.name(), "WaitTime", String.valueOf(alarm.minutes())));
    return mapping("Conditions", sequence(mapping("Result", "ROLLBACK", "Rules", sequence(rule))));
  }

  private Map<String, Object> approve(Assembly assembly, Stage.Approval approval) {
    Map<String, Object> configuration = new LinkedHashMap<>();
    approval
        .topic()
        .map(topic -> approvalTopic(assembly, topic))
        .ifPresent(arn -> configuration.put("NotificationArn", arn));
    approval.message().ifPresent(message -> configuration.put("CustomData", message));
    configuration.put(
        "ExternalEntityLink",
        approval
            .reviewUrl()
            .<Value>map(Value.Text::new)
            .orElse(
                sub(
                    "https://console.aws.amazon.com/cloudformation/home?region=${AWS::Region}"
                        + "#/stacks?filteringText="
                        + stage.stackName())));
    Map<String, Object> action = Assembly.action("Approve", "Approval", "Manual", 1);
    action.put("Configuration", configuration);
    approval.timeoutMinutes().ifPresent(minutes -> action.put("TimeoutInMinutes", minutes));
    return action;
  }

  private Value approvalTopic(Assembly assembly, Topic topic) {
    Value arn;
    if (topic instanceof Topic.Email email) {
      arn = TopicResources.add(assembly, stage.id() + "ApprovalTopic", email, List.of());
      assembly.allowTopicKey(Role.PIPELINE);
    } else {
      arn = Value.of(((Topic.Existing) topic).arn());
    }
    assembly.allow(Role.PIPELINE, Statement.allow(arn, "sns:Publish").named("AskForApproval"));
    return arn;
  }

  private Map<String, Object> createChangeSet() {
    Map<String, Object> configuration = changeSet("CHANGE_SET_REPLACE");
    configuration.put("TemplatePath", BuildPart.ARTIFACT + "::" + stage.templateFile());
    configuration.put("Capabilities", String.join(",", stage.capabilities()));
    configuration.put("RoleArn", deployRole.arn());
    if (!stage.parameterOverrides().isEmpty()) {
      configuration.put("ParameterOverrides", json(stage.parameterOverrides()));
    }
    Map<String, Object> action =
        Assembly.action("Create" + stage.id() + "ChangeSet", "Deploy", "CloudFormation", 1);
    action.put("Configuration", configuration);
    action.put("InputArtifacts", Assembly.artifact(BuildPart.ARTIFACT));
    return action;
  }

  private Map<String, Object> executeChangeSet() {
    Map<String, Object> action = Assembly.action("ExecuteChangeSet", "Deploy", "CloudFormation", 1);
    action.put("Configuration", changeSet("CHANGE_SET_EXECUTE"));
    return action;
  }

  private Map<String, Object> changeSet(String mode) {
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("ActionMode", mode);
    configuration.put("StackName", stackName());
    configuration.put("ChangeSetName", sub("${ApplicationName}ChangeSet"));
    return configuration;
  }

  private Map<String, Object> test(Assembly assembly) {
    V3Pipeline pipeline = assembly.pipeline();
    String projectId = stage.id() + "TestBuild";
    Value logs = assembly.logGroup(stage.id() + "TestLogs", Role.TESTS);
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("Type", "CODEPIPELINE");
    source.put(
        "BuildSpec", new Value.Embedded(V3BuildSpec.tests(pipeline.build(), stage).document()));
    Map<String, Object> properties =
        BuildPart.project(stage.id() + "Tests", source, logs, assembly);
    properties.put("TimeoutInMinutes", pipeline.options().timeoutMinutes());
    properties.put(
        "Environment",
        mapping(
            "Type",
            "LINUX_CONTAINER",
            "ComputeType",
            pipeline.options().computeType().type(),
            "Image",
            ref("CodeBuildImage"),
            "EnvironmentVariables",
            sequence(mapping("Name", "STACK_NAME", "Value", stackName()))));
    assembly.resource(
        projectId,
        Suppressions.suppress(
            new Resource("AWS::CodeBuild::Project", (Value.Mapping) Value.of(properties)),
            BuildPart.imageSuppression().toArray(String[]::new)));
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

    Map<String, Object> action = Assembly.action("Test", "Test", "CodeBuild", 1);
    action.put("Configuration", mapping("ProjectName", ref(projectId)));
    action.put("InputArtifacts", Assembly.artifact(SourcePart.ARTIFACT));
    return action;
  }

  private Value stackName() {
    return stage.stackName().contains("${") ? sub(stage.stackName()) : Value.of(stage.stackName());
  }

  private Value stackArn() {
    return sub(
        "arn:${AWS::Partition}:cloudformation:${AWS::Region}:${AWS::AccountId}:stack/"
            + stage.stackName()
            + "/*");
  }

  /** CodePipeline takes the overrides as text in JSON. */
  private static String json(Map<String, String> overrides) {
    return overrides.entrySet().stream()
        .map(override -> quoted(override.getKey()) + ":" + quoted(override.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
