package io.github.chalicemaven.deploy.service;

/** A bucket through which CloudFormation takes templates that are too large to be sent. */
public interface TemplateBucket {

  /**
   * Stores a template.
   *
   * @param bucket a bucket of the account, in the stack's region
   * @param key the object's key
   * @return its address, as CloudFormation takes it
   */
  String store(String bucket, String key, String template);
}
