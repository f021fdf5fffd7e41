package io.github.chalicemaven.deploy.service;

/** What a description of a pipeline needs of CodePipeline. */
@FunctionalInterface
public interface PipelineService {

  /**
   * The state of a pipeline's stages, as {@code GetPipelineState} answers: a JSON document.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_GetPipelineState.html">GetPipelineState</a>
   */
  String state(String pipelineName);
}
