package io.github.chalicemaven.deploy.service;

/** What a deployment needs of Secrets Manager. */
public interface SecretService {

  boolean exists(String name);

  /** Creates a secret; one that exists is never changed. */
  void create(String name, String value, String description);
}
