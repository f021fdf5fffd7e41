/**
 * Which stacks a pipeline consists of, free of Maven and of the AWS SDK: their parts, accounts and
 * regions, the order in which a goal works on them, and what their templates need.
 *
 * <p>Beside it, {@code service} is what AWS is asked and answers, {@code operation} changes a
 * stack, {@code description} tells how it stands, and {@code command} needs no AWS at all. {@code
 * aws} reaches AWS through the SDK, which {@code sdk} loads.
 *
 * <p>Uses {@code core.cloudformation}, {@code core.document}, {@code core.pipeline}, {@code
 * core.problem}, {@code core.render}, {@code core.settings} and {@code deploy.service}.
 */
package io.github.chalicemaven.deploy;
