package io.github.chalicemaven.core.pipeline;

/** A {@code v1} or {@code v2} pipeline, Chalice's own: source, build, and a beta stage. */
public record ClassicPipeline(
    PipelineVersion version, String appName, String stackName, Source source, Build build)
    implements Pipeline {

  /** What follows the application's name in that of its stack. */
  public static final String STACK_SUFFIX = "BetaStack";

  public ClassicPipeline {
    Guard.given("ClassicPipeline.version", version);
    Guard.demand(version != PipelineVersion.V3, "ClassicPipeline.version", " is v3, not v1 or v2");
    Guard.text("ClassicPipeline.appName", appName);
    Guard.text("ClassicPipeline.stackName", stackName);
    Guard.given("ClassicPipeline.source", source);
    Guard.demand(
        source instanceof Source.CodeCommit || source instanceof Source.GitHubToken,
        "ClassicPipeline.source",
        " is one that only v3 has");
    Guard.given("ClassicPipeline.build", build);
  }
}
