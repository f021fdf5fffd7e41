/**
 * From a {@link io.github.chalicemaven.core.pipeline.Pipeline} to its template and build
 * specification: {@link io.github.chalicemaven.core.template.ChaliceTemplate} and {@link
 * io.github.chalicemaven.core.template.ChaliceBuildSpec} render the versions {@code v1} and {@code
 * v2}, which are Chalice's. No I/O. Uses {@code core.pipeline}, {@code core.buildspec} and {@code
 * core.cloudformation}.
 */
package io.github.chalicemaven.core.template;
