package io.github.chalicemaven.core.render.v3.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A statement of a policy, its functions evaluated.
 *
 * @param place where it stands, for example {@code pipeline CodePipelineAccess 3 UseKey}
 * @param allows false: it denies
 * @param principals by kind, {@code AWS} or {@code Service}; empty in a policy of a role
 * @param resources empty in a trust policy
 */
record Statement(
    String place,
    boolean allows,
    Map<String, List<String>> principals,
    List<String> actions,
    List<String> resources,
    List<Condition> conditions) {

  /** How a statement reaches a principal. */
  enum Reach {
    /** Not at all. */
    NONE,
    /** By the account, whose own policies must allow it too. */
    ACCOUNT,
    /** By itself. */
    DIRECT
  }

  private static final Set<String> ELEMENTS =
      Set.of("Sid", "Effect", "Principal", "Action", "Resource", "Condition");

  /** The statements of a policy document that {@link DeployedStack} has evaluated. */
  static List<Statement> of(Map<?, ?> document, String place) {
    List<Statement> statements = new ArrayList<>();
    for (Object item : listOf(document.get("Statement"))) {
      Map<?, ?> statement = (Map<?, ?>) item;
      if (!ELEMENTS.containsAll(statement.keySet())) {
        throw new IllegalArgumentException("unknown element in " + statement.keySet());
      }
      Object sid = statement.get("Sid");
      statements.add(
          new Statement(
              place + " " + statements.size() + (sid == null ? "" : " " + sid),
              isAllow((String) statement.get("Effect")),
              principals(statement.get("Principal")),
              texts(statement.get("Action")),
              texts(statement.get("Resource")),
              conditions(statement.get("Condition"))));
    }
    return statements;
  }

  private static boolean isAllow(String effect) {
    if (!Set.of("Allow", "Deny").contains(effect)) {
      throw new IllegalArgumentException("unknown effect: " + effect);
    }
    return effect.equals("Allow");
  }

  private static Map<String, List<String>> principals(Object given) {
    if (given == null) {
      return Map.of();
    }
    if (given.equals("*")) {
      return Map.of("AWS", List.of("*"));
    }
    Map<String, List<String>> principals = new java.util.LinkedHashMap<>();
    ((Map<?, ?>) given).forEach((kind, names) -> principals.put((String) kind, texts(names)));
    if (!Set.of("AWS", "Service").containsAll(principals.keySet())) {
      throw new IllegalArgumentException("unknown principals: " + principals);
    }
    return principals;
  }

  private static List<Condition> conditions(Object given) {
    List<Condition> conditions = new ArrayList<>();
    if (given != null) {
      ((Map<?, ?>) given)
          .forEach(
              (operator, keys) ->
                  ((Map<?, ?>) keys)
                      .forEach(
                          (key, values) ->
                              conditions.add(
                                  new Condition((String) operator, (String) key, texts(values)))));
    }
    return conditions;
  }

  private static List<String> texts(Object given) {
    return listOf(given).stream().map(String.class::cast).toList();
  }

  private static List<?> listOf(Object given) {
    return given == null ? List.of() : given instanceof List<?> list ? list : List.of(given);
  }

  /** Whether it speaks of the request's action and resource in its circumstances. */
  boolean covers(Request request, Map<String, List<String>> context) {
    return actions.stream().anyMatch(a -> Wildcards.matchIgnoringCase(a, request.action()))
        && (resources.isEmpty() || resources.stream().anyMatch(r -> isOf(request.resource(), r)))
        && conditions.stream().allMatch(condition -> condition.holds(context));
  }

  private static boolean isOf(String resource, String pattern) {
    return pattern.equals("*") || !resource.equals("*") && Arn.of(resource).isOf(pattern);
  }

  /** How it reaches whoever makes the request, as a statement of a resource's policy. */
  Reach reach(Request request) {
    if (request.isByService()) {
      return named("Service").contains(request.principal()) || named("AWS").contains("*")
          ? Reach.DIRECT
          : Reach.NONE;
    }
    String account = Arn.of(request.principal()).account();
    String root = ":iam::" + account + ":root";
    if (named("AWS").stream().anyMatch(n -> n.equals("*") || n.equals(request.principal()))) {
      return Reach.DIRECT;
    }
    return named("AWS").stream().anyMatch(n -> n.equals(account) || n.endsWith(root))
        ? Reach.ACCOUNT
        : Reach.NONE;
  }

  private List<String> named(String kind) {
    return Optional.ofNullable(principals.get(kind)).orElse(List.of());
  }

  Statement withActions(List<String> others) {
    return new Statement(place, allows, principals, others, resources, conditions);
  }

  Statement withResources(List<String> others) {
    return new Statement(place, allows, principals, actions, others, conditions);
  }

  Statement withConditions(List<Condition> others) {
    return new Statement(place, allows, principals, actions, resources, others);
  }
}
