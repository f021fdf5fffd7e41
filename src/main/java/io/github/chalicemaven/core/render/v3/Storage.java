package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.text;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.pipeline.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two buckets of a region and their key, as the pipeline's template and the roles of its
 * account use them. The pipeline's own region has what the template creates; of another one, for
 * which {@link RegionTemplate} creates it, the template knows the buckets by their names, and the
 * key by a parameter.
 *
 * @param region empty for the pipeline's own
 * @param artifacts where CodePipeline keeps artifacts
 * @param application where the build uploads the packaged application
 * @param customerKey the ARN of the key that encrypts both, if that is not AWS's
 */
record Storage(
    Optional<String> region, Bucket artifacts, Bucket application, Optional<Value> customerKey)
    implements CodeAccess {

  /** What hands artifacts on. */
  static final List<String> HAND_ON =
      List.of("s3:GetObject", "s3:GetObjectVersion", "s3:PutObject");

  private static final String ARTIFACT_KEYS =
      "objects in the artifact bucket, whose keys CodePipeline generates";

  /**
   * A bucket.
   *
   * @param objects the ARN of all objects in it
   */
  record Bucket(Value name, Value arn, Value objects) {

    private static Bucket ofTemplate(String logicalId) {
      return new Bucket(ref(logicalId), Arns.bucket(logicalId), Arns.objects(logicalId));
    }

    private static Bucket named(String name) {
      return new Bucket(text(name), Arns.s3(name), Arns.s3(name + "/*"));
    }
  }

  /** The storage of a region; empty for the pipeline's own. */
  static Storage of(V3Pipeline pipeline, Optional<String> region) {
    Encryption encryption = new Encryption(pipeline);
    if (region.isEmpty()) {
      return new Storage(
          region,
          Bucket.ofTemplate(LogicalIds.ARTIFACT_BUCKET),
          Bucket.ofTemplate(LogicalIds.APPLICATION_BUCKET),
          encryption.customerKey());
    }
    FixedNames names = new FixedNames(pipeline);
    return new Storage(
        region,
        Bucket.named(names.artifactBucket(region.get())),
        Bucket.named(names.applicationBucket(region.get())),
        region.filter(r -> encryption.hasCustomerKey()).map(r -> ref(FixedNames.keyParameter(r))));
  }

  /**
   * Lets the pipeline keep artifacts.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html">CodePipeline's
   *     service role</a>
   */
  void allowPipeline(Grants grants) {
    List<String> actions = new ArrayList<>(HAND_ON);
    actions.add("s3:PutObjectAcl");
    allowArtifacts(grants, Role.PIPELINE, "HandOnArtifacts", actions);
    grants.allow(
        Role.PIPELINE,
        Statement.allow(
                artifacts.arn(),
                "s3:GetBucketAcl",
                "s3:GetBucketLocation",
                "s3:GetBucketVersioning")
            .named("UseArtifactBucket"));
    allowKey(grants, Role.PIPELINE);
  }

  /** Lets the build take artifacts and hand others on. */
  void allowBuild(Grants grants) {
    allowArtifacts(grants, Role.BUILD, "HandOnArtifacts", HAND_ON);
    allowCheck(grants, Role.BUILD);
  }

  /** Lets the build upload the packaged application. */
  void allowUpload(Grants grants) {
    grants.allowPattern(
        Role.BUILD,
        Statement.allow(application.objects(), "s3:GetObject", "s3:PutObject")
            .named("UploadApplication"),
        KEYS);
    allowKey(grants, Role.BUILD);
  }

  /** Lets the role of tests take the source. */
  void allowSource(Grants grants, Role role) {
    allowCheck(grants, role);
    allowArtifacts(grants, role, "ReadSource", List.of("s3:GetObject", "s3:GetObjectVersion"));
  }

  private void allowArtifacts(Grants grants, Role role, String name, List<String> actions) {
    grants.allowPattern(
        role, Statement.allow(actions, List.of(artifacts.objects())).named(name), ARTIFACT_KEYS);
  }

  /**
   * Lets a role see that the bucket is the pipeline's own.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html">CodeBuild's
   *     service role</a>
   */
  private void allowCheck(Grants grants, Role role) {
    grants.allow(
        role,
        Statement.allow(artifacts.arn(), "s3:GetBucketAcl", "s3:GetBucketLocation")
            .named("CheckArtifactBucket"));
  }

  private void allowKey(Grants grants, Role role) {
    customerKey.ifPresent(key -> grants.allow(role, Encryption.use(key)));
  }

  @Override
  public void allowReading(Grants grants, Role role, Role.Policy policy) {
    grants.allowPattern(
        role,
        policy,
        Statement.allow(application.objects(), "s3:GetObject").named("ReadApplication"),
        KEYS);
    allowDecrypting(grants, role, policy);
  }

  /** Lets a role read what is encrypted, by a policy that other roles may hold too. */
  void allowDecrypting(Grants grants, Role role, Role.Policy policy) {
    customerKey.ifPresent(
        key -> grants.allow(role, policy, Statement.allow(key, "kms:Decrypt").named("UseKey")));
  }

  /** The store of the pipeline's artifacts. */
  Value.Mapping artifactStore() {
    return mapping()
        .with("Type", "S3")
        .with("Location", artifacts.name())
        .with("EncryptionKey", mapping().with("Type", "KMS").with("Id", artifactKey()));
  }

  /** The same with its region, for a pipeline with several. */
  Value artifactStoreOfRegion() {
    return mapping()
        .with("Region", region.<Value>map(Value::text).orElse(ref("AWS::Region")))
        .with("ArtifactStore", artifactStore());
  }

  /** The ARN of the key that encrypts the artifacts. */
  Value artifactKey() {
    return customerKey.orElseGet(() -> Place.of(region).arn("kms", "alias/aws/s3"));
  }

  /** Variables that tell the build where to upload the packaged application. */
  List<Value> variables() {
    List<Value> variables = new ArrayList<>();
    variables.add(variable(Variables.APPLICATION_BUCKET, application.name()));
    customerKey.ifPresent(key -> variables.add(variable(Variables.APPLICATION_KEY, key)));
    return variables;
  }

  private Value variable(String name, Value value) {
    return BuildProject.variable(Variables.in(region, name), value);
  }
}
