package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.document.Sha256;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.service.TemplateBucket;
import java.util.Optional;

/**
 * A template that is too large to be sent, on its way through a bucket. Its key is named after its
 * content, so that deployments do not replace each other's.
 */
public record TemplateUpload(String bucket, String key, String template) {

  /**
   * The way of a template.
   *
   * @param templateBucket {@code bucket} or {@code bucket/folder}; may be null
   * @param problems receives it where a bucket is needed and not named well
   * @return empty where the template needs no bucket
   */
  public static Optional<TemplateUpload> of(
      String template, String templateBucket, String stackName, Problems problems) {
    if (AwsLimits.isDirectTemplate(template)) {
      return Optional.empty();
    }
    if (templateBucket == null) {
      problems.add(
          "the template has more than 51,200 bytes even without white space, which CloudFormation"
              + " takes only from S3: set "
              + Setting.place("templateBucket")
              + " to a bucket in the stack's region.");
      return Optional.empty();
    }
    if (!templateBucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9!_.'()/-]*)?")) {
      problems.add(
          Setting.of("templateBucket", templateBucket),
          "use the name of a bucket, or `bucket/folder`.");
      return Optional.empty();
    }
    String[] parts = templateBucket.split("/", 2);
    String folder = parts.length == 1 ? "" : parts[1].replaceFirst("/*$", "/");
    return Optional.of(
        new TemplateUpload(
            parts[0], folder + stackName + "-" + Sha256.of(template) + ".template", template));
  }

  /** Stores the template; its address. */
  public String to(TemplateBucket buckets) {
    return buckets.store(bucket, key, template);
  }
}
