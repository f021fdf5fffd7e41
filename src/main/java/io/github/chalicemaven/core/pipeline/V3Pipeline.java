package io.github.chalicemaven.core.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * A {@code v3} pipeline.
 *
 * @param chaliceName {@code app_name} in the application's configuration, which Chalice names
 *     layers after
 * @param buildOptions what the build does besides packaging
 * @param stages where the application is deployed to, in this order; at least one
 * @param deployment what CloudFormation may do in stages that do not say so themselves
 * @param options what surrounds the pipeline
 * @param home where the pipeline is; given where a stage is elsewhere
 */
public record V3Pipeline(
    String appName,
    String chaliceName,
    String stackName,
    Source source,
    Build build,
    BuildOptions buildOptions,
    List<Stage> stages,
    Deployment deployment,
    PipelineOptions options,
    Optional<Home> home)
    implements Pipeline {

  /** Suffix of the name of the stack in another account: {@code <stackName>-target}. */
  public static final String TARGET_STACK_SUFFIX = "target";

  /** Suffix of the name of the stack in another region: {@code <stackName>-region}. */
  public static final String REGION_STACK_SUFFIX = "region";

  public V3Pipeline {
    Guard.text("V3Pipeline.appName", appName);
    Guard.text("V3Pipeline.chaliceName", chaliceName);
    Guard.text("V3Pipeline.stackName", stackName);
    Guard.given("V3Pipeline.source", source);
    Guard.demand(
        !(source instanceof Source.GitHubToken),
        "V3Pipeline.source",
        " is one that only v1 and v2 have");
    Guard.given("V3Pipeline.build", build);
    Guard.given("V3Pipeline.buildOptions", buildOptions);
    stages = Guard.filled("V3Pipeline.stages", stages);
    Guard.given("V3Pipeline.deployment", deployment);
    Guard.given("V3Pipeline.options", options);
    Guard.demand(
        Guard.given("V3Pipeline.home", home).isPresent()
            || stages.stream().noneMatch(stage -> stage.target().isElsewhere()),
        "V3Pipeline.home",
        " is empty, and a stage is elsewhere");
  }

  /** What CloudFormation may do when it deploys a stage. */
  public Deployment deployment(Stage stage) {
    return stage.deployment().orElse(deployment);
  }

  /** The permissions boundary of a stage's roles and of those of its application. */
  public Optional<String> permissionsBoundary(Stage stage) {
    return stage.target().account().isPresent()
        ? stage.target().permissionsBoundary()
        : options.permissionsBoundary();
  }

  /** The accounts that stages are deployed to, besides the pipeline's, in the stages' order. */
  public List<String> otherAccounts() {
    return stages.stream().flatMap(s -> s.target().account().stream()).distinct().toList();
  }

  /** The regions that stages are deployed to, besides the pipeline's, in the stages' order. */
  public List<String> otherRegions() {
    return stages.stream().flatMap(s -> s.target().region().stream()).distinct().toList();
  }

  @Override
  public PipelineVersion version() {
    return PipelineVersion.V3;
  }
}
