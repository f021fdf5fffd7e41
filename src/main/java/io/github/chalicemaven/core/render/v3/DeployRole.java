package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Deployment;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.render.LogicalIds;

/**
 * The role with which CloudFormation deploys a stage's stack: the template's own, which may do what
 * {@link DeployAccess} says, or the user's.
 */
final class DeployRole implements Part {

  private final Stage stage;
  private final Deployment deployment;
  private final String chaliceName;
  private final Role role;

  /**
   * The role of a stage.
   *
   * @param first whether it is the first stage, whose role has the logical ID that it has in {@code
   *     v2}
   */
  DeployRole(Stage stage, boolean first, Deployment deployment, String chaliceName) {
    this.stage = stage;
    this.deployment = deployment;
    this.chaliceName = chaliceName;
    String duty = "Deploys the stage " + stage.id();
    this.role =
        new Role(
            first ? LogicalIds.DEPLOY_ROLE : LogicalIds.DEPLOY_ROLE + stage.id(),
            new Role.Policy("CFNDeployAccess" + stage.id(), duty),
            "cloudformation",
            duty,
            deployment.managedPolicyArns());
  }

  /** The ARN of the role, or of the user's own. */
  Value arn() {
    return deployment.roleArn().<Value>map(Value::text).orElse(role.arn());
  }

  @Override
  public void contribute(TemplateDraft draft) {
    Grants grants = draft.grants();
    if (deployment.roleArn().isPresent()) {
      return;
    }
    if (deployment.admin()) {
      grants.allowPattern(
          role,
          Statement.allowAnywhere("*").named("Everything"),
          "all actions and resources, because <deployment><admin> is true");
      draft
          .options()
          .permissionsBoundary()
          .map(ApplicationRoleAccess::keepBoundary)
          .ifPresent(statement -> grants.allow(role, statement));
      return;
    }
    new DeployAccess(role, stage, chaliceName, draft).allow();
  }
}
