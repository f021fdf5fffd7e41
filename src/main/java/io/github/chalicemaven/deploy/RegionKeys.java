package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Dialog;
import io.github.chalicemaven.deploy.service.StackService;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The ARNs of the keys in other regions, which outputs of the regions' stacks tell, as parameters
 * of the pipeline's own stack.
 */
public final class RegionKeys {

  /** What a parameter has until its key is known. */
  private static final String UNKNOWN = "";

  private final Map<String, DeploymentPlan.Step> regions = new LinkedHashMap<>();
  private final Map<String, String> known = new TreeMap<>();

  /**
   * The keys of a pipeline.
   *
   * @param given parameters that the user gives
   */
  public RegionKeys(DeploymentPlan plan, Collection<SupportTemplate> supports, Set<String> given) {
    for (SupportTemplate support : supports) {
      support
          .keyParameter()
          .filter(parameter -> !given.contains(parameter))
          .ifPresent(
              parameter ->
                  regions.put(parameter, plan.steps(support.name(), new Problems()).get(0)));
    }
  }

  /** The parameters, with values to be replaced. */
  public Map<String, String> placeholders() {
    return regions.keySet().stream().collect(Collectors.toMap(name -> name, name -> UNKNOWN));
  }

  /** The stacks that have not told their key yet. */
  public List<DeploymentPlan.Step> unread() {
    return regions.entrySet().stream()
        .filter(region -> !known.containsKey(region.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Reads the key of a region, where the part is one with a key, and its stack stands. */
  public void read(DeploymentPlan.Step step, StackService stacks) {
    regions.forEach(
        (parameter, region) -> {
          if (region.equals(step)) {
            stacks
                .find(step.part().stackName())
                .flatMap(stack -> stack.output(SupportTemplate.KEY_OUTPUT))
                .ifPresent(arn -> known.put(parameter, arn));
          }
        });
  }

  /**
   * Whether the pipeline's change set cannot be shown yet.
   *
   * @param dryRun whether the other stacks are only shown too; else they must stand
   * @throws DeploymentException where a stack does not stand
   */
  public boolean waits(boolean dryRun, Dialog dialog) {
    List<DeploymentPlan.Step> missing = unread();
    if (missing.isEmpty()) {
      return false;
    }
    StackPart first = missing.get(0).part();
    String need =
        "the pipeline needs the key of region "
            + first.region().orElseThrow()
            + ", but stack "
            + first.stackName()
            + ", which creates it, does not exist yet";
    if (!dryRun) {
      throw new DeploymentException(need + ". Deploy it first: -Dchalice.part=" + first.name());
    }
    dialog.warn("The pipeline's change set cannot be shown: " + need + ".");
    return true;
  }

  /** The parameters with their values. */
  public Map<String, String> values() {
    return Map.copyOf(known);
  }
}
