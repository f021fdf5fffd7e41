package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;

/**
 * ARNs, of whichever partition the stack is in.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/">Service
 *     Authorization Reference</a>
 */
final class Arns {

  private Arns() {}

  /** Something in the pipeline's account and region; variables of {@code Fn::Sub} may be in it. */
  static Value of(String service, String resource) {
    return Place.OF_STACK.arn(service, resource);
  }

  /** Something in a region and an account. */
  static Value anywhere(String service, String region, String account, String resource) {
    return sub("arn:${AWS::Partition}:" + service + ":" + region + ":" + account + ":" + resource);
  }

  /** Something of IAM's in an account. */
  static Value iam(String account, String resource) {
    return anywhere("iam", "", account, resource);
  }

  /** A bucket, or objects in it: {@code bucket/key}. */
  static Value s3(String resource) {
    return anywhere("s3", "", "", resource);
  }

  /** A bucket of the template. */
  static Value bucket(String logicalId) {
    return getAtt(logicalId, "Arn");
  }

  /** All objects of a bucket of the template. */
  static Value objects(String logicalId) {
    return sub("${" + logicalId + ".Arn}/*");
  }

  /** The pipeline. */
  static Value pipeline() {
    return of("codepipeline", "${" + LogicalIds.PIPELINE + "}");
  }
}
