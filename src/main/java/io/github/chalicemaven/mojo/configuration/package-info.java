/**
 * Compares what the user wrote, in POMs and on the command line, with what Maven makes of it:
 * {@link io.github.chalicemaven.mojo.configuration.ConfigurationShape} checks the elements that a
 * goal is filled from, {@link io.github.chalicemaven.mojo.configuration.ConfigurationReview} the
 * POMs as they are written, {@link io.github.chalicemaven.mojo.configuration.WrittenConfiguration}.
 * Knows Maven, but none of the goals.
 *
 * <p>Uses {@code core.problem}, {@code core.settings} and {@code deploy}.
 */
package io.github.chalicemaven.mojo.configuration;
