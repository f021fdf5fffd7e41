/**
 * Asks what IAM would answer once the templates of a pipeline are deployed, in one account or in
 * several: {@link io.github.chalicemaven.core.render.v3.policy.Accounts} evaluates policies, {@link
 * io.github.chalicemaven.core.render.v3.policy.PipelineLife} is what must be allowed, and {@link
 * io.github.chalicemaven.core.render.v3.policy.Refusals} what must not be.
 */
package io.github.chalicemaven.core.render.v3.policy;
