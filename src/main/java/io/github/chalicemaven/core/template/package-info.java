/**
 * From a {@link io.github.chalicemaven.core.pipeline.Pipeline} to its template and build
 * specification: {@link io.github.chalicemaven.core.template.ChaliceTemplate} and {@link
 * io.github.chalicemaven.core.template.ChaliceBuildSpec} render the versions {@code v1} and {@code
 * v2}, which are Chalice's; {@link io.github.chalicemaven.core.template.Fragment} is merged over a
 * template. No I/O. Uses {@code core.pipeline}, {@code core.buildspec}, {@code core.cloudformation}
 * and {@code core.problem}.
 */
package io.github.chalicemaven.core.template;
