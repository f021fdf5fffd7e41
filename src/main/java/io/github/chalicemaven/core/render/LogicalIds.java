package io.github.chalicemaven.core.render;

/**
 * The logical IDs of what every version of the template has: a stack of one version is updated in
 * place to another one, so none of them ever changes, nor the type of its resource.
 */
public final class LogicalIds {

  public static final String APPLICATION_NAME = "ApplicationName";
  public static final String BUILD_IMAGE = "CodeBuildImage";

  /** The repository that the template creates, where it creates one. */
  public static final String SOURCE_REPOSITORY = "SourceRepository";

  public static final String ARTIFACT_BUCKET = "ArtifactBucketStore";

  /** The bucket of the packaged application. */
  public static final String APPLICATION_BUCKET = "ApplicationBucket";

  public static final String BUILD_PROJECT = "AppPackageBuild";
  public static final String BUILD_ROLE = "CodeBuildRole";

  /** The role that deploys the first stage. */
  public static final String DEPLOY_ROLE = "CFNDeployRole";

  public static final String PIPELINE = "AppPipeline";
  public static final String PIPELINE_ROLE = "CodePipelineRole";

  private LogicalIds() {}
}
