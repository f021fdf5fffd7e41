package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Deployment;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;

/**
 * The role with which CloudFormation deploys a stage's stack: the template's own, which may do what
 * {@link DeployAccess} says, the user's, or one of the template of another account.
 */
final class DeployRole implements Part {

  private final V3Pipeline pipeline;
  private final Stage stage;
  private final Deployment deployment;
  private final Role role;

  /**
   * The role of a stage.
   *
   * @param first whether it is the first stage, whose role has the logical ID that it has in {@code
   *     v2}
   */
  DeployRole(V3Pipeline pipeline, Stage stage, boolean first) {
    this.pipeline = pipeline;
    this.stage = stage;
    this.deployment = pipeline.deployment(stage);
    String duty = "Deploys the stage " + stage.id();
    this.role =
        new Role(
            first ? LogicalIds.DEPLOY_ROLE : LogicalIds.DEPLOY_ROLE + stage.id(),
            new Role.Policy(LogicalIds.DEPLOY_ACCESS + stage.id(), duty),
            "cloudformation",
            duty,
            deployment.managedPolicyArns());
  }

  /** The ARN of the role, wherever it is. */
  Value arn() {
    if (stage.target().account().isPresent()) {
      return new FixedNames(pipeline).deployRoleArn(stage);
    }
    return deployment.roleArn().<Value>map(Value::text).orElse(role.arn());
  }

  @Override
  public void contribute(TemplateDraft draft) {
    if (stage.target().account().isEmpty()) {
      contribute(draft, Place.of(stage), draft.storage(stage.target().region()));
    }
  }

  /** Adds the role to the template of the stage's own account. */
  void contributeToTarget(TemplateDraft draft) {
    FixedNames names = draft.fixedNames();
    draft.shape(RoleShape.of(role, stage, names.deployRole(stage)), role);
    contribute(draft, names.place(stage), new ForeignStorage(names, stage));
  }

  private void contribute(TemplateDraft draft, Place place, CodeAccess code) {
    if (deployment.roleArn().isPresent()) {
      return;
    }
    Grants grants = draft.grants();
    if (deployment.admin()) {
      grants.allowPattern(
          role,
          Statement.allowAnywhere("*").named("Everything"),
          "all actions and resources, because <deployment><admin> is true");
      pipeline
          .permissionsBoundary(stage)
          .map(ApplicationRoleAccess::keepBoundary)
          .ifPresent(statement -> grants.allow(role, statement));
      return;
    }
    new DeployAccess(role, stage, place, code, draft).allow();
  }
}
