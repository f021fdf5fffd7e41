/**
 * The user's settings, not yet validated. The fields are public and may be {@code null}: Maven's
 * configurator fills such beans from the POM (it cannot fill a record), the goals complete them,
 * and {@code core.resolve} converts them to a valid pipeline. Defaults and rules are in {@code
 * core.resolve}, not here. Uses no other package of this project.
 */
package io.github.chalicemaven.core.settings;
