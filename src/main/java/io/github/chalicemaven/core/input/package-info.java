/**
 * Files of the user's, read without trust: {@link io.github.chalicemaven.core.input.BoundedFile}
 * takes no more bytes than it should, {@link io.github.chalicemaven.core.input.DocumentReader}
 * makes a value of a JSON or YAML document, in bounded time and memory, {@link
 * io.github.chalicemaven.core.input.RealPath} follows links. Writes nothing. Uses {@code
 * core.cloudformation} and {@code core.problem}.
 */
package io.github.chalicemaven.core.input;
