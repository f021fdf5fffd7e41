package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.List;
import java.util.Optional;

/**
 * Roles of other accounts, as a policy lets them in: by the roots of their accounts, limited to
 * their ARNs by a condition. A policy that names a role of which there is none is refused, and
 * would name another one after that was made anew.
 *
 * @param roles their ARNs
 * @param organizationId the organization that all of them belong to
 */
record ForeignPrincipals(
    List<String> accounts, List<Value> roles, Optional<String> organizationId) {

  /** The statement for these roles. */
  Statement let(Statement statement) {
    return let(statement, mapping());
  }

  /** The statement for these roles, where other keys of the request have values too. */
  Statement let(Statement statement, Value.Mapping others) {
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
