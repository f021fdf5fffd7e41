package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.render.LogicalIds;

/** What roles do with the bucket that CodePipeline keeps artifacts in. */
final class ArtifactBucket {

  private static final Value OBJECTS = Arns.objects(LogicalIds.ARTIFACT_BUCKET);
  private static final Value BUCKET = Arns.bucket(LogicalIds.ARTIFACT_BUCKET);

  private static final String KEYS =
      "objects in the artifact bucket, whose keys CodePipeline generates";

  private ArtifactBucket() {}

  /** Lets the build take artifacts and hand others on. */
  static void allowBuild(Grants grants) {
    allowObjects(grants, Role.BUILD, "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject");
    allowCheck(grants, Role.BUILD);
  }

  /**
   * Lets the pipeline keep artifacts in it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html">CodePipeline's
   *     service role</a>
   */
  static void allowPipeline(Grants grants) {
    allowObjects(
        grants,
        Role.PIPELINE,
        "s3:GetObject",
        "s3:GetObjectVersion",
        "s3:PutObject",
        "s3:PutObjectAcl");
    grants.allow(
        Role.PIPELINE,
        Statement.allow(BUCKET, "s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketVersioning")
            .named("UseArtifactBucket"));
  }

  private static void allowObjects(Grants grants, Role role, String... actions) {
    grants.allowPattern(role, Statement.allow(OBJECTS, actions).named("HandOnArtifacts"), KEYS);
  }

  /** Lets a role take the source. */
  static void allowReadingSource(Grants grants, Role role) {
    grants.allowPattern(
        role,
        Statement.allow(OBJECTS, "s3:GetObject", "s3:GetObjectVersion").named("ReadSource"),
        KEYS);
  }

  /**
   * Lets a role see that the bucket is the pipeline's own.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html">CodeBuild's
   *     service role</a>
   */
  static void allowCheck(Grants grants, Role role) {
    grants.allow(
        role,
        Statement.allow(BUCKET, "s3:GetBucketAcl", "s3:GetBucketLocation")
            .named("CheckArtifactBucket"));
  }
}
