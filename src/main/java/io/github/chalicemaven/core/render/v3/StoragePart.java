package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.getAtt;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.ref;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.sub;

import io.github.chalicemaven.core.cloudformation.PolicyDocument;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The key, the two buckets that {@code v2} has too, and a bucket for their access logs. */
final class StoragePart implements Part {

  private static final String LOG_BUCKET = "AccessLogBucket";
  private static final String ARTIFACTS = "ArtifactBucketStore";
  private static final String APPLICATION = "ApplicationBucket";

  /** CloudFormation may need the code of an earlier version to roll a stack back. */
  private static final int OLD_VERSION_DAYS = 365;

  @Override
  public void contribute(Assembly assembly) {
    if (assembly.hasKey()) {
      assembly.resource(Assembly.KEY, key(assembly));
    }
    addBucket(
        assembly,
        LOG_BUCKET,
        logBucket(assembly.operations().logRetentionDays()),
        Statement.allow(List.of("s3:PutObject"), List.of(sub("${" + LOG_BUCKET + ".Arn}/*")))
            .to(mapping("Service", "logging.s3.amazonaws.com"))
            .named("TakeAccessLogs")
            .when("StringEquals", mapping("aws:SourceAccount", ref("AWS::AccountId"))));
    addBucket(
        assembly,
        ARTIFACTS,
        bucket(
            assembly,
            ARTIFACTS,
            lifecycleRule(
                "ExpireArtifacts",
                "ExpirationInDays",
                assembly.operations().artifactRetentionDays(),
                "NoncurrentVersionExpiration",
                mapping("NoncurrentDays", assembly.operations().artifactRetentionDays()))));
    addBucket(
        assembly,
        APPLICATION,
        bucket(
            assembly,
            APPLICATION,
            lifecycleRule(
                "ExpireOldVersions",
                "NoncurrentVersionExpiration",
                mapping("NoncurrentDays", OLD_VERSION_DAYS))));
  }

  /** Its policy lets IAM policies of the account use it, and the services that have no role. */
  private static Resource key(Assembly assembly) {
    List<Statement> statements = new ArrayList<>();
    statements.add(
        Statement.allowAnywhere("kms:*")
            .to(mapping("AWS", sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")))
            .named("LetIamPoliciesDecide"));
    if (assembly.operations().customerKey()) {
      statements.add(
          Statement.allowAnywhere(
                  "kms:Decrypt",
                  "kms:DescribeKey",
                  "kms:Encrypt",
                  "kms:GenerateDataKey*",
                  "kms:ReEncrypt*")
              .to(mapping("Service", sub("logs.${AWS::Region}.${AWS::URLSuffix}")))
              .named("EncryptLogs")
              .when(
                  "ArnLike",
                  mapping(
                      "kms:EncryptionContext:aws:logs:arn",
                      sub(
                          "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}"
                              + ":log-group:*"))));
    }
    if (assembly.notifiesByMail()) {
      statements.add(
          Statement.allowAnywhere("kms:Decrypt", "kms:GenerateDataKey*")
              .to(mapping("Service", "events.amazonaws.com"))
              .named("PublishNotifications"));
    }
    return Resource.of(
            "AWS::KMS::Key",
            "Description",
            sub("Encrypts what the pipeline of ${ApplicationName} stores."),
            "EnableKeyRotation",
            true,
            "KeyPolicy",
            new PolicyDocument(statements).document())
        .retained();
  }

  private static Resource logBucket(int retentionDays) {
    Map<String, Object> properties =
        bucketProperties(
            mapping("ServerSideEncryptionByDefault", mapping("SSEAlgorithm", "AES256")),
            lifecycleRule(
                "ExpireLogs",
                "ExpirationInDays",
                retentionDays,
                "NoncurrentVersionExpiration",
                mapping("NoncurrentDays", 30)));
    return Suppressions.suppress(
        new Resource("AWS::S3::Bucket", (Value.Mapping) Value.of(properties)).retained(),
        "NIST.800.53.R5-S3BucketReplicationEnabled",
        "Access logs are kept for a limited time in one region; losing the region loses no source"
            + " and no deployment.",
        "NIST.800.53.R5-S3DefaultEncryptionKMS",
        "S3 delivers access logs only to buckets that S3's own keys encrypt.");
  }

  private static Resource bucket(Assembly assembly, String logicalId, Value lifecycleRule) {
    boolean customerKey = assembly.operations().customerKey();
    Value encryption =
        customerKey
            ? mapping(
                "BucketKeyEnabled",
                true,
                "ServerSideEncryptionByDefault",
                mapping("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", getAtt(Assembly.KEY, "Arn")))
            : mapping("ServerSideEncryptionByDefault", mapping("SSEAlgorithm", "AES256"));
    Map<String, Object> properties = bucketProperties(encryption, lifecycleRule);
    properties.put(
        "LoggingConfiguration",
        mapping("DestinationBucketName", ref(LOG_BUCKET), "LogFilePrefix", logicalId + "/"));
    List<String> suppressions =
        new ArrayList<>(
            List.of(
                "NIST.800.53.R5-S3BucketReplicationEnabled",
                "The bucket holds what the pipeline builds from the source, and can build again."));
    if (!customerKey) {
      suppressions.add("NIST.800.53.R5-S3DefaultEncryptionKMS");
      suppressions.add("<encryption>s3</encryption> chooses the keys of S3.");
    }
    return Suppressions.suppress(
        new Resource("AWS::S3::Bucket", (Value.Mapping) Value.of(properties)).retained(),
        suppressions.toArray(String[]::new));
  }

  private static Map<String, Object> bucketProperties(Value encryption, Value lifecycleRule) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        "BucketEncryption", mapping("ServerSideEncryptionConfiguration", sequence(encryption)));
    properties.put("VersioningConfiguration", mapping("Status", "Enabled"));
    properties.put(
        "PublicAccessBlockConfiguration",
        mapping(
            "BlockPublicAcls",
            true,
            "BlockPublicPolicy",
            true,
            "IgnorePublicAcls",
            true,
            "RestrictPublicBuckets",
            true));
    properties.put(
        "OwnershipControls",
        mapping("Rules", sequence(mapping("ObjectOwnership", "BucketOwnerEnforced"))));
    properties.put("LifecycleConfiguration", mapping("Rules", sequence(lifecycleRule)));
    return properties;
  }

  private static Value lifecycleRule(String id, Object... actions) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("Id", id);
    rule.put("Status", "Enabled");
    rule.put("AbortIncompleteMultipartUpload", mapping("DaysAfterInitiation", 7));
    rule.putAll(Value.mapping(actions).entries());
    return Value.of(rule);
  }

  /** Adds a bucket, and a policy that takes no request but over TLS. */
  private static void addBucket(
      Assembly assembly, String logicalId, Resource bucket, Statement... allowed) {
    assembly.resource(logicalId, bucket);
    List<Statement> statements = new ArrayList<>(List.of(allowed));
    statements.add(
        Statement.allow(
                List.of("s3:*"),
                List.of(getAtt(logicalId, "Arn"), sub("${" + logicalId + ".Arn}/*")))
            .denied()
            .to(mapping("AWS", "*"))
            .named("DenyWithoutTls")
            .when("Bool", mapping("aws:SecureTransport", "false")));
    assembly.resource(
        logicalId + "Policy",
        Resource.of(
            "AWS::S3::BucketPolicy",
            "Bucket",
            ref(logicalId),
            "PolicyDocument",
            new PolicyDocument(statements).document()));
  }
}
