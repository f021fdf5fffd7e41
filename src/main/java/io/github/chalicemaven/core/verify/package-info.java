/**
 * What AWS would reject, found before anything is written: {@link
 * io.github.chalicemaven.core.verify.TemplateVerifier} applies each {@code Rule} to a template,
 * {@link io.github.chalicemaven.core.verify.TextVerifier} looks at its text. No I/O. Uses {@code
 * core.cloudformation}, {@code core.document}, {@code core.pipeline}, {@code core.problem} and
 * {@code core.render}.
 */
package io.github.chalicemaven.core.verify;
