/**
 * The goals, the only code that knows Maven: they take parameters, call {@link
 * io.github.chalicemaven.core.PipelineGenerator}, log, and attach.
 */
package io.github.chalicemaven.mojo;
