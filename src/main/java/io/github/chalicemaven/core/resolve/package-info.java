/**
 * From settings and an application to a valid pipeline: {@link
 * io.github.chalicemaven.core.resolve.PipelineResolver}, the one place of defaults and of rules for
 * values. It collects all problems before it fails. Uses {@code core.settings}, {@code core.app},
 * {@code core.pipeline}, {@code core.cloudformation} (AWS's limits) and {@code core.problem}.
 */
package io.github.chalicemaven.core.resolve;
