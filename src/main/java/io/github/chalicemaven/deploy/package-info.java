/**
 * What a deployment is, free of Maven and of the AWS SDK: the states of a stack, the dangers of a
 * change set, events and their root cause, outputs; and the AWS CLI's command for it. It reaches
 * AWS through {@link io.github.chalicemaven.deploy.StackService} and its neighbours, and the person
 * through {@link io.github.chalicemaven.deploy.Dialog}. Uses {@code core}, {@code core.buildspec},
 * {@code core.cloudformation}, {@code core.document}, {@code core.files}, {@code core.pipeline},
 * {@code core.problem}, {@code core.render} and {@code core.settings}.
 */
package io.github.chalicemaven.deploy;
