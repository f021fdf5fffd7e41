package io.github.chalicemaven.deploy.service;

/** AWS, as a deployment needs it, with one set of credentials and in one region. */
public interface AwsServices extends AutoCloseable {

  StackService stacks();

  TemplateBucket templateBucket();

  SecretService secrets();

  PipelineService pipelines();

  ConnectionService connections();

  @Override
  void close();
}
