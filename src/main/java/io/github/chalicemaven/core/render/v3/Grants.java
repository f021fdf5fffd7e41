package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What roles may do, as the parts of the pipeline ask for it. */
final class Grants {

  /**
   * How many grants one policy takes. IAM allows 6,144 characters; a grant for one more stage adds
   * about a hundred.
   */
  private static final int GRANTS_IN_A_POLICY = 50;

  private final Map<Role.Policy, Set<Grant>> granted = new LinkedHashMap<>();
  private final Map<Role.Policy, Set<Role>> holders = new LinkedHashMap<>();

  /** Lets a role do something on resources that are known by name. */
  void allow(Role role, Statement statement) {
    allow(role, role.access(), statement);
  }

  /** The same by a policy that other roles may hold too. */
  void allow(Role role, Role.Policy policy, Statement statement) {
    add(role, policy, new Grant(statement, Optional.empty()));
  }

  /**
   * Lets a role do something on resources of which not all is known beforehand.
   *
   * @param why what the wildcard stands for, for whoever reviews the template
   */
  void allowPattern(Role role, Statement statement, String why) {
    allowPattern(role, role.access(), statement, why);
  }

  /** The same by a policy that other roles may hold too. */
  void allowPattern(Role role, Role.Policy policy, Statement statement, String why) {
    add(role, policy, new Grant(statement, Optional.of(why)));
  }

  private void add(Role role, Role.Policy policy, Grant grant) {
    granted.computeIfAbsent(policy, p -> new LinkedHashSet<>()).add(grant);
    holders.computeIfAbsent(policy, p -> new LinkedHashSet<>()).add(role);
  }

  /** The roles that may do something. */
  Set<Role> roles() {
    Set<Role> roles = new LinkedHashSet<>();
    holders.values().forEach(roles::addAll);
    return roles;
  }

  /** The managed policies that hold all grants: more than one where a policy would be too long. */
  List<ManagedPolicy> policies() {
    List<ManagedPolicy> policies = new ArrayList<>();
    granted.forEach((policy, grants) -> policies.addAll(split(policy, List.copyOf(grants))));
    return policies;
  }

  private List<ManagedPolicy> split(Role.Policy policy, List<Grant> grants) {
    List<ManagedPolicy> parts = new ArrayList<>();
    for (int from = 0; from < grants.size(); from += GRANTS_IN_A_POLICY) {
      String logicalId = policy.logicalId() + (parts.isEmpty() ? "" : parts.size() + 1);
      int to = Math.min(from + GRANTS_IN_A_POLICY, grants.size());
      parts.add(
          new ManagedPolicy(logicalId, policy, holders.get(policy), grants.subList(from, to)));
    }
    return parts;
  }

  /**
   * Something that is allowed.
   *
   * @param why what a wildcard in it stands for; empty where there is none
   */
  record Grant(Statement statement, Optional<String> why) {}

  /**
   * A policy, or a part of one.
   *
   * @param policy the whole
   * @param holders the roles that hold it
   */
  record ManagedPolicy(
      String logicalId, Role.Policy policy, Set<Role> holders, List<Grant> grants) {

    /** What the wildcards in it stand for. */
    List<String> reasons() {
      return grants.stream().flatMap(grant -> grant.why().stream()).distinct().toList();
    }

    /**
     * The statements; those that differ in nothing but resources are one: IAM counts characters.
     */
    List<Statement> statements() {
      Map<Statement, Set<Value>> resources = new LinkedHashMap<>();
      for (Grant grant : grants) {
        resources
            .computeIfAbsent(grant.statement().on(List.of()), s -> new LinkedHashSet<>())
            .addAll(grant.statement().resources());
      }
      return resources.entrySet().stream()
          .map(joined -> joined.getKey().on(List.copyOf(joined.getValue())))
          .toList();
    }
  }
}
