/** Tests that take minutes, run by the profile {@code thorough}. */
package io.github.chalicemaven.stress;
