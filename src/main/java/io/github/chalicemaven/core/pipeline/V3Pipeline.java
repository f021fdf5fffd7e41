package io.github.chalicemaven.core.pipeline;

import java.util.List;

/**
 * A {@code v3} pipeline.
 *
 * @param chaliceName {@code app_name} in the application's configuration, which Chalice names
 *     layers after
 * @param buildOptions what the build does besides packaging
 * @param stages where the application is deployed to, in this order; at least one
 * @param deployment what CloudFormation may do in stages that do not say so themselves
 * @param options what surrounds the pipeline
 */
public record V3Pipeline(
    String appName,
    String chaliceName,
    Source source,
    Build build,
    BuildOptions buildOptions,
    List<Stage> stages,
    Deployment deployment,
    PipelineOptions options)
    implements Pipeline {

  public V3Pipeline {
    Guard.text("V3Pipeline.appName", appName);
    Guard.text("V3Pipeline.chaliceName", chaliceName);
    Guard.given("V3Pipeline.source", source);
    Guard.given("V3Pipeline.build", build);
    Guard.given("V3Pipeline.buildOptions", buildOptions);
    stages = Guard.filled("V3Pipeline.stages", stages);
    Guard.given("V3Pipeline.deployment", deployment);
    Guard.given("V3Pipeline.options", options);
  }

  /** What CloudFormation may do when it deploys a stage. */
  public Deployment deployment(Stage stage) {
    return stage.deployment().orElse(deployment);
  }

  @Override
  public PipelineVersion version() {
    return PipelineVersion.V3;
  }
}
