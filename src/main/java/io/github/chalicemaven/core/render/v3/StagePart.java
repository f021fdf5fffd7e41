package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.text;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.Actions;
import io.github.chalicemaven.core.render.BuildSource;
import java.util.ArrayList;
import java.util.List;

/** A stage: change set, deployment, tests. */
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
    ChangeSet changeSet = new ChangeSet(stage, draft.names().application("ChangeSet"), deployRole);
    List<Value> actions = new ArrayList<>();
    actions.add(changeSet.create("Create" + stage.id() + "ChangeSet", 1));
    actions.add(changeSet.execute("ExecuteChangeSet", 2));
    if (!stage.testCommands().isEmpty()) {
      actions.add(test(draft, 3));
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

  private Value test(TemplateDraft draft, int runOrder) {
    V3Pipeline pipeline = draft.pipeline();
    String projectId = stage.id() + "TestBuild";
    Resource project =
        new BuildProject(stage.id() + "Tests", Role.TESTS, stage.id() + "TestLogs")
            .resourceOf(
                BuildSource.embedding(V3BuildSpec.tests(pipeline.build(), stage)),
                BuildProject.environment(pipeline)
                    .with(
                        "EnvironmentVariables",
                        sequence(BuildProject.variable("STACK_NAME", text(stage.stackName())))),
                draft);
    draft.resource(projectId, BuildProject.suppressions(pipeline).in(project));
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

  private Value stackArn() {
    return Arns.of("cloudformation", "stack/" + stage.stackName() + "/*");
  }
}
