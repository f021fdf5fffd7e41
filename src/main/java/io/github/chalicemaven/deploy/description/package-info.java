/**
 * How a pipeline stands in AWS: its stack, its outputs, its stages, and what a person does next.
 * Uses {@code core.cloudformation}, {@code core.render} and {@code deploy.service}.
 */
package io.github.chalicemaven.deploy.description;
