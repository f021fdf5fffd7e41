package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.render.SupportTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stacks that a pipeline consists of. */
public final class StackParts {

  private StackParts() {}

  /**
   * The stacks, in the order of their deployment: what lets the pipeline in comes before it.
   *
   * @param supports the templates of other accounts and regions
   * @param stackName the name of the pipeline's own stack, with which the others' begin
   * @param account the pipeline's; null: that of the credentials
   * @param region the pipeline's; null: that of the settings
   */
  public static List<StackPart> of(
      List<SupportTemplate> supports, String stackName, String account, String region) {
    Optional<String> home = Optional.ofNullable(account);
    List<StackPart> parts = new ArrayList<>();
    for (SupportTemplate support : supports) {
      parts.add(
          new StackPart(
              Optional.of(support.kind()),
              support.name(),
              stackName(support, stackName),
              support.kind() == SupportTemplate.Kind.TARGET ? Optional.of(support.id()) : home,
              Optional.of(support.region())));
    }
    parts.add(
        new StackPart(
            Optional.empty(), StackPart.PIPELINE, stackName, home, Optional.ofNullable(region)));
    return parts;
  }

  /** The name of a template's stack, beside the pipeline's own stack of that name. */
  public static String stackName(SupportTemplate support, String stackName) {
    return stackName + "-" + support.kind();
  }
}
