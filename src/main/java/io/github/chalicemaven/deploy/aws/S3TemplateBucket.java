package io.github.chalicemaven.deploy.aws;

import static io.github.chalicemaven.deploy.aws.Calls.call;

import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.TemplateBucket;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;

/** A template's way through S3. The bucket's own encryption applies, its key included. */
final class S3TemplateBucket implements TemplateBucket {

  private final S3Client s3;
  private final StsClient sts;
  private final String region;

  S3TemplateBucket(S3Client s3, StsClient sts, String region) {
    this.s3 = s3;
    this.sts = sts;
    this.region = region;
  }

  @Override
  public String store(String bucket, String key, String template) {
    String account = call("sts:GetCallerIdentity", () -> sts.getCallerIdentity().account());
    checkRegion(bucket, account);
    call(
        "s3:PutObject to " + bucket,
        () ->
            s3.putObject(
                request -> request.bucket(bucket).key(key).expectedBucketOwner(account),
                RequestBody.fromString(template)));
    return s3.utilities().getUrl(request -> request.bucket(bucket).key(key)).toExternalForm();
  }

  private void checkRegion(String bucket, String account) {
    String there = call("s3:ListBucket of " + bucket, () -> region(bucket, account));
    if (there != null && !there.equals(region)) {
      throw refusal(
          bucket,
          "that bucket is in region "
              + there
              + ", the stack in "
              + region
              + "; use a bucket in the stack's region.",
          null);
    }
  }

  /** The bucket's region; a bucket elsewhere answers with a redirection that names its region. */
  private String region(String bucket, String account) {
    try {
      HeadBucketResponse head =
          s3.headBucket(request -> request.bucket(bucket).expectedBucketOwner(account));
      return head.bucketRegion();
    } catch (S3Exception e) {
      String there =
          e.awsErrorDetails() == null || e.awsErrorDetails().sdkHttpResponse() == null
              ? null
              : e.awsErrorDetails()
                  .sdkHttpResponse()
                  .firstMatchingHeader("x-amz-bucket-region")
                  .orElse(null);
      if (there != null && !there.equals(region)) {
        return there;
      }
      if (e.statusCode() == 404) {
        throw refusal(bucket, "that bucket does not exist.", e);
      }
      if (e.statusCode() == 403) {
        throw refusal(
            bucket,
            "it belongs to another account, or the permission s3:ListBucket is missing.",
            e);
      }
      throw e;
    }
  }

  private static DeploymentException refusal(String bucket, String advice, S3Exception e) {
    return new DeploymentException(Setting.of("templateBucket", bucket) + ": " + advice, e);
  }
}
