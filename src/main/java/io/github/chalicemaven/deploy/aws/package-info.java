/**
 * AWS through the AWS SDK for Java 2. The SDK is on no class path of Maven's: the first deployment
 * resolves it, and a class loader of its own loads it together with this package. So nothing
 * outside may name a class of this package but {@link
 * io.github.chalicemaven.deploy.aws.SdkAwsServices}, and that only by its name; the SDK itself
 * finds {@link io.github.chalicemaven.deploy.aws.HttpClients}. Uses {@code core.problem} and {@code
 * deploy.service}.
 */
package io.github.chalicemaven.deploy.aws;
