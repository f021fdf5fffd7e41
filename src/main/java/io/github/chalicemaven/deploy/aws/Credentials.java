package io.github.chalicemaven.deploy.aws;

import io.github.chalicemaven.deploy.AwsSettings;
import io.github.chalicemaven.deploy.DeploymentException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/** Finds credentials where an AWS user expects them to be found, in the SDK's usual order. */
final class Credentials {

  private Credentials() {}

  /**
   * The given access key; else those of the given profile; else the first that the usual places
   * have.
   *
   * @throws DeploymentException that lists what was tried
   */
  static AwsCredentialsProvider find(AwsSettings settings) {
    if (settings.keys() != null) {
      return StaticCredentialsProvider.create(
          settings.keys().sessionToken() == null
              ? AwsBasicCredentials.create(settings.keys().id(), settings.keys().secret())
              : AwsSessionCredentials.create(
                  settings.keys().id(), settings.keys().secret(), settings.keys().sessionToken()));
    }
    return firstOf(settings.profile() == null ? usual() : ofProfile(settings.profile()));
  }

  private static Map<String, AwsCredentialsProvider> ofProfile(String profile) {
    return Map.of("profile `" + profile + "`", ProfileCredentialsProvider.create(profile));
  }

  private static Map<String, AwsCredentialsProvider> usual() {
    Map<String, AwsCredentialsProvider> places = new LinkedHashMap<>();
    places.put("system properties", SystemPropertyCredentialsProvider.create());
    places.put("environment variables", EnvironmentVariableCredentialsProvider.create());
    places.put("web identity token", WebIdentityTokenFileCredentialsProvider.create());
    places.put("profile (AWS_PROFILE, else `default`)", ProfileCredentialsProvider.create());
    places.put("container", ContainerCredentialsProvider.create());
    places.put("EC2 instance", InstanceProfileCredentialsProvider.create());
    return places;
  }

  private static AwsCredentialsProvider firstOf(Map<String, AwsCredentialsProvider> places) {
    StringBuilder tried = new StringBuilder();
    for (Entry<String, AwsCredentialsProvider> place : places.entrySet()) {
      try {
        place.getValue().resolveCredentials();
        return place.getValue();
      } catch (SdkException | IllegalStateException e) {
        tried.append("\n  - ").append(place.getKey()).append(": ").append(reason(e));
      }
    }
    throw new DeploymentException(
        "no credentials for AWS were found. Tried:"
            + tried
            + "\nGive <profile> (-Dchalice.profile), sign in (`aws sso login`), or name a server of"
            + " settings.xml in <serverId>.");
  }

  private static String reason(RuntimeException e) {
    String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    int details = message.indexOf(" (SDK Attempt Count");
    return details < 0 ? message : message.substring(0, details);
  }
}
