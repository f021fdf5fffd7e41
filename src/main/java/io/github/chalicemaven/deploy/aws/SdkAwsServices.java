package io.github.chalicemaven.deploy.aws;

import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.service.AwsServices;
import io.github.chalicemaven.deploy.service.AwsSettings;
import io.github.chalicemaven.deploy.service.ConnectionService;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Dialog;
import io.github.chalicemaven.deploy.service.Json;
import io.github.chalicemaven.deploy.service.PipelineService;
import io.github.chalicemaven.deploy.service.SecretService;
import io.github.chalicemaven.deploy.service.StackService;
import io.github.chalicemaven.deploy.service.TemplateBucket;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** AWS through its SDK, with one HTTP client for all services. */
public final class SdkAwsServices implements AwsServices {

  private final AwsSettings settings;
  private final Dialog dialog;
  private final Region region;
  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final StsClient sts;

  /**
   * Finds credentials and region.
   *
   * @throws DeploymentException where there are none; it lists what was tried
   */
  public SdkAwsServices(AwsSettings settings, Dialog dialog) {
    this.settings = settings;
    this.dialog = dialog;
    this.region = region(settings);
    this.http = HttpClients.builder(settings.proxy()).build();
    try {
      AwsCredentialsProvider own = new Credentials(settings, this::assumed).find();
      this.credentials = settings.role() == null ? own : assumed(settings.role(), own);
      this.sts = client(StsClient.builder(), credentials).build();
    } catch (RuntimeException e) {
      http.close();
      throw e;
    }
  }

  @Override
  public StackService stacks() {
    return new CloudFormationStacks(
        client(CloudFormationClient.builder(), credentials).build(), sts, region.id());
  }

  @Override
  public TemplateBucket templateBucket() {
    S3Client s3 =
        client(S3Client.builder(), credentials).forcePathStyle(settings.endpoint() != null).build();
    return new S3TemplateBucket(s3, sts, region.id());
  }

  @Override
  public SecretService secrets() {
    return new SecretsManagerSecrets(client(SecretsManagerClient.builder(), credentials).build());
  }

  @Override
  public PipelineService pipelines() {
    return name ->
        json("codepipeline", "CodePipeline_20150709")
            .call("GetPipelineState", Json.object("name", name));
  }

  /** AWS has renamed the service; a connection's ARN says which name it knows. */
  @Override
  public ConnectionService connections() {
    return arn ->
        (arn.contains(":codestar-connections:")
                ? json(
                    "codestar-connections",
                    "com.amazonaws.codestar.connections.CodeStar_connections_20191201")
                : json("codeconnections", "com.amazonaws.codeconnections.CodeConnections_20231201"))
            .call("GetConnection", Json.object("ConnectionArn", arn));
  }

  private JsonService json(String name, String target) {
    return new JsonService(name, target, http, credentials, region, settings.endpoint());
  }

  /** Closes what all clients share. */
  @Override
  public void close() {
    http.close();
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B client(
      B builder, AwsCredentialsProvider provider) {
    builder
        .region(region)
        .credentialsProvider(provider)
        .httpClient(http)
        .overrideConfiguration(
            override ->
                override.retryStrategy(retries()).addExecutionInterceptor(new CallLog(dialog)));
    if (settings.endpoint() != null) {
      builder.endpointOverride(settings.endpoint());
    }
    return builder;
  }

  /** The SDK's standard, and half an answer is asked for again too. */
  private static StandardRetryStrategy retries() {
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .retryOnRootCauseInstanceOf(XMLStreamException.class)
        .build();
  }

  private AwsCredentialsProvider assumed(AwsSettings.Role role, AwsCredentialsProvider own) {
    StsClient client = client(StsClient.builder(), own).build();
    Consumer<AssumeRoleRequest.Builder> request =
        builder ->
            builder
                .roleArn(role.arn())
                .roleSessionName(role.sessionName())
                .externalId(role.externalId());
    if (role.mfaSerial() == null) {
      AwsCredentialsProvider provider =
          StsAssumeRoleCredentialsProvider.builder()
              .stsClient(client)
              .refreshRequest(request)
              .build();
      Calls.call("sts:AssumeRole of " + role.arn(), provider::resolveCredentials);
      return provider;
    }
    String code = dialog.askCode("Code of the MFA device " + role.mfaSerial());
    var session =
        Calls.call(
                "sts:AssumeRole of " + role.arn(),
                () ->
                    client.assumeRole(
                        request.andThen(
                            builder -> builder.serialNumber(role.mfaSerial()).tokenCode(code))))
            .credentials();
    return StaticCredentialsProvider.create(
        AwsSessionCredentials.create(
            session.accessKeyId(), session.secretAccessKey(), session.sessionToken()));
  }

  private static Region region(AwsSettings settings) {
    if (settings.region() != null) {
      return Region.of(settings.region());
    }
    try {
      return DefaultAwsRegionProviderChain.builder()
          .profileName(settings.profile())
          .build()
          .getRegion();
    } catch (SdkClientException e) {
      throw new DeploymentException(
          "no AWS region was found. Tried: the system property aws.region, the environment variable"
              + " AWS_REGION, the profile "
              + (settings.profile() == null ? "(AWS_PROFILE, else `default`)" : settings.profile())
              + ", the EC2 instance. Set "
              + Setting.place("region")
              + ".",
          e);
    }
  }
}
