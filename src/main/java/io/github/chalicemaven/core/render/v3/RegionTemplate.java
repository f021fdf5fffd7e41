package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.CommonOutputs;
import io.github.chalicemaven.core.render.SupportTemplate;
import java.util.Optional;

/**
 * The template of another region of the pipeline's account that stages are deployed to: the bucket
 * that CodePipeline copies artifacts to, the bucket of the packaged application, which a function
 * reads in its own region only, and the key of both.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html">Actions
 *     in other regions</a>
 */
final class RegionTemplate {

  private RegionTemplate() {}

  /** Renders the template of a region. */
  static SupportTemplate render(V3Pipeline pipeline, String region) {
    Template.Builder template =
        Template.builder(
            "Storage of the pipeline of " + pipeline.appName() + " for stages in " + region);
    TemplateDraft draft = new TemplateDraft(pipeline, template);
    new StoragePart(Optional.of(region)).contribute(draft);
    Optional<String> parameter =
        Optional.of(FixedNames.keyParameter(region))
            .filter(name -> draft.encryption().hasCustomerKey());
    if (parameter.isPresent()) {
      draft.output(
          SupportTemplate.KEY_OUTPUT,
          new Output(
              "The parameter " + parameter.get() + " of the pipeline's template.",
              Encryption.templateKeyArn()));
    }
    CommonOutputs.addBuckets(template);
    return SupportTemplate.region(region, parameter, template.build().document());
  }
}
