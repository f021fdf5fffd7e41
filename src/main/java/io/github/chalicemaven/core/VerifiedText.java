package io.github.chalicemaven.core;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.core.verify.TextVerifier;
import java.util.List;
import java.util.Optional;

/**
 * The texts of a pipeline that was verified: what CloudFormation and CodeBuild read.
 *
 * @param template JSON or YAML
 * @param buildSpec YAML
 * @param supports the templates of other accounts and regions, in the order of their deployment
 */
public record VerifiedText(String template, String buildSpec, List<Support> supports) {

  public VerifiedText {
    supports = List.copyOf(supports);
  }

  /** A template of another account or region, and its text. */
  public record Support(SupportTemplate of, String text) {}

  /** What to do with a template that is too large to be sent without a bucket. */
  public Optional<String> sizeWarning() {
    return TextVerifier.sizeWarning(template);
  }

  /** Whether the template is too large to be sent without a bucket. */
  public boolean needsBucket() {
    return !AwsLimits.isDirectTemplate(template);
  }
}
