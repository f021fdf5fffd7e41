package io.github.chalicemaven.deploy.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.deploy.aws.AwsStub;
import io.github.chalicemaven.deploy.aws.TestCertificate;
import io.github.chalicemaven.deploy.aws.TunnelProxy;
import io.github.chalicemaven.deploy.service.AwsServices;
import io.github.chalicemaven.deploy.service.AwsSettings;
import io.github.chalicemaven.deploy.service.AwsSettings.AccessKey;
import io.github.chalicemaven.deploy.service.AwsSettings.Proxy;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.SpokenLines;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SdkLoaderTest {

  private final ClassLoader context = Thread.currentThread().getContextClassLoader();

  @Test
  void theSdkIsLoadedApartAndWorks() throws IOException {
    try (AwsStub aws = new AwsStub();
        SdkLoader loader = new SdkLoader(sdk());
        AwsServices services =
            loader.open(
                new AwsSettings(
                    "eu-west-1", null, new AccessKey("k", "s", null), null, null, aws.endpoint()),
                SpokenLines.batch())) {
      assertThat(services.stacks().caller().account()).isEqualTo("123456789012");
      assertThat(services.getClass().getClassLoader().getName()).isEqualTo("aws-sdk");
    }
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(context);
  }

  @Test
  void whatIsMissingIsToldAsItIs() throws IOException {
    try (SdkLoader loader = new SdkLoader(sdk())) {
      assertThatThrownBy(
              () ->
                  loader.open(
                      new AwsSettings("eu-west-1", "no-such-profile", null, null, null, null),
                      SpokenLines.batch()))
          .isInstanceOf(DeploymentException.class)
          .hasMessageContaining("no-such-profile");
    }
  }

  /** To assume the role of a profile, the SDK makes a client by itself. */
  @Test
  void clientsThatTheSdkMakesUseTheProxyToo(@TempDir Path home) throws Exception {
    Path config = home.resolve("config");
    TestCertificate certificate = TestCertificate.in(home);
    try (AwsStub aws = new AwsStub(certificate);
        TunnelProxy proxy = new TunnelProxy(aws.endpoint(), "me", "pass")) {
      Files.writeString(
          config,
          """
          [profile own]
          aws_access_key_id = AKIAOWN
          aws_secret_access_key = s
          [profile shop]
          source_profile = own
          role_arn = arn:aws:iam::1:role/shop
          """);
      Map<String, String> properties =
          Map.of(
              "aws.configFile", config.toString(),
              "aws.sharedCredentialsFile", home.resolve("none").toString(),
              "aws.endpointUrl", aws.endpoint().toString(),
              "aws.region", "eu-west-1",
              "javax.net.ssl.trustStore", certificate.file().toString(),
              "javax.net.ssl.trustStorePassword", TestCertificate.PASSWORD);
      properties.forEach(System::setProperty);
      try (SdkLoader loader = new SdkLoader(sdk());
          AwsServices services =
              loader.open(
                  new AwsSettings(
                      "eu-west-1",
                      "shop",
                      null,
                      null,
                      new Proxy(
                          URI.create("http://127.0.0.1:" + proxy.port()), "me", "pass", List.of()),
                      aws.endpoint()),
                  SpokenLines.batch())) {
        services.stacks().caller();
      } finally {
        properties.keySet().forEach(System::clearProperty);
      }

      assertThat(aws.operations()).containsExactly("AssumeRole", "GetCallerIdentity");
      assertThat(proxy.requests().stream().filter(request -> request.endsWith(" opened")))
          .hasSize(2);
    }
  }

  private static List<URL> sdk() throws MalformedURLException {
    List<URL> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.matches(".*(software.amazon|httpcomponents|reactive-streams|slf4j-).*")) {
        jars.add(new File(entry).toURI().toURL());
      }
    }
    return jars;
  }
}
