package io.github.chalicemaven.core.render;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;

import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;

/** The outputs that several templates have. */
public final class CommonOutputs {

  /** The Git remote of the repository that the template creates, where it creates one. */
  public static final String SOURCE_URL = "SourceRepoURL";

  private CommonOutputs() {}

  /** Adds all of every pipeline's template, with the version's own for the role that deploys. */
  public static void addTo(
      Template.Builder template, Value buildRole, Output deployRole, Value pipelineRole) {
    addBuckets(template);
    template
        .output("CodeBuildRoleArn", new Output("The role of the build.", buildRole))
        .output("CFNDeployRoleArn", deployRole)
        .output("CodePipelineRoleArn", new Output("The role of the pipeline.", pipelineRole));
  }

  /** Adds those of the buckets. */
  public static void addBuckets(Template.Builder template) {
    template
        .output(
            "S3PipelineBucket",
            new Output("The bucket of the pipeline's artifacts.", ref(LogicalIds.ARTIFACT_BUCKET)))
        .output(
            "S3ApplicationBucket",
            new Output(
                "The bucket of the packaged application.", ref(LogicalIds.APPLICATION_BUCKET)));
  }

  /** The {@link #SOURCE_URL} of a repository of the template. */
  public static Output sourceUrl() {
    return new Output(
        "Push the application to this Git remote to deploy it.",
        getAtt(LogicalIds.SOURCE_REPOSITORY, "CloneUrlHttp"));
  }
}
