package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.text;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.pipeline.Stage;
import java.util.List;
import java.util.Locale;

/**
 * The buckets and the key of the pipeline's account, as roles of a stage's account may use them.
 * CloudFormation has named the buckets of the pipeline's own region, and no key has a name: there,
 * conditions limit patterns to the pipeline's account, and to S3 and the bucket. The policies of
 * buckets and key, {@link ForeignRoles}, say which ones these are.
 */
record ForeignStorage(FixedNames names, Stage stage) implements CodeAccess {

  /** What reads and writes through S3. */
  static final List<String> USE_KEY = List.of("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");

  private static final String IN_THE_ACCOUNT =
      ", in the pipeline's account, where policies of bucket and key name this role";

  /** Lets a stage's action role hand on artifacts. */
  void allowArtifacts(Grants grants, Role role) {
    String bucket =
        stage
            .target()
            .region()
            .map(names::artifactBucket)
            .orElseGet(() -> named(LogicalIds.ARTIFACT_BUCKET));
    grants.allowPattern(
        role,
        ofAccount(
            Statement.allow(Storage.HAND_ON, List.of(Arns.s3(bucket + "/" + names.artifactKeys())))
                .named("HandOnArtifacts")),
        "the pipeline's artifacts, whose keys CodePipeline generates" + IN_THE_ACCOUNT);
    grants.allowPattern(
        role, throughS3(bucket, USE_KEY), "the key of the artifact bucket" + IN_THE_ACCOUNT);
  }

  @Override
  public void allowReading(Grants grants, Role role, Role.Policy policy) {
    String bucket =
        stage
            .target()
            .region()
            .map(names::applicationBucket)
            .orElseGet(() -> named(LogicalIds.APPLICATION_BUCKET));
    grants.allowPattern(
        role,
        policy,
        ofAccount(Statement.allow(Arns.s3(bucket + "/*"), "s3:GetObject").named("ReadApplication")),
        KEYS + IN_THE_ACCOUNT);
    grants.allowPattern(
        role,
        policy,
        throughS3(bucket, List.of("kms:Decrypt")),
        "the key of the application bucket" + IN_THE_ACCOUNT);
  }

  /** A bucket that CloudFormation has named after its stack and its logical ID. */
  private static String named(String logicalId) {
    return "*-" + logicalId.toLowerCase(Locale.ROOT) + "-*";
  }

  private Statement ofAccount(Statement statement) {
    return statement.when("StringEquals", "aws:ResourceAccount", names.home().account());
  }

  /**
   * Lets S3 use the key for a bucket.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context">Encryption
   *     context</a>
   */
  private Statement throughS3(String bucket, List<String> actions) {
    return Statement.allow(actions, List.of(key()))
        .named("UseKey")
        .when(
            "StringEquals",
            "kms:ViaService",
            "s3." + names.place(stage).region() + ".amazonaws.com")
        .when("StringLike", mapping().with("kms:EncryptionContext:aws:s3:arn", contexts(bucket)));
  }

  /** The bucket, where it has a key of its own, and its objects; a pattern matches both. */
  private static Value contexts(String bucket) {
    return bucket.endsWith("*")
        ? Arns.s3(bucket)
        : Value.sequence(Arns.s3(bucket), Arns.s3(bucket + "/*"));
  }

  private Value key() {
    return stage.target().region().isEmpty() && names.pipeline().options().keyArn().isPresent()
        ? text(names.pipeline().options().keyArn().get())
        : names.place(stage).arn("kms", names.home().account(), "key/*");
  }
}
