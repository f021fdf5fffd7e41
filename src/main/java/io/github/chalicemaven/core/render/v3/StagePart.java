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
import io.github.chalicemaven.core.pipeline.Variables;
import io.github.chalicemaven.core.render.Actions;
import io.github.chalicemaven.core.render.BuildSource;
import java.util.ArrayList;
import java.util.List;

/** A stage: change set, deployment, tests. */
final class StagePart implements Part {

  private final Stage stage;
  private final DeployRole deployRole;

  StagePart(Stage stage, DeployRole deployRole) {
    this.stage = stage;
    this.deployRole = deployRole;
  }

  @Override
  public void contribute(TemplateDraft draft) {
    ChangeSet changeSet = ChangeSet.of(stage, "ChangeSet", deployRole, draft);
    List<Value> actions = new ArrayList<>();
    actions.add(changeSet.create("Create" + stage.id() + "ChangeSet", 1));
    actions.add(changeSet.execute("ExecuteChangeSet", 2));
    if (!stage.testCommands().isEmpty()) {
      actions.add(test(draft, 3));
    }
    StageConditions conditions = new StageConditions(stage.target().region());
    draft.stage(
        Actions.stage(stage.id(), actions)
            .withIf("BeforeEntry", conditions.entry(stage.gates()))
            .withIf("OnFailure", onFailure())
            .withIf("OnSuccess", stage.alarm().map(conditions::watch)));
    deployRole.contribute(draft);
    if (stage.target().account().isPresent()) {
      allowAction(draft);
    } else {
      StackAccess.allow(draft.grants(), Role.PIPELINE, stage, Place.of(stage), deployRole.arn());
      allowAlarms(draft.grants());
    }
  }

  private void allowAction(TemplateDraft draft) {
    draft
        .grants()
        .allow(
            Role.PIPELINE,
            Statement.allow(draft.fixedNames().actionRoleArn(stage), "sts:AssumeRole")
                .named("AssumeActionRoles"));
  }

  private void allowAlarms(Grants grants) {
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
                BuildSource.embedding(
                    BuildSource.written(V3BuildSpec.tests(pipeline.build(), stage))),
                BuildProject.environment(pipeline)
                    .with("EnvironmentVariables", sequence(variables())),
                draft);
    draft.resource(
        projectId,
        BuildProject.suppressions(pipeline)
            .in(BuildProject.inVpc(project, role, stage.testEnvironment().vpc())));
    Grants grants = draft.grants();
    draft.storage().allowSource(grants, role);
    if (stage.target().account().isEmpty()) {
      grants.allowPattern(
          role,
          Statement.allow(Place.of(stage).stack(stage), "cloudformation:DescribeStacks")
              .named("ReadOutputs"),
          StackAccess.STACK_IDS);
    }
    draft.storage().allowDecrypting(grants, role, role.access());
    BuildAccess.allow(grants, role, stage.testEnvironment());
    BuildProject.allowRun(grants, projectId);
    return PipelineResource.action("Test", "Test", "CodeBuild", runOrder)
        .with("Configuration", mapping().with("ProjectName", ref(projectId)))
        .with("InputArtifacts", Actions.artifact(Actions.SOURCE_ARTIFACT));
  }

  private List<Value> variables() {
    List<Value> variables = new ArrayList<>();
    variables.add(BuildProject.variable(Variables.STACK_NAME, text(stage.stackName())));
    stage
        .testEnvironment()
        .variables()
        .forEach(variable -> variables.add(BuildProject.variable(variable)));
    return variables;
  }
}
