package io.github.chalicemaven.core.render.v3.policy;

import io.github.chalicemaven.core.render.v3.policy.Statement.Reach;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Accounts with what stacks have put into them, and IAM's answer to requests.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
final class Accounts {

  /** IAM's answer. */
  record Answer(boolean allowed, String why) {}

  /** A role; the policies are those that it holds itself, and the ARNs of managed ones. */
  private record Role(
      String account, List<Statement> inline, List<String> policyArns, String boundaryArn) {}

  private record Guarded(String account, List<Statement> policy) {}

  private final Map<String, Role> roles = new TreeMap<>();
  private final Map<Role, List<Statement>> policies = new IdentityHashMap<>();
  private final Map<String, Guarded> guarded = new TreeMap<>();
  private final Map<String, List<Statement>> managed = new TreeMap<>();
  private final Map<String, String> organizations = new TreeMap<>();
  private final Function<Statement, Optional<Statement>> mutation;
  private final List<Statement> statements = new ArrayList<>();

  /**
   * Accounts without anything in them.
   *
   * @param mutation what becomes of each statement of a stack
   */
  Accounts(Function<Statement, Optional<Statement>> mutation) {
    this.mutation = mutation;
  }

  static Accounts of(List<DeployedStack> stacks) {
    Accounts accounts = new Accounts(Optional::of);
    stacks.forEach(accounts::deploy);
    return accounts;
  }

  /** Every statement of the stacks. */
  List<Statement> statements() {
    return List.copyOf(statements);
  }

  /** Puts an account into an organization. */
  void join(String account, String organization) {
    organizations.put(account, organization);
  }

  /** A managed policy that no template contains, to be attached to roles by its ARN. */
  void addPolicy(String arn, Map<?, ?> document) {
    managed.put(arn, Statement.of(document, arn));
  }

  /** A role that no template contains, with managed policies that stacks may contain. */
  void addRole(String arn, Map<?, ?> trust, List<String> policyArns) {
    String account = Arn.of(arn).account();
    roles.put(arn, new Role(account, List.of(), policyArns, null));
    guarded.put(arn, new Guarded(account, Statement.of(trust, arn)));
  }

  /** A bucket, key or topic that no template contains. */
  void addResource(String arn, String account, Map<?, ?> policy) {
    guarded.put(arn, new Guarded(account, Statement.of(policy, arn)));
  }

  /** What a stack creates. */
  void deploy(DeployedStack stack) {
    for (String id : stack.ofType("AWS::IAM::ManagedPolicy")) {
      managed.put(stack.arn(id), statements(stack, id, "PolicyDocument"));
    }
    for (String id : stack.ofType("AWS::IAM::Role")) {
      addRole(stack, id);
    }
    for (String id : stack.ofType("AWS::S3::Bucket")) {
      guarded.put(stack.arn(id), new Guarded(stack.account(), List.of()));
    }
    for (String id : stack.ofType("AWS::S3::BucketPolicy")) {
      String bucket = "arn:" + stack.partition() + ":s3:::" + stack.properties(id).get("Bucket");
      if (!guarded.containsKey(bucket)) {
        throw new IllegalArgumentException(id + " is the policy of an unknown bucket: " + bucket);
      }
      guarded.put(bucket, new Guarded(stack.account(), statements(stack, id, "PolicyDocument")));
    }
    for (String id : stack.ofType("AWS::KMS::Key")) {
      guarded.put(stack.arn(id), new Guarded(stack.account(), statements(stack, id, "KeyPolicy")));
    }
    for (String id : stack.ofType("AWS::SNS::TopicPolicy")) {
      List<Statement> policy = statements(stack, id, "PolicyDocument");
      for (Object topic : (List<?>) stack.properties(id).get("Topics")) {
        guarded.put((String) topic, new Guarded(stack.account(), policy));
      }
    }
    for (String type : List.of("AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::User")) {
      if (!stack.ofType(type).isEmpty()) {
        throw new IllegalArgumentException(type + " is not evaluated");
      }
    }
  }

  private void addRole(DeployedStack stack, String id) {
    Map<?, ?> properties = stack.properties(id);
    List<Statement> inline = new ArrayList<>();
    for (Object item : list(properties.get("Policies"))) {
      Map<?, ?> policy = (Map<?, ?>) item;
      Map<?, ?> document = (Map<?, ?>) policy.get("PolicyDocument");
      inline.addAll(
          mutated(Statement.of(document, stack + " " + id + " " + policy.get("PolicyName"))));
    }
    List<String> policyArns = new ArrayList<>();
    list(properties.get("ManagedPolicyArns")).forEach(arn -> policyArns.add((String) arn));
    for (String policy : stack.ofType("AWS::IAM::ManagedPolicy")) {
      if (list(stack.properties(policy).get("Roles")).contains(stack.reference(id))) {
        policyArns.add(stack.arn(policy));
      }
    }
    String boundary = (String) properties.get("PermissionsBoundary");
    roles.put(stack.arn(id), new Role(stack.account(), inline, policyArns, boundary));
    guarded.put(
        stack.arn(id),
        new Guarded(stack.account(), statements(stack, id, "AssumeRolePolicyDocument")));
  }

  private List<Statement> policies(Role role) {
    return policies.computeIfAbsent(
        role,
        r -> {
          List<Statement> all = new ArrayList<>(r.inline());
          r.policyArns().forEach(arn -> all.addAll(known(arn)));
          return all;
        });
  }

  private List<Statement> known(String policyArn) {
    List<Statement> policy = managed.get(policyArn);
    if (policy == null) {
      throw new IllegalArgumentException("unknown policy: " + policyArn);
    }
    return policy;
  }

  private List<Statement> statements(DeployedStack stack, String id, String property) {
    return mutated(stack.policy(id, property));
  }

  private List<Statement> mutated(List<Statement> given) {
    statements.addAll(given);
    return given.stream().flatMap(statement -> mutation.apply(statement).stream()).toList();
  }

  private static List<?> list(Object given) {
    return given == null ? List.of() : (List<?>) given;
  }

  /** Whether a role uses a resource of another account. */
  boolean isAcross(Request request) {
    Guarded resource = guarded.get(guardedArn(request));
    return resource != null
        && !request.isByService()
        && !resource.account().equals(Arn.of(request.principal()).account());
  }

  /** Whether the policies of the role allow it, whatever the resource's say. */
  boolean roleAllows(Request request) {
    Guarded resource = guarded.get(guardedArn(request));
    Role role = roles.get(request.principal());
    if (role == null) {
      return false;
    }
    String owner = resource == null ? owner(request, role) : resource.account();
    Map<String, List<String>> context = context(request, role, owner);
    return allows(policies(role), request, context)
        && (role.boundaryArn() == null || allows(known(role.boundaryArn()), request, context));
  }

  private static boolean allows(
      List<Statement> statements, Request request, Map<String, List<String>> context) {
    return statements.stream().anyMatch(s -> s.allows() && s.covers(request, context))
        && statements.stream().noneMatch(s -> !s.allows() && s.covers(request, context));
  }

  /** Whether the resource's policy allows it, whatever the policies of the role say. */
  boolean resourceAllows(Request request) {
    Guarded resource = guarded.get(guardedArn(request));
    Role role = request.isByService() ? null : roles.get(request.principal());
    if (resource == null || role == null && !request.isByService()) {
      return false;
    }
    Map<String, List<String>> context = context(request, role, resource.account());
    return reach(resource.policy(), request, context) != Reach.NONE
        && denial(request, context, resource.policy()).isEmpty();
  }

  /** Whether IAM allows a request. */
  Answer answer(Request request) {
    Guarded resource = guarded.get(guardedArn(request));
    if (resource == null && isGuarded(request)) {
      return new Answer(false, "it does not exist: " + request.resource());
    }
    Role role = request.isByService() ? null : roles.get(request.principal());
    if (role == null && !request.isByService()) {
      return new Answer(false, "there is no role " + request.principal());
    }
    String owner = resource == null ? owner(request, role) : resource.account();
    Map<String, List<String>> context = context(request, role, owner);
    List<Statement> policy = resource == null ? List.of() : resource.policy();
    List<Statement> identity = role == null ? List.of() : policies(role);
    List<Statement> boundary =
        role == null || role.boundaryArn() == null ? null : known(role.boundaryArn());
    Optional<Statement> denial =
        denial(request, context, policy, identity, boundary == null ? List.of() : boundary);
    if (denial.isPresent()) {
      return new Answer(false, "denied by " + denial.get().place());
    }
    Reach reach = reach(policy, request, context);
    if (role == null) {
      return reach == Reach.DIRECT
          ? new Answer(true, "the resource's policy")
          : new Answer(false, "the resource's policy does not allow the service");
    }
    boolean own = identity.stream().anyMatch(s -> s.allows() && s.covers(request, context));
    if (boundary != null
        && boundary.stream().noneMatch(s -> s.allows() && s.covers(request, context))) {
      return new Answer(false, "the role's permissions boundary does not allow it");
    }
    return role.account().equals(owner)
        ? within(request, own, reach)
        : across(own, reach, resource == null);
  }

  private static Answer within(Request request, boolean own, Reach reach) {
    boolean needsPolicy = isKey(request) || isRole(request);
    if (needsPolicy && reach == Reach.NONE) {
      return new Answer(false, "the resource's policy does not allow it");
    }
    return own || reach == Reach.DIRECT
        ? new Answer(true, own ? "the role's policies" : "the resource's policy")
        : new Answer(false, "the role's policies do not allow it");
  }

  private static Answer across(boolean own, Reach reach, boolean withoutPolicy) {
    if (withoutPolicy) {
      return new Answer(false, "it belongs to another account");
    }
    if (reach == Reach.NONE) {
      return new Answer(false, "the policy of the other account's resource does not allow it");
    }
    return new Answer(own, own ? "both sides" : "the role's policies do not allow it");
  }

  @SafeVarargs
  private static Optional<Statement> denial(
      Request request,
      Map<String, List<String>> context,
      List<Statement> policy,
      List<Statement>... ofRole) {
    for (Statement statement : policy) {
      if (!statement.allows()
          && statement.reach(request) != Reach.NONE
          && statement.covers(request, context)) {
        return Optional.of(statement);
      }
    }
    for (List<Statement> statements : ofRole) {
      for (Statement statement : statements) {
        if (!statement.allows() && statement.covers(request, context)) {
          return Optional.of(statement);
        }
      }
    }
    return Optional.empty();
  }

  private static Reach reach(
      List<Statement> policy, Request request, Map<String, List<String>> context) {
    return policy.stream()
        .filter(statement -> statement.allows() && statement.covers(request, context))
        .map(statement -> statement.reach(request))
        .max(Reach::compareTo)
        .orElse(Reach.NONE);
  }

  private Map<String, List<String>> context(Request request, Role role, String owner) {
    Map<String, List<String>> context = new LinkedHashMap<>();
    context.put("aws:securetransport", List.of("true"));
    context.put("aws:resourceaccount", List.of(owner));
    if (role != null) {
      context.put("aws:principalarn", List.of(request.principal()));
      context.put("aws:principalaccount", List.of(role.account()));
      Optional.ofNullable(organizations.get(role.account()))
          .ifPresent(organization -> context.put("aws:principalorgid", List.of(organization)));
      if (isKey(request)) {
        context.put("kms:calleraccount", List.of(role.account()));
      }
    }
    context.putAll(request.context());
    return context;
  }

  /** An ARN without an account, or of AWS's own, counts as the role's. */
  private static String owner(Request request, Role role) {
    String own = role == null ? "" : role.account();
    if (request.resource().equals("*")) {
      return own;
    }
    String account = Arn.of(request.resource()).account();
    return account.matches("[0-9]{12}") ? account : own;
  }

  private static String guardedArn(Request request) {
    return isBucket(request) ? request.resource().replaceFirst("/.*", "") : request.resource();
  }

  private static boolean isGuarded(Request request) {
    return isBucket(request) || isKey(request) || isRole(request);
  }

  private static boolean isBucket(Request request) {
    return action(request).startsWith("s3:");
  }

  private static boolean isKey(Request request) {
    return action(request).startsWith("kms:");
  }

  private static boolean isRole(Request request) {
    return action(request).equals("sts:assumerole");
  }

  private static String action(Request request) {
    return request.action().toLowerCase(Locale.ROOT);
  }
}
