package io.github.chalicemaven.deploy.aws;

import io.github.chalicemaven.deploy.DeploymentException;
import io.github.chalicemaven.deploy.PipelineService;
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
 * CodePipeline's {@code GetPipelineState}, signed and sent by the SDK's own parts: one call is not
 * worth the SDK's module.
 */
final class CodePipelineStates implements PipelineService {

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final Region region;
  private final URI endpoint;

  CodePipelineStates(
      SdkHttpClient http, AwsCredentialsProvider credentials, Region region, URI endpoint) {
    this.http = http;
    this.credentials = credentials;
    this.region = region;
    this.endpoint =
        endpoint != null
            ? endpoint
            : URI.create(
                "https://codepipeline."
                    + region.id()
                    + "."
                    + PartitionMetadata.of(region).dnsSuffix());
  }

  @Override
  public String state(String pipelineName) {
    ContentStreamProvider body =
        ContentStreamProvider.fromUtf8String("{\"name\": \"" + pipelineName + "\"}");
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint.resolve("/"))
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", "CodePipeline_20150709.GetPipelineState")
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "codepipeline")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
    try {
      HttpExecuteResponse response =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(signed.payload().orElse(body))
                      .build())
              .call();
      String answer = text(response);
      if (!response.httpResponse().isSuccessful()) {
        throw new DeploymentException(
            "codepipeline:GetPipelineState of " + pipelineName + ": " + answer);
      }
      return answer;
    } catch (IOException e) {
      throw new DeploymentException(
          "codepipeline:GetPipelineState: AWS cannot be reached: " + e.getMessage(), e);
    }
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
