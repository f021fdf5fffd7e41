package io.github.chalicemaven.core.render.v3.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether policies allow what must be allowed, and nothing that must not be. */
final class Judgement {

  private final Landscape landscape;
  private final List<Request> needs;
  private final Map<Request, String> refusals;

  Judgement(Landscape landscape, PipelineLife life) {
    this.landscape = landscape;
    this.needs = life.needs();
    this.refusals = Refusals.of(landscape, life);
  }

  List<Request> needs() {
    return needs;
  }

  Map<Request, String> refusals() {
    return refusals;
  }

  /** What is wrong with the policies as they are. */
  List<String> faults() {
    Accounts accounts = landscape.accounts(Optional::of);
    List<String> faults = new ArrayList<>();
    for (Request need : needs) {
      Accounts.Answer answer = accounts.answer(need);
      if (!answer.allowed()) {
        faults.add("refused: " + need + ": " + answer.why());
      }
    }
    refusals.forEach(
        (request, why) -> {
          if (isAllowed(accounts, request, why)) {
            faults.add("allowed, " + why + ": " + request + ": " + accounts.answer(request).why());
          }
        });
    return faults;
  }

  /** Whether a request that must be refused is allowed, or only one side refuses it. */
  private static boolean isAllowed(Accounts accounts, Request request, String why) {
    return accounts.answer(request).allowed()
        || Refusals.isForBothSides(why)
            && accounts.isAcross(request)
            && (accounts.roleAllows(request) || accounts.resourceAllows(request));
  }

  /** Every statement of the stacks. */
  List<Statement> statements() {
    return landscape.accounts(Optional::of).statements();
  }

  /** The mutations after which all answers are as they should be: nobody would notice. */
  List<Mutation> unnoticed(List<Mutation> mutations) {
    return mutations.stream().filter(Predicate.not(this::notices)).toList();
  }

  private boolean notices(Mutation mutation) {
    Accounts accounts = landscape.accounts(mutation);
    return needs.stream()
            .anyMatch(need -> mutation.concerns(need) && !accounts.answer(need).allowed())
        || refusals.entrySet().stream()
            .anyMatch(
                refusal ->
                    mutation.concerns(refusal.getKey())
                        && isAllowed(accounts, refusal.getKey(), refusal.getValue()));
  }
}
