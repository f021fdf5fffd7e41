package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.Parameter;
import java.util.Optional;

/**
 * The storage of another region, which {@link RegionTemplate} creates, in the pipeline's template.
 */
final class RegionStoragePart implements Part {

  private final String region;

  RegionStoragePart(String region) {
    this.region = region;
  }

  /** Adds the parameter with the key's ARN, and lets the pipeline and the build use all. */
  @Override
  public void contribute(TemplateDraft draft) {
    if (draft.encryption().hasCustomerKey()) {
      String account = draft.fixedNames().home().account();
      draft.parameter(
          FixedNames.keyParameter(region),
          Parameter.required(
                  "The ARN of the key in " + region + ": the output KeyArn of its region stack.")
              .matching(
                  "arn:aws[a-z-]*:kms:" + region + ":" + account + ":key/[0-9a-z-]+",
                  "The ARN of a KMS key in " + region + " of the pipeline's account."));
    }
    Storage storage = draft.storage(Optional.of(region));
    storage.allowPipeline(draft.grants());
    storage.allowUpload(draft.grants());
  }
}
