/**
 * What a pipeline is rendered to, {@link io.github.chalicemaven.core.render.Rendered}, by whichever
 * of the packages below, and what these have in common. Uses {@code core.buildspec}, {@code
 * core.cloudformation}, {@code core.document} and {@code core.problem}.
 */
package io.github.chalicemaven.core.render;
