/**
 * The pipeline as values, immutable and guarded by their constructors: {@link
 * io.github.chalicemaven.core.pipeline.ClassicPipeline} ({@code v1}, {@code v2}) and {@link
 * io.github.chalicemaven.core.pipeline.V3Pipeline}. They know a few rules of the services: the
 * Pythons that Lambda runs, and the bounds of numbers. {@code Variables} and {@code LogicalIds}
 * hold the names that the templates reserve. No I/O. Uses {@code core.cloudformation} (AWS's
 * limits).
 */
package io.github.chalicemaven.core.pipeline;
