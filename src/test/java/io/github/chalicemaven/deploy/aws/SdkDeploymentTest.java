package io.github.chalicemaven.deploy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.deploy.AwsServices;
import io.github.chalicemaven.deploy.AwsSettings;
import io.github.chalicemaven.deploy.DeploymentOptions;
import io.github.chalicemaven.deploy.DeploymentResult;
import io.github.chalicemaven.deploy.DeploymentResult.Outcome;
import io.github.chalicemaven.deploy.Masks;
import io.github.chalicemaven.deploy.SkippedTime;
import io.github.chalicemaven.deploy.SpokenLines;
import io.github.chalicemaven.deploy.StackDeployment;
import io.github.chalicemaven.deploy.StackRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole deployment through the real SDK, against a local server. */
class SdkDeploymentTest {

  private static final String TEMPLATE =
      "{\"Resources\": {\"Bucket\": {\"Type\": \"AWS::S3::Bucket\"},"
          + " \"Role\": {\"Type\": \"AWS::IAM::Role\"}}}";

  private final SpokenLines dialog = SpokenLines.batch();
  private AwsStub aws;

  @BeforeEach
  void startAws() throws IOException {
    aws = new AwsStub();
  }

  @AfterEach
  void stopAws() {
    aws.close();
  }

  @Test
  void createsAStack() {
    DeploymentResult result = deploy(TEMPLATE);

    assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
    assertThat(aws.cloudFormation().status()).isEqualTo("CREATE_COMPLETE");
    assertThat(aws.cloudFormation().isProtected()).isTrue();
    assertThat(dialog.lines())
        .contains(
            "Stack orders-pipeline: account 123456789012, region eu-west-1, as"
                + " arn:aws:iam::123456789012:user/dev",
            "Change set: Add 2")
        .anyMatch(line -> line.matches("10:00:00 +1/2  CREATE_COMPLETE .*Bucket.*"));
  }

  private DeploymentResult deploy(String template) {
    AwsSettings settings =
        new AwsSettings(
            "eu-west-1",
            null,
            new AwsSettings.AccessKey("the test", "AKIATEST", "secret", null),
            null,
            null,
            aws.endpoint());
    DeploymentOptions options =
        new DeploymentOptions(true, false, true, Set.of(), Duration.ofMinutes(30), ZoneOffset.UTC);
    try (AwsServices services = new SdkAwsServices(settings, dialog)) {
      return new StackDeployment(
              services.stacks(), dialog, new SkippedTime(), options, new Masks(List.of()))
          .deploy(
              new StackRequest(
                  "orders-pipeline",
                  template,
                  null,
                  Map.of(),
                  Set.of(),
                  Map.of(),
                  List.of("CAPABILITY_IAM"),
                  null,
                  List.of()),
              "chalice-1");
    }
  }
}
