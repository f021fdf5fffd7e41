package io.github.chalicemaven.core.render.v3.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A statement with something missing, or with something more.
 *
 * @param statement the statement as it is
 * @param how what is changed
 * @param changed the statement then; empty where it is taken out
 */
record Mutation(Statement statement, String how, Optional<Statement> changed)
    implements Function<Statement, Optional<Statement>> {

  @Override
  public Optional<Statement> apply(Statement any) {
    return any.equals(statement) ? changed : Optional.of(any);
  }

  /** Whether it can change the answer to a request. */
  boolean concerns(Request request) {
    return statement.actions().stream()
        .anyMatch(action -> Wildcards.matchIgnoringCase(action, request.action()));
  }

  /**
   * Every mutation, but for actions and resources of deployment roles: that a Chalice application
   * needs each of these is held against what AWS declares, elsewhere.
   */
  static List<Mutation> all(List<Statement> statements) {
    List<Mutation> mutations = new ArrayList<>();
    for (Statement statement : statements) {
      mutations.add(new Mutation(statement, "taken out", Optional.empty()));
      if (!statement.place().matches(".* (CFN|Region)DeployAccess.*")) {
        mutations.addAll(withoutAction(statement));
        mutations.addAll(withoutResource(statement));
      }
      mutations.addAll(withoutCondition(statement));
      mutations.addAll(withoutValue(statement));
      mutations.addAll(everywhere(statement));
    }
    return mutations;
  }

  private static Mutation of(Statement statement, String how, Statement changed) {
    return new Mutation(statement, how, Optional.of(changed));
  }

  private static List<Mutation> withoutAction(Statement statement) {
    List<String> actions = statement.actions();
    return several(actions).stream()
        .map(a -> of(statement, "without " + a, statement.withActions(without(actions, a))))
        .toList();
  }

  private static List<Mutation> withoutResource(Statement statement) {
    List<String> resources = statement.resources();
    return several(resources).stream()
        .map(r -> of(statement, "without " + r, statement.withResources(without(resources, r))))
        .toList();
  }

  private static List<Mutation> withoutCondition(Statement statement) {
    List<Condition> all = statement.conditions();
    return all.stream()
        .map(c -> of(statement, "without " + c, statement.withConditions(without(all, c))))
        .toList();
  }

  private static List<Mutation> withoutValue(Statement statement) {
    List<Mutation> mutations = new ArrayList<>();
    for (Condition condition : statement.conditions()) {
      for (String value : several(condition.values())) {
        List<Condition> conditions = new ArrayList<>(without(statement.conditions(), condition));
        conditions.add(
            new Condition(
                condition.operator(), condition.key(), without(condition.values(), value)));
        mutations.add(
            of(
                statement,
                "without " + condition.key() + " " + value,
                statement.withConditions(conditions)));
      }
    }
    return mutations;
  }

  /** On everything instead of what it names; a resource's policy is for that resource anyway. */
  private static List<Mutation> everywhere(Statement statement) {
    return statement.allows()
            && statement.principals().isEmpty()
            && !statement.resources().contains("*")
        ? List.of(of(statement, "on *", statement.withResources(List.of("*"))))
        : List.of();
  }

  private static <T> List<T> several(List<T> items) {
    return items.size() > 1 ? items : List.of();
  }

  private static <T> List<T> without(List<T> items, T item) {
    return items.stream().filter(other -> !other.equals(item)).toList();
  }

  @Override
  public String toString() {
    return statement.place() + " " + how;
  }
}
