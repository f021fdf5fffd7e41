/**
 * Between text and value: {@link io.github.chalicemaven.core.document.DocumentReader} reads JSON
 * and YAML in bounded time and memory, {@link io.github.chalicemaven.core.document.DocumentFormat}
 * writes them, {@link io.github.chalicemaven.core.document.Fragment} merges a user's fragment over
 * a template, {@link io.github.chalicemaven.core.document.Drift} shows how a committed file differs
 * from the generated one. Uses {@code core.cloudformation}, {@code core.files} and {@code
 * core.problem}; {@link io.github.chalicemaven.core.document.UnifiedDiff} alone uses a library for
 * diffs, which must not be loaded if files are only generated.
 */
package io.github.chalicemaven.core.document;
