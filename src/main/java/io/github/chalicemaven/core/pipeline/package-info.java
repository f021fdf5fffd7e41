/**
 * The pipeline as values, immutable and guarded by their constructors: {@link
 * io.github.chalicemaven.core.pipeline.ClassicPipeline} ({@code v1}, {@code v2}) and {@link
 * io.github.chalicemaven.core.pipeline.V3Pipeline}. No rules of the services, no I/O. Uses no other
 * package of this project.
 */
package io.github.chalicemaven.core.pipeline;
