/**
 * The pipeline as values, immutable and guarded by their constructors: {@link
 * io.github.chalicemaven.core.pipeline.ClassicPipeline} ({@code v1}, {@code v2}) and {@link
 * io.github.chalicemaven.core.pipeline.V3Pipeline}. No I/O. Of this project's packages it uses
 * {@code core.cloudformation} alone, for AWS's limits.
 */
package io.github.chalicemaven.core.pipeline;
