package io.github.chalicemaven.deploy.aws;

import static io.github.chalicemaven.deploy.aws.Calls.call;

import io.github.chalicemaven.deploy.service.SecretService;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets Manager through the SDK. */
final class SecretsManagerSecrets implements SecretService {

  private final SecretsManagerClient client;

  SecretsManagerSecrets(SecretsManagerClient client) {
    this.client = client;
  }

  @Override
  public boolean exists(String name) {
    return call(
        "secretsmanager:DescribeSecret of " + name,
        () -> {
          try {
            client.describeSecret(request -> request.secretId(name));
            return true;
          } catch (ResourceNotFoundException e) {
            return false;
          }
        });
  }

  @Override
  public void create(String name, String value, String description) {
    call(
        "secretsmanager:CreateSecret of " + name,
        () ->
            client.createSecret(
                request -> request.name(name).secretString(value).description(description)));
  }
}
