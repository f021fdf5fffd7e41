/**
 * What AWS would refuse, found before anything is written: {@link
 * io.github.chalicemaven.core.check.TemplateCheck} over a template, {@link
 * io.github.chalicemaven.core.check.TextCheck} over the text that is about to be written. The rules
 * look at the template's document, so they hold for a template whoever made it. No I/O. Uses {@code
 * core.cloudformation}, and {@code core.input} and {@code core.output} to read a text back.
 */
package io.github.chalicemaven.core.check;
