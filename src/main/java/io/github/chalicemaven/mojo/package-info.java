/**
 * The goals, the only code that uses Maven: they read parameters, call {@link
 * io.github.chalicemaven.core.PipelineGenerator}, log, and attach.
 *
 * <p>A goal extends {@code AbstractPipelineMojo}, which has the steps to a pipeline, above it
 * {@code PipelineParameters}, whose setters fill the settings, and at the top {@code
 * AbstractChaliceMojo}, which skips and turns problems into failures. A goal that needs no pipeline
 * extends the last alone.
 */
package io.github.chalicemaven.mojo;
