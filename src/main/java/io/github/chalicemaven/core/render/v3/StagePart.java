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
            .withIf("BeforeEntry", Conditions.entry(stage.gates()))
            .withIf("OnFailure", onFailure())
            .withIf("OnSuccess", stage.alarm().map(Conditions::watch)));
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
    if (!stage.tags().isEmpty()) {
      grants.allowPattern(
          Role.PIPELINE,
          Statement.allow(stackArn(), "cloudformation:TagResource", "cloudformation:UntagResource")
              .named("TagStages"),
          STACK_IDS);
    }
    grants.allow(
        Role.PIPELINE,
        Statement.allow(deployRole.arn(), "iam:PassRole")
            .named("PassDeployRoles")
            .when("StringEquals", "iam:PassedToService", "cloudformation.amazonaws.com"));
    if (stage.alarm().isPresent() || stage.gates().healthyAlarm().isPresent()) {
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

  private Value test(TemplateDraft draft, int runOrder) {
    V3Pipeline pipeline = draft.pipeline();
    String projectId = stage.id() + "TestBuild";
    Role role = draft.testsRole(stage);
    Resource project =
        new BuildProject(stage.id() + "Tests", role, stage.id() + "TestLogs")
            .resourceOf(
                BuildSource.embedding(V3BuildSpec.tests(pipeline.build(), stage)),
                BuildProject.environment(pipeline)
                    .with("EnvironmentVariables", sequence(variables())),
                draft);
    draft.resource(
        projectId,
        BuildProject.suppressions(pipeline)
            .in(BuildProject.inVpc(project, role, stage.testEnvironment().vpc())));
    Grants grants = draft.grants();
    ArtifactBucket.allowCheck(grants, role);
    ArtifactBucket.allowReadingSource(grants, role);
    grants.allowPattern(
        role,
        Statement.allow(stackArn(), "cloudformation:DescribeStacks").named("ReadOutputs"),
        STACK_IDS);
    draft.encryption().allowReading(grants, role, role.access());
    BuildAccess.allow(grants, role, stage.testEnvironment());
    BuildProject.allowRun(grants, projectId);
    return PipelineResource.action("Test", "Test", "CodeBuild", runOrder)
        .with("Configuration", mapping().with("ProjectName", ref(projectId)))
        .with("InputArtifacts", Actions.artifact(Actions.SOURCE_ARTIFACT));
  }

  private List<Value> variables() {
    List<Value> variables = new ArrayList<>();
    variables.add(BuildProject.variable("STACK_NAME", text(stage.stackName())));
    stage
        .testEnvironment()
        .variables()
        .forEach(variable -> variables.add(BuildProject.variable(variable)));
    return variables;
  }

  private Value stackArn() {
    return Arns.of("cloudformation", "stack/" + stage.stackName() + "/*");
  }
}
