package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.document.Fragment;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.render.SupportTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies the rendered template and the texts before they are written. Valid settings give a valid
 * template, so a finding is caused by the user's fragment or by a bug.
 */
public final class PipelineVerifier {

  private PipelineVerifier() {}

  /**
   * Verifies a pipeline.
   *
   * @param templateName the name of the template's file
   * @param template its text
   * @throws io.github.chalicemaven.core.problem.InvalidConfigurationException with all findings, if
   *     there are any
   */
  public static void verify(Rendered rendered, String templateName, String template) {
    List<Finding> findings = new ArrayList<>(TemplateVerifier.verify(rendered.template()));
    findings.addAll(TextVerifier.template(templateName, template, rendered.template()));
    if (!embedsBuildSpec(rendered)) {
      findings.addAll(TextVerifier.buildSpec(rendered.buildSpec()));
    }
    Problems problems = new Problems();
    for (Finding finding : findings) {
      problems.add(worded(finding, rendered));
    }
    problems.throwIfAny();
  }

  /**
   * Verifies a template of another account or region.
   *
   * @param name the name of its file
   * @param text its text
   * @throws io.github.chalicemaven.core.problem.InvalidConfigurationException with all findings, if
   *     there are any
   */
  public static void verify(SupportTemplate support, String name, String text) {
    List<Finding> findings = new ArrayList<>(TemplateVerifier.verify(support.template()));
    findings.addAll(TextVerifier.template(name, text, support.template()));
    Problems problems = new Problems();
    for (Finding finding : findings) {
      problems.add("The template " + name + " is not valid: " + finding + advice(finding.place()));
    }
    problems.throwIfAny();
  }

  /**
   * Whether the template's rules have checked the build specification. They have if it is the very
   * value in the template: where the build reads it from a file, or a fragment replaces it, the
   * template has none or another one.
   */
  private static boolean embedsBuildSpec(Rendered rendered) {
    return rendered
            .template()
            .mapping("Resources")
            .mapping(LogicalIds.BUILD_PROJECT)
            .mapping("Properties")
            .mapping("Source")
            .get("BuildSpec")
            .orElse(null)
        == rendered.buildSpec();
  }

  /**
   * What to do about a finding that the user's settings cause: a policy or a text gets too long.
   */
  private static String advice(Location place) {
    if (isOf(place, LogicalIds.PIPELINE_ACCESS)) {
      return " Use fewer or shorter elements in <stages>.";
    }
    if (isOf(place, LogicalIds.DEPLOY_ROLE)
        || isOf(place, LogicalIds.DEPLOY_ACCESS)
        || isOf(place, LogicalIds.REGION_DEPLOY_ACCESS)) {
      return " Use fewer or shorter elements in <deployment> and <stages>, or fewer roles in"
          + " .chalice/config.json.";
    }
    if (isOf(place, LogicalIds.BUILD_ACCESS) || isOf(place, LogicalIds.BUILD_PROJECT)) {
      return " Use fewer or shorter elements in <build>.";
    }
    return place instanceof Location.Top
        ? " Use fewer or shorter elements in <build> and <stages>."
        : "";
  }

  /** Whether a place is in a resource whose logical ID begins so. */
  private static boolean isOf(Location place, String logicalId) {
    return place.toString().startsWith("Resources." + logicalId);
  }

  private static String worded(Finding finding, Rendered rendered) {
    if (rendered.fragment().isEmpty()) {
      return "The template is not valid: " + finding + advice(finding.place());
    }
    Fragment fragment = rendered.fragment().get();
    Optional<Location> origin = fragment.origin(finding.place(), rendered.own());
    return origin.isPresent()
        ? fragment.setting() + ": " + new Finding(origin.get(), finding.sentence())
        : fragment.setting() + ": with this fragment, the template is not valid: " + finding;
  }
}
