package io.github.chalicemaven.core.render;

import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.Fragment;
import io.github.chalicemaven.core.problem.Problems;
import java.util.List;
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
 * @param supports what the pipeline needs in other accounts and regions, in the order of its
 *     deployment
 */
public record Rendered(
    Value.Mapping own,
    Optional<Fragment> fragment,
    Value.Mapping template,
    Value.Embedded buildSpec,
    Map<Location, String> reasons,
    List<SupportTemplate> supports) {

  public Rendered {
    reasons = Map.copyOf(reasons);
    supports = List.copyOf(supports);
  }

  /** A template without a fragment. */
  public static Rendered of(
      Template template,
      Value.Embedded buildSpec,
      Map<Location, String> reasons,
      List<SupportTemplate> supports) {
    Value.Mapping document = template.document();
    return new Rendered(document, Optional.empty(), document, buildSpec, reasons, supports);
  }

  /** The fragment, if the value at a place in the template is the fragment's. */
  public Optional<Fragment> fragmentOf(Location place) {
    return fragment.filter(added -> added.origin(place, own).isPresent());
  }

  /** One of the templates of other accounts and regions, by itself. */
  public Rendered only(SupportTemplate other) {
    return new Rendered(
        other.template(),
        Optional.empty(),
        other.template(),
        buildSpec,
        other.reasons(),
        List.of());
  }

  /**
   * The same with a fragment merged over the template.
   *
   * @param problems receives each clash
   */
  public Rendered merged(Fragment other, Problems problems) {
    return new Rendered(
        own, Optional.of(other), other.mergeOver(own, problems), buildSpec, reasons, supports);
  }
}
