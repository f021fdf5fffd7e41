/**
 * The result of rendering a pipeline, {@link io.github.chalicemaven.core.render.Rendered}, for the
 * packages below, and what these have in common. Uses {@code core.buildspec}, {@code
 * core.cloudformation}, {@code core.document}, {@code core.pipeline} and {@code core.problem}.
 */
package io.github.chalicemaven.core.render;
