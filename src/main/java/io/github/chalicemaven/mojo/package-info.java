/**
 * The goals, the only code that uses Maven: they read parameters, call {@link
 * io.github.chalicemaven.core.PipelineGenerator}, log, and attach.
 *
 * <p>A goal extends {@code AbstractPipelineMojo}, which has the steps to a pipeline, above it
 * {@code PipelineParameters}, whose setters fill the settings, and at the top {@code
 * AbstractChaliceMojo}, which skips and turns problems into failures. A goal that needs no pipeline
 * extends the last alone.
 *
 * <p>Two classes compare what the user wrote with what Maven makes of it: {@code
 * PipelineConfigurator} fills a goal, except for what {@code ConfigurationShape} does not allow;
 * {@code ConfigurationReview} reads the POMs as they are written, {@code WrittenConfiguration}.
 */
package io.github.chalicemaven.mojo;
