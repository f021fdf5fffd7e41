/**
 * What changes a stack: a change set that is shown, its dangers, a confirmation, CloudFormation's
 * events to the end, and the root cause of a failure. Uses {@code core.document}, {@code
 * core.pipeline}, {@code core.problem}, {@code deploy} and {@code deploy.service}.
 */
package io.github.chalicemaven.deploy.operation;
