package io.github.chalicemaven.report;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.render.Rendered;
import java.util.ArrayList;
import java.util.List;

/**
 * What a resource costs each month, used or not, by AWS's price lists.
 *
 * @param logicalId of the resource
 * @param what a key, a pipeline
 * @param cents in US dollars, a month
 * @param note what the price depends on
 * @see <a href="https://aws.amazon.com/kms/pricing/">AWS KMS pricing</a>
 * @see <a href="https://aws.amazon.com/codepipeline/pricing/">AWS CodePipeline pricing</a>
 */
public record FixedCost(String logicalId, String what, int cents, String note) {

  /** When the price lists were read. */
  static final String AS_OF = "November 2026";

  /** Of the keys and the pipelines in a template, in its order. */
  static List<FixedCost> of(Rendered rendered) {
    TemplateView template = new TemplateView(rendered.template());
    List<FixedCost> costs = new ArrayList<>();
    template
        .resources()
        .forEach(
            (logicalId, resource) -> {
              Value.Mapping properties = resource.mapping("Properties");
              switch (template.text(resource, "Type").orElse("")) {
                case "AWS::KMS::Key" -> costs.add(key(logicalId, properties));
                case "AWS::CodePipeline::Pipeline" ->
                    costs.add(
                        pipeline(
                            logicalId, template.text(properties, "PipelineType").orElse("V1")));
                default -> {
                  // What it costs depends on its use.
                }
              }
            });
    return costs;
  }

  private static FixedCost key(String logicalId, Value.Mapping properties) {
    boolean rotates =
        properties.entries().get("EnableKeyRotation") instanceof Value.Bool rotation
            && rotation.truth();
    return new FixedCost(
        logicalId,
        "KMS key",
        100,
        rotates
            ? "It rotates each year: the first and the second rotation add 1.00 each, later ones"
                + " nothing. It is kept, and goes on costing, when the stack is deleted."
            : "");
  }

  private static FixedCost pipeline(String logicalId, String type) {
    return type.equals("V2")
        ? new FixedCost(
            logicalId,
            "Pipeline of type V2",
            0,
            "No fixed price: 0.002 for each minute in which an action runs, approvals excepted; 100"
                + " minutes a month are free for the whole account.")
        : new FixedCost(
            logicalId,
            "Pipeline of type V1",
            100,
            "In months with an execution; the first 30 days, and one such pipeline for each"
                + " account, are free.");
  }
}
