/**
 * The template-model module: from settings to the files of a pipeline, without Maven. {@link
 * io.github.chalicemaven.core.PipelineGenerator} takes the whole way:
 *
 * <ol>
 *   <li>{@code core.settings}: what the user wrote
 *   <li>{@code core.app}: the application on disk
 *   <li>{@code core.resolve}: the two resolved to a valid, immutable {@code core.pipeline}
 *   <li>{@code core.render.classic} and {@code core.render.v3}: its template and build
 *       specification, in terms of {@code core.cloudformation} and {@code core.buildspec}
 *   <li>{@code core.verify}: what CloudFormation would refuse is found before it is written
 *   <li>{@code core.document}: their text
 *   <li>{@code core.files}: the files
 * </ol>
 *
 * <p>{@code core.problem} gathers what is wrong.
 */
package io.github.chalicemaven.core;
