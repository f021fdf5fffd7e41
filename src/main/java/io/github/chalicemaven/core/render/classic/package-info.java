/**
 * The {@code v1} and {@code v2} pipelines, which are Chalice's own: {@link
 * io.github.chalicemaven.core.render.classic.ClassicTemplate} and {@link
 * io.github.chalicemaven.core.render.classic.ClassicBuildSpec}. No I/O. Uses {@code core.pipeline},
 * {@code core.buildspec} and {@code core.cloudformation}.
 */
package io.github.chalicemaven.core.render.classic;
