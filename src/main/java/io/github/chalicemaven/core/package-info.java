/**
 * The template-model module: from settings to the files of a pipeline, without Maven. {@link
 * io.github.chalicemaven.core.PipelineGenerator} does all steps but the last. Uses these packages,
 * in the order of the steps:
 *
 * <ol>
 *   <li>{@code core.settings}: the user's settings
 *   <li>{@code core.app}: the application on disk
 *   <li>{@code core.resolve}: the two resolved to a valid, immutable {@code core.pipeline}
 *   <li>{@code core.render.classic} and {@code core.render.v3}: its template and build
 *       specification, the {@code Rendered} of {@code core.render}, made of the values in {@code
 *       core.cloudformation}
 *   <li>{@code core.verify}: finds what CloudFormation would reject, before it is written
 *   <li>{@code core.document}: their text
 *   <li>{@code core.files}: the files
 * </ol>
 *
 * <p>and {@code core.problem}, which collects what is wrong in all steps.
 */
package io.github.chalicemaven.core;
