package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.PolicyDocument;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.PolicySize;
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
   * How many grants one policy takes at most. IAM allows 6,144 characters; a grant for one more
   * stage adds about a hundred, more where names are long.
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

  /** What the wildcards of statements stand for, by the statements' places in the template. */
  Map<Location, String> reasons() {
    Map<Location, String> reasons = new LinkedHashMap<>();
    for (ManagedPolicy policy : policies()) {
      Location statements =
          Location.TOP
              .key("Resources")
              .key(policy.logicalId())
              .key("Properties")
              .key("PolicyDocument")
              .key("Statement");
      List<Grant> grants = policy.joined();
      for (int i = 0; i < grants.size(); i++) {
        Location place = statements.item(i);
        grants.get(i).why().ifPresent(why -> reasons.put(place, why));
      }
    }
    return reasons;
  }

  private List<ManagedPolicy> split(Role.Policy policy, List<Grant> grants) {
    List<ManagedPolicy> parts = new ArrayList<>();
    int from = 0;
    while (from < grants.size()) {
      String logicalId = partId(policy, parts.size() + 1);
      int to = Math.min(from + GRANTS_IN_A_POLICY, grants.size());
      ManagedPolicy part = null;
      while (part == null || to > from + 1 && !part.fits()) {
        to -= part == null ? 0 : 1;
        part = new ManagedPolicy(logicalId, policy, holders.get(policy), grants.subList(from, to));
      }
      parts.add(part);
      from = to;
    }
    return parts;
  }

  /** A stage may be called like a part of another stage's policy. */
  private String partId(Role.Policy policy, int number) {
    String id = policy.logicalId() + (number == 1 ? "" : number);
    while (number > 1 && isTaken(id)) {
      id += "Part";
    }
    return id;
  }

  private boolean isTaken(String logicalId) {
    return granted.keySet().stream().anyMatch(other -> other.logicalId().equals(logicalId));
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

    /** Whether IAM takes so long a policy. */
    boolean fits() {
      return new PolicySize().of(new PolicyDocument(statements()).document())
          <= AwsLimits.MAX_MANAGED_POLICY;
    }

    /** The statements. */
    List<Statement> statements() {
      return joined().stream().map(Grant::statement).toList();
    }

    /** Grants that differ in nothing but resources are one: IAM counts characters. */
    List<Grant> joined() {
      Map<Statement, List<Grant>> alike = new LinkedHashMap<>();
      for (Grant grant : grants) {
        Statement same = grant.statement().on(List.of());
        alike.computeIfAbsent(same, s -> new ArrayList<>()).add(grant);
      }
      return alike.entrySet().stream().map(same -> joined(same.getKey(), same.getValue())).toList();
    }

    private static Grant joined(Statement statement, List<Grant> alike) {
      List<Value> resources =
          alike.stream().flatMap(g -> g.statement().resources().stream()).distinct().toList();
      List<String> why = alike.stream().flatMap(grant -> grant.why().stream()).distinct().toList();
      return new Grant(
          statement.on(resources),
          why.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", why)));
    }
  }
}
