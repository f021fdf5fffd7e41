/**
 * The AWS CLI's commands that deploy a pipeline. {@code generate-pipeline} prints them in each
 * build: nothing here reaches AWS, or loads what does. Uses {@code core}, {@code core.buildspec},
 * {@code core.cloudformation}, {@code core.files}, {@code core.pipeline}, {@code core.render} and
 * {@code deploy}.
 */
package io.github.chalicemaven.deploy.command;
