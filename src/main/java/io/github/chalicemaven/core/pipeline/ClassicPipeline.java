package io.github.chalicemaven.core.pipeline;

/** A {@code v1} or {@code v2} pipeline, Chalice's own: source, build, and a beta stage. */
public record ClassicPipeline(PipelineVersion version, String appName, Source source, Build build)
    implements Pipeline {}
