/**
 * The {@code v1} and {@code v2} pipelines, which are Chalice's own: {@link
 * io.github.chalicemaven.core.render.classic.ClassicTemplate}. No I/O. Uses {@code core.pipeline},
 * {@code core.buildspec}, {@code core.cloudformation} and {@code core.render}.
 */
package io.github.chalicemaven.core.render.classic;
