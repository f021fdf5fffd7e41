/**
 * The disk: {@link io.github.chalicemaven.core.files.BoundedFile} reads small files, {@link
 * io.github.chalicemaven.core.files.OutputFiles} writes files completely or not at all, each to its
 * {@link io.github.chalicemaven.core.files.Destination}. Uses {@code core.problem}.
 */
package io.github.chalicemaven.core.files;
