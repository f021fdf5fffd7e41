package io.github.chalicemaven.core.render;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.Fragment;
import io.github.chalicemaven.core.problem.Problems;
import java.util.Map;
import java.util.Optional;

/**
 * The template and the build specification of a pipeline.
 *
 * @param own the template as this plugin makes it; it embeds the build specification unless the
 *     pipeline reads that from a file in the repository
 * @param fragment what the user merges over it
 * @param template the two merged
 * @param buildSpec the specification of the build that packages the application
 * @param reasons why statements of its policies have wildcards, by their places in the template
 */
public record Rendered(
    Value.Mapping own,
    Optional<Fragment> fragment,
    Value.Mapping template,
    BuildSpec buildSpec,
    Map<Location, String> reasons) {

  public Rendered {
    reasons = Map.copyOf(reasons);
  }

  /** A template without a fragment, and without reasons. */
  public static Rendered of(Template template, BuildSpec buildSpec) {
    return of(template, buildSpec, Map.of());
  }

  /** A template without a fragment. */
  public static Rendered of(Template template, BuildSpec buildSpec, Map<Location, String> reasons) {
    Value.Mapping document = template.document();
    return new Rendered(document, Optional.empty(), document, buildSpec, reasons);
  }

  /**
   * The same with a fragment merged over the template.
   *
   * @param problems receives each clash
   */
  public Rendered merged(Fragment other, Problems problems) {
    return new Rendered(
        own, Optional.of(other), other.mergeOver(own, problems), buildSpec, reasons);
  }
}
