package io.github.chalicemaven.deploy.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.deploy.AwsServices;
import io.github.chalicemaven.deploy.AwsSettings;
import io.github.chalicemaven.deploy.AwsSettings.AccessKey;
import io.github.chalicemaven.deploy.DeploymentException;
import io.github.chalicemaven.deploy.SpokenLines;
import io.github.chalicemaven.deploy.aws.AwsStub;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdkLoaderTest {

  private final ClassLoader context = Thread.currentThread().getContextClassLoader();

  @Test
  void theSdkIsLoadedApartAndWorks() throws IOException {
    try (AwsStub aws = new AwsStub();
        SdkLoader loader = new SdkLoader(sdk());
        AwsServices services =
            loader.open(
                new AwsSettings(
                    "eu-west-1",
                    null,
                    new AccessKey("t", "k", "s", null),
                    null,
                    null,
                    aws.endpoint()),
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
