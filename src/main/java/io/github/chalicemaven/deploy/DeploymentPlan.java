package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which of a pipeline's stacks a goal works on, in which order, and with whose credentials. */
public final class DeploymentPlan {

  private final List<StackPart> parts;
  private final Map<String, AccountAccess> accounts;
  private final Function<StackPart, String> command;

  /**
   * A plan.
   *
   * @param parts in the order in which they are worked on
   * @param accounts credentials for accounts; where there are none, the goal's own count
   * @param command the command that works on one part
   */
  public DeploymentPlan(
      List<StackPart> parts,
      Map<String, AccountAccess> accounts,
      Function<StackPart, String> command) {
    this.parts = List.copyOf(parts);
    this.accounts = Map.copyOf(accounts);
    this.command = command;
  }

  /** A part, and the credentials for its account; empty: the goal's own. */
  public record Step(StackPart part, Optional<AccountAccess> access) {

    /** The same in another region. */
    public Step in(Optional<String> region) {
      return new Step(part.in(region), access);
    }
  }

  /** The same in reverse. */
  public DeploymentPlan reversed() {
    List<StackPart> reversed = new ArrayList<>(parts);
    Collections.reverse(reversed);
    return new DeploymentPlan(reversed, accounts, command);
  }

  /**
   * The steps.
   *
   * @param part the only part to work on; null: all
   * @param problems receives a part that there is not, and accounts without credentials
   */
  public List<Step> steps(String part, Problems problems) {
    List<StackPart> chosen =
        parts.stream().filter(each -> part == null || each.name().equals(part)).toList();
    if (chosen.isEmpty()) {
      problems.add(
          Setting.of("part", part),
          parts.size() == 1
              ? "the pipeline has no parts in other accounts or regions; leave it out."
              : "use " + names(parts) + ", or leave it out for all of them, in this order.");
    }
    if (part == null) {
      demandAccess(problems);
    }
    return chosen.stream().map(each -> new Step(each, access(each))).toList();
  }

  private static String names(List<StackPart> parts) {
    return parts.stream().map(each -> "`" + each.name() + "`").collect(Collectors.joining(", "));
  }

  private Optional<AccountAccess> access(StackPart part) {
    return part.account().map(accounts::get);
  }

  /** The goal's own credentials are of one account; the others need theirs. */
  private void demandAccess(Problems problems) {
    Optional<String> own =
        parts.stream().filter(StackPart::isPipeline).findFirst().flatMap(StackPart::account);
    List<String> missing =
        parts.stream()
            .flatMap(part -> part.account().stream())
            .filter(account -> !own.equals(Optional.of(account)))
            .filter(account -> !accounts.containsKey(account))
            .distinct()
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    problems.add(
        "<accounts> has no credentials for account "
            + String.join(", ", missing)
            + ": add "
            + missing.stream()
                .map(id -> "<account><id>" + id + "</id><profile>...</profile></account>")
                .collect(Collectors.joining(", "))
            + ", or work on each part with credentials of its account, in this order: "
            + parts.stream()
                .map(part -> "`" + command.apply(part) + "`")
                .collect(Collectors.joining(", "))
            + ".");
  }
}
