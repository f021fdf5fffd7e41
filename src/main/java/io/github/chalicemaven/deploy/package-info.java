/**
 * What a deployment is, free of Maven and of the AWS SDK. Uses {@code core.buildspec} and {@code
 * core.cloudformation}.
 */
package io.github.chalicemaven.deploy;
