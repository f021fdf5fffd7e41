package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.texts;

import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.PolicyDocument;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.List;
import java.util.Optional;

/** The roles, and the policies of what the parts have asked for. */
final class RoleResources {

  private final TemplateDraft draft;

  private RoleResources(TemplateDraft draft) {
    this.draft = draft;
  }

  /**
   * Adds a role and its policies for each that may do something. A role of the user's own is not
   * changed: its policy is attached to nothing, and an output names it.
   */
  static void addTo(TemplateDraft draft) {
    RoleResources resources = new RoleResources(draft);
    for (Role role : draft.grants().roles()) {
      if (draft.given(role).isEmpty()) {
        RoleShape shape = draft.shape(role);
        draft.resource(shape.logicalId(), resources.role(role, shape), shape.tags());
      }
    }
    for (Grants.ManagedPolicy policy : draft.grants().policies()) {
      draft.resource(policy.logicalId(), resources.policy(policy));
      policy.holders().stream()
          .flatMap(role -> draft.given(role).stream())
          .forEach(
              arn ->
                  draft.output(
                      policy.logicalId() + "Arn",
                      new Output("The policy to attach to " + arn, ref(policy.logicalId()))));
    }
  }

  private Resource role(Role role, RoleShape shape) {
    Statement trust = shape.trust().orElseGet(() -> trust(role));
    return resource("AWS::IAM::Role")
        .withText("RoleName", shape.name())
        .with("Description", role.duty())
        .with("AssumeRolePolicyDocument", PolicyDocument.of(trust).document())
        .withIf("ManagedPolicyArns", texts(role.managedPolicyArns()))
        .withText("PermissionsBoundary", shape.permissionsBoundary())
        .withText("Path", shape.path());
  }

  private static Statement trust(Role role) {
    Statement trust =
        Statement.assumeRole(mapping().with("Service", role.service() + ".amazonaws.com"));
    // CloudFormation sets no source account when it assumes a stack's role.
    return role.service().equals("cloudformation")
        ? trust
        : trust.when("StringEquals", "aws:SourceAccount", ref("AWS::AccountId"));
  }

  private Resource policy(Grants.ManagedPolicy policy) {
    List<Value.Mapping> roles =
        policy.holders().stream()
            .filter(role -> draft.given(role).isEmpty())
            .map(role -> ref(draft.shape(role).logicalId()))
            .toList();
    Optional<String> path = draft.shape(policy.holders().iterator().next()).path();
    Resource resource =
        resource("AWS::IAM::ManagedPolicy")
            .with("Description", policy.policy().duty())
            .withText("Path", path)
            .with("PolicyDocument", new PolicyDocument(policy.statements()).document())
            .withIf("Roles", sequence(roles));
    return policy.reasons().isEmpty()
        ? resource
        : Suppressions.of(
                "AwsSolutions-IAM5",
                "The wildcards stand for " + String.join("; ", policy.reasons()) + ".")
            .in(resource);
  }
}
