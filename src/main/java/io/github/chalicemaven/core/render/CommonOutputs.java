package io.github.chalicemaven.core.render;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;

import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;

/** The outputs that every version of the template has. */
public final class CommonOutputs {

  private CommonOutputs() {}

  /** Adds them, with the version's own for the role that deploys. */
  public static void addTo(Template.Builder template, Output deployRole) {
    addTo(
        template,
        getAtt(LogicalIds.BUILD_ROLE, "Arn"),
        deployRole,
        getAtt(LogicalIds.PIPELINE_ROLE, "Arn"));
  }

  /** Adds them, with the ARNs of the build's and of the pipeline's role. */
  public static void addTo(
      Template.Builder template, Value buildRole, Output deployRole, Value pipelineRole) {
    template
        .output(
            "S3PipelineBucket",
            new Output("The bucket of the pipeline's artifacts.", ref(LogicalIds.ARTIFACT_BUCKET)))
        .output(
            "S3ApplicationBucket",
            new Output(
                "The bucket of the packaged application.", ref(LogicalIds.APPLICATION_BUCKET)))
        .output("CodeBuildRoleArn", new Output("The role of the build.", buildRole))
        .output("CFNDeployRoleArn", deployRole)
        .output("CodePipelineRoleArn", new Output("The role of the pipeline.", pipelineRole));
  }
}
