/**
 * How the AWS SDK comes in: which artifacts, and the class loader that keeps them apart. Maven
 * resolves them; this package does not know how. Uses {@code deploy.service}.
 */
package io.github.chalicemaven.deploy.sdk;
