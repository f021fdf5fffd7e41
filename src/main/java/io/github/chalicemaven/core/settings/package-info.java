/**
 * What the user wrote, unchecked. The fields are public and may be {@code null}: Maven's
 * configurator fills such beans from the POM (it cannot fill a record), {@link
 * io.github.chalicemaven.core.resolve.PipelineResolver} reads them once, and nothing else uses
 * them. Defaults and rules stand in the resolver, not here. Uses no other package of this project.
 */
package io.github.chalicemaven.core.settings;
