package io.github.chalicemaven.report;

import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.render.SupportTemplate;
import java.util.List;

/**
 * A stack that the pipeline needs in another account or region.
 *
 * @param id for anchors, for example {@code target-444455556666}
 * @param place for example {@code the account 444455556666}
 */
public record SupportStack(
    String id,
    String place,
    Permissions permissions,
    List<CreatedResource> resources,
    List<FixedCost> costs) {

  public SupportStack {
    resources = List.copyOf(resources);
    costs = List.copyOf(costs);
  }

  /** Those of a pipeline, in the order of their deployment. */
  static List<SupportStack> of(Pipeline pipeline, Rendered rendered) {
    return rendered.supports().stream()
        .map(support -> of(pipeline, support, rendered.only(support)))
        .toList();
  }

  private static SupportStack of(Pipeline pipeline, SupportTemplate support, Rendered rendered) {
    String kind = support.kind() == SupportTemplate.Kind.TARGET ? "account" : "region";
    return new SupportStack(
        support.name(),
        "the " + kind + " " + support.id(),
        Permissions.of(pipeline, rendered),
        CreatedResource.of(rendered),
        FixedCost.of(rendered));
  }
}
