package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.text;

import io.github.chalicemaven.core.cloudformation.Parameter;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.render.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The buckets and the key of another region, which {@link RegionTemplate} makes, as the pipeline's
 * template uses them: buckets by their names, the key by a parameter.
 */
record RegionStorage(FixedNames names, String region) implements CodeAccess {

  private static final String ARTIFACTS =
      "objects in the artifact bucket, whose keys CodePipeline generates";

  /** Adds the parameter with the key's ARN, and lets the pipeline and the build use all. */
  void contribute(TemplateDraft draft) {
    if (hasKey()) {
      draft.parameter(
          FixedNames.keyParameter(region),
          Parameter.required(
                  "The ARN of the key in " + region + ": the output KeyArn of its region stack.")
              .matching(
                  "arn:aws[a-z-]*:kms:" + region + ":" + names.home().account() + ":key/[0-9a-z-]+",
                  "The ARN of a KMS key in " + region + " of the pipeline's account."));
    }
    allowPipeline(draft.grants());
    allowBuild(draft.grants());
  }

  private void allowPipeline(Grants grants) {
    grants.allowPattern(
        Role.PIPELINE,
        Statement.allow(
                Arns.s3(names.artifactBucket(region) + "/*"),
                "s3:GetObject",
                "s3:GetObjectVersion",
                "s3:PutObject",
                "s3:PutObjectAcl")
            .named("HandOnArtifacts"),
        ARTIFACTS);
    grants.allow(
        Role.PIPELINE,
        Statement.allow(
                Arns.s3(names.artifactBucket(region)),
                "s3:GetBucketAcl",
                "s3:GetBucketLocation",
                "s3:GetBucketVersioning")
            .named("UseArtifactBucket"));
    allowKey(grants, Role.PIPELINE);
  }

  private void allowBuild(Grants grants) {
    grants.allowPattern(
        Role.BUILD,
        Statement.allow(objects(), "s3:GetObject", "s3:PutObject").named("UploadApplication"),
        KEYS);
    allowKey(grants, Role.BUILD);
  }

  private void allowKey(Grants grants, Role role) {
    if (hasKey()) {
      grants.allow(
          role,
          Statement.allow(
                  keyArn(), "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey")
              .named("UseKey"));
    }
  }

  @Override
  public void allowReading(Grants grants, Role role, Role.Policy policy) {
    grants.allowPattern(
        role, policy, Statement.allow(objects(), "s3:GetObject").named("ReadApplication"), KEYS);
    if (hasKey()) {
      grants.allow(role, policy, Statement.allow(keyArn(), "kms:Decrypt").named("UseKey"));
    }
  }

  /** The store of the pipeline's artifacts in the region. */
  Value artifactStore() {
    return mapping()
        .with("Region", region)
        .with(
            "ArtifactStore",
            mapping()
                .with("Type", "S3")
                .with("Location", names.artifactBucket(region))
                .with("EncryptionKey", mapping().with("Type", "KMS").with("Id", artifactKey())));
  }

  /** Where the build uploads what it packages for the region. */
  List<Value> variables() {
    List<Value> variables = new ArrayList<>();
    variables.add(
        BuildProject.variable(
            Variables.in(region, Variables.APPLICATION_BUCKET),
            text(names.applicationBucket(region))));
    Optional.of(keyArn())
        .filter(arn -> hasKey())
        .ifPresent(
            arn ->
                variables.add(
                    BuildProject.variable(Variables.in(region, Variables.APPLICATION_KEY), arn)));
    return variables;
  }

  private boolean hasKey() {
    return names.pipeline().options().customerKey();
  }

  private Value artifactKey() {
    return hasKey()
        ? keyArn()
        : Arns.anywhere("kms", region, Place.OF_STACK.account(), "alias/aws/s3");
  }

  private Value keyArn() {
    return ref(FixedNames.keyParameter(region));
  }

  private Value objects() {
    return Arns.s3(names.applicationBucket(region) + "/*");
  }
}
