package io.github.chalicemaven.report;

import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.render.Rendered;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what, by a template: every statement of it once, and none that it does not have.
 * Values are as {@code TemplateView} shows them.
 *
 * @param roles the template's own
 * @param policies of roles
 * @param resourcePolicies of keys, buckets, topics and whatever else has a policy of its own
 */
public record Permissions(List<Role> roles, List<Policy> policies, List<Policy> resourcePolicies) {

  public Permissions {
    roles = List.copyOf(roles);
    policies = List.copyOf(policies);
    resourcePolicies = List.copyOf(resourcePolicies);
  }

  /** The permissions that a pipeline's template grants. */
  public static Permissions of(Pipeline pipeline, Rendered rendered) {
    return new PermissionsReader(pipeline, rendered).permissions();
  }

  /**
   * A role.
   *
   * @param description what it is for; empty where the template does not say
   * @param trust who may assume it
   * @param policies the names of the template's policies that it holds
   * @param managedPolicyArns policies that are not of the template
   * @param boundary the ARN of its permissions boundary
   */
  public record Role(
      String logicalId,
      String description,
      List<Statement> trust,
      List<String> policies,
      List<String> managedPolicyArns,
      Optional<String> boundary) {
    public Role {
      trust = List.copyOf(trust);
      policies = List.copyOf(policies);
      managedPolicyArns = List.copyOf(managedPolicyArns);
    }
  }

  /**
   * A policy.
   *
   * @param name its logical ID; of an inline policy, the role's and its own
   * @param description what it is for; empty where the template does not say
   * @param holders the logical IDs of its roles, or of the resource that it protects
   */
  public record Policy(
      String name, String description, List<String> holders, List<Statement> statements) {
    public Policy {
      holders = List.copyOf(holders);
      statements = List.copyOf(statements);
    }
  }

  /**
   * A statement.
   *
   * @param place where it stands in the template
   * @param sid its name; empty where it has none
   * @param effect {@code Allow} or {@code Deny}
   * @param principals who, in a trust policy or a policy of a resource
   * @param actions for example {@code s3:GetObject}; after {@code all but} where they are excepted
   * @param resources ARNs; after {@code all but} where they are excepted
   * @param conditions for example {@code StringEquals aws:SourceAccount: ${AWS::AccountId}}
   * @param reason why it is there, or why it is so wide; empty where nobody says
   */
  public record Statement(
      Location place,
      String sid,
      String effect,
      List<String> principals,
      List<String> actions,
      List<String> resources,
      List<String> conditions,
      Optional<String> reason) {
    public Statement {
      principals = List.copyOf(principals);
      actions = List.copyOf(actions);
      resources = List.copyOf(resources);
      conditions = List.copyOf(conditions);
    }

    /** The same statement with a reason. */
    Statement because(Optional<String> other) {
      return new Statement(place, sid, effect, principals, actions, resources, conditions, other);
    }

    /** Whether an action or a resource of it has a wildcard. */
    public boolean isWide() {
      return actions.stream().anyMatch(Statement::isWildcard)
          || resources.stream().anyMatch(Statement::isWildcard);
    }

    /** Whether a text stands for several: a wildcard, or all but something. */
    static boolean isWildcard(String text) {
      return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.startsWith(ALL_BUT);
    }
  }

  /** The principal that stands for everybody. */
  static final String ANYBODY = "anybody";

  /** Before actions, resources and principals that are excepted. */
  static final String ALL_BUT = "all but ";
}
