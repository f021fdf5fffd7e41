package io.github.chalicemaven.core.pipeline;

/**
 * A pipeline that can be rendered: every value is given, and valid by the rules of the AWS services
 * that will see it.
 *
 * @param version the template's version
 * @param appName the default of the template's {@code ApplicationName}
 * @param source where the application comes from
 * @param build how it is packaged
 */
public record Pipeline(PipelineVersion version, String appName, Source source, Build build) {}
