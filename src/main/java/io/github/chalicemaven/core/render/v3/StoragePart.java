package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.PolicyDocument;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The key, the two buckets that {@code v2} has too, and a bucket for their access logs. */
final class StoragePart implements Part {

  private static final String LOG_BUCKET = "AccessLogBucket";

  /** CloudFormation may need the code of an earlier version to roll a stack back. */
  private static final int OLD_VERSION_DAYS = 365;

  private static final Value.Mapping S3_KEYS =
      mapping().with("ServerSideEncryptionByDefault", mapping().with("SSEAlgorithm", "AES256"));

  /** The region that all of it is for, with fixed names; empty for the pipeline's own. */
  private final Optional<String> region;

  StoragePart(Optional<String> region) {
    this.region = region;
  }

  @Override
  public void contribute(TemplateDraft draft) {
    Encryption encryption = draft.encryption();
    if (region.isEmpty() ? encryption.hasKey() : encryption.hasCustomerKey()) {
      draft.resource(Encryption.KEY, key(draft));
    }
    addBucket(
        draft,
        LOG_BUCKET,
        logBucket(draft.options().logRetentionDays()),
        FixedNames::logBucket,
        Stream.of(
            Statement.allow(List.of("s3:PutObject"), List.of(Arns.objects(LOG_BUCKET)))
                .to(mapping().with("Service", "logging.s3.amazonaws.com"))
                .named("TakeAccessLogs")
                .when("StringEquals", "aws:SourceAccount", ref("AWS::AccountId"))));
    ForeignRoles foreign = new ForeignRoles(draft.fixedNames(), region);
    int days = draft.options().artifactRetentionDays();
    addBucket(
        draft,
        LogicalIds.ARTIFACT_BUCKET,
        bucket(
            draft, LogicalIds.ARTIFACT_BUCKET, expire("ExpireArtifacts", Optional.of(days), days)),
        FixedNames::artifactBucket,
        foreign.onArtifacts(LogicalIds.ARTIFACT_BUCKET));
    addBucket(
        draft,
        LogicalIds.APPLICATION_BUCKET,
        bucket(
            draft,
            LogicalIds.APPLICATION_BUCKET,
            expire("ExpireOldVersions", Optional.empty(), OLD_VERSION_DAYS)),
        FixedNames::applicationBucket,
        foreign.onApplication(LogicalIds.APPLICATION_BUCKET));
  }

  /** Its policy lets IAM policies of the account use it, and the services that have no role. */
  private Resource key(TemplateDraft draft) {
    Encryption encryption = draft.encryption();
    boolean isHome = region.isEmpty();
    List<Statement> statements = new ArrayList<>();
    statements.add(
        Statement.allowAnywhere("kms:*")
            .to(mapping().with("AWS", Place.OF_STACK.iam("root")))
            .named("LetIamPoliciesDecide"));
    if (isHome && encryption.hasCustomerKey()) {
      statements.add(
          Statement.allowAnywhere(
                  "kms:Decrypt",
                  "kms:DescribeKey",
                  "kms:Encrypt",
                  "kms:GenerateDataKey*",
                  "kms:ReEncrypt*")
              .to(mapping().with("Service", sub("logs.${AWS::Region}.${AWS::URLSuffix}")))
              .named("EncryptLogs")
              .when(
                  "ArnLike", "kms:EncryptionContext:aws:logs:arn", Arns.of("logs", "log-group:*")));
    }
    if (isHome && encryption.notifiesByMail()) {
      statements.add(
          Statement.allowAnywhere("kms:Decrypt", "kms:GenerateDataKey*")
              .to(mapping().with("Service", "events.amazonaws.com"))
              .named("PublishNotifications"));
    }
    new ForeignRoles(draft.fixedNames(), region).onKey().forEach(statements::add);
    return resource("AWS::KMS::Key")
        .with(
            "Description", "Encrypts the data of the " + draft.pipeline().appName() + " pipeline.")
        .with("EnableKeyRotation", true)
        .with("KeyPolicy", new PolicyDocument(statements).document())
        .retained();
  }

  private static Resource logBucket(int retentionDays) {
    return Suppressions.of(
            "NIST.800.53.R5-S3BucketReplicationEnabled",
            "Access logs are kept for a limited time in one region; no source code and no"
                + " deployment is lost with them.")
        .and(
            "NIST.800.53.R5-S3DefaultEncryptionKMS",
            "S3 delivers access logs only to buckets that are encrypted with keys that S3 manages.")
        .in(bucket(S3_KEYS, expire("ExpireLogs", Optional.of(retentionDays), 30)));
  }

  private Resource bucket(TemplateDraft draft, String logicalId, Value lifecycleRule) {
    boolean customerKey = draft.encryption().hasCustomerKey();
    Resource bucket =
        bucket(key(draft.encryption()).map(StoragePart::kmsKey).orElse(S3_KEYS), lifecycleRule)
            .with(
                "LoggingConfiguration",
                mapping()
                    .with("DestinationBucketName", ref(LOG_BUCKET))
                    .with("LogFilePrefix", logicalId + "/"));
    return Suppressions.of(
            "NIST.800.53.R5-S3BucketReplicationEnabled",
            "The bucket contains build results, which the pipeline can build again from the"
                + " source.")
        .andIf(
            !customerKey,
            "NIST.800.53.R5-S3DefaultEncryptionKMS",
            "<encryption>s3</encryption> selects keys that S3 manages.")
        .in(bucket);
  }

  private Optional<Value> key(Encryption encryption) {
    return encryption
        .customerKey()
        .map(ofHome -> region.isEmpty() ? ofHome : Encryption.templateKeyArn());
  }

  private static Value.Mapping kmsKey(Value arn) {
    return mapping()
        .with("BucketKeyEnabled", true)
        .with(
            "ServerSideEncryptionByDefault",
            mapping().with("SSEAlgorithm", "aws:kms").with("KMSMasterKeyID", arn));
  }

  private static Resource bucket(Value.Mapping encryption, Value lifecycleRule) {
    return resource("AWS::S3::Bucket")
        .with(
            "BucketEncryption",
            mapping().with("ServerSideEncryptionConfiguration", sequence(encryption)))
        .with("VersioningConfiguration", mapping().with("Status", "Enabled"))
        .with(
            "PublicAccessBlockConfiguration",
            mapping()
                .with("BlockPublicAcls", true)
                .with("BlockPublicPolicy", true)
                .with("IgnorePublicAcls", true)
                .with("RestrictPublicBuckets", true))
        .with("OwnershipControls", rules(mapping().with("ObjectOwnership", "BucketOwnerEnforced")))
        .with("LifecycleConfiguration", rules(lifecycleRule))
        .retained();
  }

  private static Value rules(Value rule) {
    return mapping().with("Rules", sequence(rule));
  }

  /** A lifecycle rule; the current versions of objects may stay forever. */
  private static Value expire(String id, Optional<Integer> days, int oldVersionDays) {
    return mapping()
        .with("Id", id)
        .with("Status", "Enabled")
        .with("AbortIncompleteMultipartUpload", mapping().with("DaysAfterInitiation", 7))
        .withIf("ExpirationInDays", days.map(Value::number))
        .with("NoncurrentVersionExpiration", mapping().with("NoncurrentDays", oldVersionDays));
  }

  /**
   * Adds a bucket, and a policy that takes no request but over TLS.
   *
   * @param name in another region, where other templates know it
   */
  private void addBucket(
      TemplateDraft draft,
      String logicalId,
      Resource bucket,
      BiFunction<FixedNames, String, String> name,
      Stream<Statement> allowed) {
    draft.resource(
        logicalId,
        region
            .map(in -> bucket.with("BucketName", name.apply(draft.fixedNames(), in)))
            .map(Resource::retainedExceptOnCreate)
            .orElse(bucket));
    List<Statement> statements = new ArrayList<>(allowed.toList());
    statements.add(
        Statement.denyWithoutTls(
            List.of("s3:*"), List.of(Arns.bucket(logicalId), Arns.objects(logicalId))));
    draft.resource(
        logicalId + "Policy",
        resource("AWS::S3::BucketPolicy")
            .with("Bucket", ref(logicalId))
            .with("PolicyDocument", new PolicyDocument(statements).document()));
  }
}
