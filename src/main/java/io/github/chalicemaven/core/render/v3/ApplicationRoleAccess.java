package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Stage;
import java.util.List;

/**
 * What CloudFormation may do with the roles of the application: with those that the stack creates,
 * and with those that it is given.
 */
final class ApplicationRoleAccess {

  private final Role role;
  private final Stage stage;
  private final Place place;
  private final TemplateDraft draft;

  ApplicationRoleAccess(Role role, Stage stage, Place place, TemplateDraft draft) {
    this.role = role;
    this.stage = stage;
    this.place = place;
    this.draft = draft;
  }

  void allow() {
    Value roles = place.iam("role/" + stage.stackName() + "-*");
    allow(
        Statement.allow(
                roles,
                "iam:DeleteRole",
                "iam:GetRole",
                "iam:GetRolePolicy",
                "iam:ListAttachedRolePolicies",
                "iam:ListRolePolicies",
                "iam:TagRole",
                "iam:UntagRole",
                "iam:UpdateAssumeRolePolicy",
                "iam:UpdateRole")
            .named("ManageRoles"));
    Statement withoutBoundary =
        Statement.allow(roles, "iam:CreateRole", "iam:DeleteRolePolicy", "iam:PutRolePolicy");
    Statement givePermissions =
        draft
            .pipeline()
            .permissionsBoundary(stage)
            .map(boundary -> withBoundary(roles, boundary))
            .orElse(withoutBoundary);
    allow(givePermissions.named("GiveRolesPermissions"));
    allow(passing("PassRoles", List.of(roles), "lambda"));
    passGiven("PassGivenRoles", stage.needs().roleArns(), "lambda");
    passGiven(
        "PassApiRoles", draft.pipeline().deployment(stage).apiGatewayRoleArns(), "apigateway");
  }

  private void allow(Statement statement) {
    draft.grants().allowPattern(role, statement, DeployAccess.NAME_SUFFIX);
  }

  /**
   * What a boundary binds: no role without it, and none that loses it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions
   *     boundaries</a>
   */
  private static Statement withBoundary(Value roles, String boundary) {
    return Statement.allow(
            roles,
            "iam:CreateRole",
            "iam:DeleteRolePolicy",
            "iam:PutRolePermissionsBoundary",
            "iam:PutRolePolicy")
        .when("StringEquals", "iam:PermissionsBoundary", boundary);
  }

  private static Statement passing(String name, List<Value> roles, String service) {
    return Statement.allow(List.of("iam:PassRole"), roles)
        .named(name)
        .when("StringEquals", "iam:PassedToService", service + ".amazonaws.com");
  }

  private void passGiven(String name, List<String> arns, String service) {
    if (!arns.isEmpty()) {
      draft.grants().allow(role, passing(name, Value.texts(arns).items(), service));
    }
  }

  /** Keeps whoever may do everything from roles without the boundary. */
  static Statement keepBoundary(String boundary) {
    return Statement.allowAnywhere(
            "iam:AttachRolePolicy",
            "iam:CreateRole",
            "iam:DeleteRolePermissionsBoundary",
            "iam:PutRolePermissionsBoundary",
            "iam:PutRolePolicy")
        .denied()
        .named("KeepBoundary")
        .when("StringNotEquals", "iam:PermissionsBoundary", boundary);
  }
}
