/**
 * What people look at before they read a template: a {@link io.github.chalicemaven.report.Picture}
 * of the pipeline, its {@link io.github.chalicemaven.report.Permissions}, what it creates and
 * costs, together a {@link io.github.chalicemaven.report.Report}, which {@link
 * io.github.chalicemaven.report.HtmlPage} and {@link io.github.chalicemaven.report.Markdown} write.
 * From the resolved pipeline and the rendered template; texts only, no I/O. Uses {@code core},
 * {@code core.cloudformation}, {@code core.document}, {@code core.pipeline}, {@code core.problem}
 * and {@code core.render}.
 */
package io.github.chalicemaven.report;
