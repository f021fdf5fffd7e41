/**
 * From values to text, {@link io.github.chalicemaven.core.output.DocumentFormat}, and from text to
 * files, {@link io.github.chalicemaven.core.output.OutputFiles}, each at its {@link
 * io.github.chalicemaven.core.output.Destination}: the only package that writes. The bytes depend
 * on the input alone: UTF-8, LF, two spaces, one final newline. Uses {@code core.cloudformation},
 * {@code core.input} and {@code core.problem}.
 */
package io.github.chalicemaven.core.output;
