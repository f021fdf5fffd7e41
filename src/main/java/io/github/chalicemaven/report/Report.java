package io.github.chalicemaven.report;

import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.Drift;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.render.Rendered;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a report says about a pipeline: the same on each day and machine. (Warnings are not: they
 * depend on the day, and name folders.)
 *
 * @param supports the stacks that it needs in other accounts and regions
 * @param notes what was inferred, and what the user should do
 * @param buildSpec the specification of the build
 * @param differences of committed files from what is generated; empty where nothing is committed
 */
public record Report(
    Pipeline pipeline,
    Picture picture,
    Permissions permissions,
    List<CreatedResource> resources,
    List<FixedCost> costs,
    List<SupportStack> supports,
    List<String> notes,
    Value.Mapping buildSpec,
    List<Difference> differences) {

  public Report {
    resources = List.copyOf(resources);
    costs = List.copyOf(costs);
    supports = List.copyOf(supports);
    notes = List.copyOf(notes);
    differences = List.copyOf(differences);
  }

  /** The report of a pipeline. */
  public static Report of(
      ResolvedPipeline resolved, Rendered rendered, List<Difference> differences) {
    return new Report(
        resolved.pipeline(),
        Picture.of(resolved.pipeline(), rendered),
        Permissions.of(resolved.pipeline(), rendered),
        CreatedResource.of(rendered),
        FixedCost.of(rendered),
        SupportStack.of(resolved.pipeline(), rendered),
        Stream.concat(resolved.notes().stream(), resolved.afterDeployment().stream()).toList(),
        rendered.buildSpec().content(),
        differences);
  }

  /** The title of a page with this report. */
  public String title() {
    return "Pipeline of " + picture.name();
  }

  /**
   * How a committed file differs from what is generated.
   *
   * @param file as the user knows it
   * @param drift how it differs
   */
  public record Difference(String file, Drift drift) {}
}
