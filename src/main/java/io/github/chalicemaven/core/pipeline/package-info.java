/**
 * The pipeline that the user wants: {@link io.github.chalicemaven.core.pipeline.Pipeline},
 * immutable and valid, and {@link io.github.chalicemaven.core.pipeline.PipelineResolver}, the one
 * place of defaults and rules, which makes it from settings and an application. No I/O. Uses {@code
 * core.settings}, {@code core.app} and {@code core.problem}.
 */
package io.github.chalicemaven.core.pipeline;
