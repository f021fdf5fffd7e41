/**
 * The template-model module: from settings to the files of a pipeline, without Maven. {@link
 * io.github.chalicemaven.core.PipelineGenerator} takes the whole way:
 *
 * <ol>
 *   <li>{@code core.settings}: what the user wrote
 *   <li>{@code core.app}: the application on disk
 *   <li>{@code core.pipeline}: the two resolved to a valid, immutable pipeline
 *   <li>{@code core.template} and {@code core.buildspec}: its template and build specification, in
 *       terms of {@code core.cloudformation}
 *   <li>{@code core.check}: what CloudFormation would refuse is found before it is written
 *   <li>{@code core.output}: their text, and the files
 * </ol>
 *
 * <p>{@code core.input} reads the documents of users in bounded time and memory, {@code core.drift}
 * says how a committed file differs, {@code core.problem} gathers what is wrong.
 */
package io.github.chalicemaven.core;
