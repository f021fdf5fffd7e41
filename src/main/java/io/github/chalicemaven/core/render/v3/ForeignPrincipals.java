package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.List;
import java.util.Optional;

/**
 * Roles of other accounts, as the principals of a policy. The policy admits their whole accounts,
 * and a condition limits that to the roles' ARNs. It does not name the roles as principals, for two
 * reasons: AWS refuses a policy that names a role that does not exist, and it stores the role's
 * unique ID, so that a role that is deleted and created again would not be admitted.
 *
 * @param roles their ARNs
 * @param organizationId the organization that all of them belong to
 */
record ForeignPrincipals(
    List<String> accounts, List<Value> roles, Optional<String> organizationId) {

  /** The statement for these roles. */
  Statement admit(Statement statement) {
    return admit(statement, mapping());
  }

  /** The statement for these roles, where other keys of the request have values too. */
  Statement admit(Statement statement, Value.Mapping others) {
    List<Value> roots = accounts.stream().map(account -> Arns.iam(account, "root")).toList();
    return statement
        .to(mapping().with("AWS", one(roots)))
        .when(
            "StringEquals",
            others
                .with("aws:PrincipalArn", one(roles))
                .withText("aws:PrincipalOrgID", organizationId));
  }

  private static Value one(List<Value> values) {
    return values.size() == 1 ? values.get(0) : sequence(values);
  }
}
