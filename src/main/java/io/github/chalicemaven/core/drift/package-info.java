/**
 * How a file that was committed differs from what would be generated now: {@link
 * io.github.chalicemaven.core.drift.Drift}. No I/O. Uses {@code core.cloudformation}, {@code
 * core.input}, {@code core.output} and {@code core.problem}, and a library for diffs, which no
 * other package may use: it is not to be loaded where files are only generated.
 */
package io.github.chalicemaven.core.drift;
