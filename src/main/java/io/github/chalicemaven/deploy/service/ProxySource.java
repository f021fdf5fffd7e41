package io.github.chalicemaven.deploy.service;

/**
 * Knows the proxy. The class loader of the SDK is one: clients that the SDK makes by itself, for a
 * profile that signs in or assumes a role, have nothing else to ask.
 */
@FunctionalInterface
public interface ProxySource {

  /** The proxy; null: none. */
  AwsSettings.Proxy proxy();
}
