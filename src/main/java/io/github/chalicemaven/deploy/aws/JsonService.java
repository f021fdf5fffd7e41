package io.github.chalicemaven.deploy.aws;

import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * A service of AWS that speaks JSON, signed and sent by the SDK's own parts: one call is not worth
 * the SDK's module.
 *
 * @param name in hosts and signatures, for example {@code codepipeline}
 * @param target the first part of {@code X-Amz-Target}, for example {@code CodePipeline_20150709}
 * @param endpoint the address of all services; null: AWS's own
 */
record JsonService(
    String name,
    String target,
    SdkHttpClient http,
    AwsCredentialsProvider credentials,
    Region region,
    URI endpoint) {

  /**
   * Calls.
   *
   * @param body a JSON document
   * @return the answer, a JSON document
   * @throws DeploymentException where AWS refuses or cannot be reached
   */
  String call(String operation, String body) {
    ContentStreamProvider content = ContentStreamProvider.fromUtf8String(body);
    var signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(credentials.resolveCredentials())
                        .request(request(operation))
                        .payload(content)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, name)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
    try {
      HttpExecuteResponse response =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(signed.payload().orElse(content))
                      .build())
              .call();
      String answer = text(response);
      if (!response.httpResponse().isSuccessful()) {
        throw new DeploymentException(name + ":" + operation + ": " + Reason.explained(answer));
      }
      return answer;
    } catch (IOException e) {
      throw new DeploymentException(
          name
              + ":"
              + operation
              + ": AWS cannot be reached: "
              + Reason.oneLine(String.valueOf(e.getMessage())),
          e);
    }
  }

  private SdkHttpRequest request(String operation) {
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.POST)
        .uri(address().resolve("/"))
        .putHeader("Content-Type", "application/x-amz-json-1.1")
        .putHeader("X-Amz-Target", target + "." + operation)
        .build();
  }

  private URI address() {
    return endpoint != null
        ? endpoint
        : URI.create(
            "https://" + name + "." + region.id() + "." + PartitionMetadata.of(region).dnsSuffix());
  }

  private static String text(HttpExecuteResponse response) throws IOException {
    if (response.responseBody().isEmpty()) {
      return "";
    }
    try (AbortableInputStream stream = response.responseBody().get()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
