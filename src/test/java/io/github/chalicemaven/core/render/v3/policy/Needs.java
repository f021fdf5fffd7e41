package io.github.chalicemaven.core.render.v3.policy;

import java.util.ArrayList;
import java.util.List;

/** What must be allowed, as it is found. */
final class Needs {

  private final List<Request> requests = new ArrayList<>();

  List<Request> requests() {
    return List.copyOf(requests);
  }

  void add(Request request) {
    requests.add(request);
  }

  void add(String principal, String resource, String... actions) {
    for (String action : actions) {
      add(Request.of(principal, action, resource));
    }
  }

  /** A service assumes a role for something of the role's account. */
  void assume(String service, String roleArn, String sourceArn) {
    add(
        Request.of(service, "sts:AssumeRole", roleArn)
            .with("aws:SourceAccount", Arn.of(roleArn).account())
            .with("aws:SourceArn", sourceArn));
  }

  /** A role passes another one to a service. */
  void pass(String principal, String roleArn, String service) {
    add(Request.of(principal, "iam:PassRole", roleArn).with("iam:PassedToService", service));
  }

  /** A role works with objects of a bucket, and by S3 with the bucket's key. */
  void objects(String principal, Landscape.Bucket bucket, String object, List<String> actions) {
    for (String action : actions) {
      add(principal, bucket.arn() + "/" + object, action);
    }
    if (actions.contains("s3:GetObject") || actions.contains("s3:PutObject")) {
      // S3 decrypts the parts of a multipart upload, too.
      throughS3(principal, "kms:Decrypt", bucket, object);
    }
    if (actions.contains("s3:PutObject")) {
      throughS3(principal, "kms:GenerateDataKey", bucket, object);
    }
  }

  /**
   * S3 uses the key of a bucket, if it has one: for the bucket as a whole or, before, an object.
   */
  void throughS3(String principal, String action, Landscape.Bucket bucket, String object) {
    for (String context : List.of(bucket.arn(), bucket.arn() + "/" + object)) {
      bucket
          .keyArn()
          .ifPresent(
              key ->
                  add(
                      Request.of(principal, action, key)
                          .with("kms:ViaService", "s3." + bucket.region() + ".amazonaws.com")
                          .with("kms:EncryptionContext:aws:s3:arn", context)));
    }
  }
}
