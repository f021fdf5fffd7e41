package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Stage;

/** What a role may do that deploys a stage by change sets of its stack. */
final class StackAccess {

  static final String STACK_IDS = "the IDs that CloudFormation adds to the ARNs of stacks";

  private StackAccess() {}

  /**
   * Lets a role deploy a stage.
   *
   * @param place where its stack is
   * @param deployRole the ARN of the role with which CloudFormation deploys it
   */
  static void allow(Grants grants, Role role, Stage stage, Place place, Value deployRole) {
    Value stack = place.stack(stage);
    grants.allowPattern(
        role,
        Statement.allow(
                stack,
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
          role,
          Statement.allow(stack, "cloudformation:TagResource", "cloudformation:UntagResource")
              .named("TagStages"),
          STACK_IDS);
    }
    grants.allow(
        role,
        Statement.allow(deployRole, "iam:PassRole")
            .named("PassDeployRoles")
            .when("StringEquals", "iam:PassedToService", "cloudformation.amazonaws.com"));
  }
}
