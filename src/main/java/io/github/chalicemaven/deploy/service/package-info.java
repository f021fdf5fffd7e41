/**
 * What a deployment asks of AWS, and what it gets: the services as interfaces, stacks, their
 * statuses, events and change sets as values, and AWS's reasons in words; also the {@link
 * io.github.chalicemaven.deploy.service.Dialog} with the person. {@code deploy.aws} implements the
 * services. Uses {@code core.problem}.
 */
package io.github.chalicemaven.deploy.service;
