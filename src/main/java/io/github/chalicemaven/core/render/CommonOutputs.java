package io.github.chalicemaven.core.render;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;

import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.Template;

/** The outputs that every version of the template has. */
public final class CommonOutputs {

  private CommonOutputs() {}

  /** Adds them, with the version's own for the role that deploys. */
  public static void addTo(Template.Builder template, Output deployRole) {
    template
        .output(
            "S3PipelineBucket",
            new Output("The bucket of the pipeline's artifacts.", ref(LogicalIds.ARTIFACT_BUCKET)))
        .output(
            "S3ApplicationBucket",
            new Output(
                "The bucket of the packaged application.", ref(LogicalIds.APPLICATION_BUCKET)))
        .output(
            "CodeBuildRoleArn",
            new Output("The role of the build.", getAtt(LogicalIds.BUILD_ROLE, "Arn")))
        .output("CFNDeployRoleArn", deployRole)
        .output(
            "CodePipelineRoleArn",
            new Output("The role of the pipeline.", getAtt(LogicalIds.PIPELINE_ROLE, "Arn")));
  }
}
