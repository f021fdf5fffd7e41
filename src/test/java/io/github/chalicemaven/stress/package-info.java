/** Tests that take minutes, run by the profile {@code stress}. */
package io.github.chalicemaven.stress;
