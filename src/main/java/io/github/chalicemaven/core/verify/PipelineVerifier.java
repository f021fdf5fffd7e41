package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.document.Fragment;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies what was rendered and the texts that are about to be written. Valid settings give a
 * template that works: a finding is the fragment's, or a mistake of ours.
 */
public final class PipelineVerifier {

  private PipelineVerifier() {}

  /**
   * Verifies a pipeline.
   *
   * @param templateName the name of the template's file
   * @param template its text
   * @param buildSpec the text of the build specification
   * @throws io.github.chalicemaven.core.problem.InvalidConfigurationException with all findings, if
   *     there are any
   */
  public static void verify(
      Rendered rendered, String templateName, String template, String buildSpec) {
    List<Finding> findings = new ArrayList<>(TemplateVerifier.verify(rendered.template()));
    findings.addAll(TextVerifier.template(templateName, template, rendered.template()));
    findings.addAll(
        TextVerifier.readsBack("buildspec.yml", buildSpec, rendered.buildSpec().document()));
    Problems problems = new Problems();
    for (Finding finding : findings) {
      problems.add(worded(finding, rendered));
    }
    problems.throwIfAny();
  }

  private static String worded(Finding finding, Rendered rendered) {
    if (rendered.fragment().isEmpty()) {
      return "The template would not work: " + finding;
    }
    Fragment fragment = rendered.fragment().get();
    Optional<Location> origin = fragment.origin(finding.place(), rendered.own());
    return origin.isPresent()
        ? fragment.setting() + ": " + new Finding(origin.get(), finding.sentence())
        : "With " + fragment.file() + " merged in, the template would not work: " + finding;
  }
}
