package io.github.chalicemaven.core.pipeline;

/** The logical IDs that more than one class knows. */
public final class LogicalIds {

  // What every version of the template has: a stack of one version is updated in place to another
  // one, so none of these ever changes, nor the type of its resource.

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

  // Parameters of v2: the secret with GitHub's token, and the key in its JSON.

  public static final String GITHUB_SECRET = "GithubRepoSecretId";
  public static final String GITHUB_SECRET_KEY = "GithubRepoSecretJSONKey";

  // Policies of v3; further letters follow where one is of a stage or a region, or has parts.

  public static final String PIPELINE_ACCESS = "CodePipelineAccess";
  public static final String BUILD_ACCESS = "CodeBuildAccess";
  public static final String TESTS_ACCESS = "StageTestAccess";
  public static final String DEPLOY_ACCESS = "CFNDeployAccess";
  public static final String REGION_DEPLOY_ACCESS = "RegionDeployAccess";

  private LogicalIds() {}
}
