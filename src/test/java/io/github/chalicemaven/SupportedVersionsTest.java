package io.github.chalicemaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The site says which versions are supported as the POM does. {@code CompatibilityIT} holds the
 * JDKs to those that it tests with.
 */
class SupportedVersionsTest {

  private static Model pom;

  @BeforeAll
  static void read() throws Exception {
    try (Reader reader = Files.newBufferedReader(Path.of("pom.xml"))) {
      pom = new MavenXpp3Reader().read(reader);
    }
  }

  @Test
  void theOldestMavenAndJdkAreThoseOfThePom() {
    Properties properties = pom.getProperties();
    assertThat(SupportedVersions.of("Maven").supported())
        .isEqualTo(properties.getProperty("version.maven.minimum") + " and later");
    assertThat(SupportedVersions.of("JDK").supported())
        .isEqualTo(properties.getProperty("maven.compiler.release") + " and later");
  }

  /** Older ones cannot show a report; the integration test has the one of the POM. */
  @Test
  void theSitePluginOfThePageIsTheTestedOne() {
    assertThat(Documents.text(Documents.page("report.md")))
        .containsPattern(
            "<artifactId>maven-site-plugin</artifactId>\\s*<version>"
                + Pattern.quote(pom.getProperties().getProperty("version.site-plugin"))
                + "</version>");
  }

  @Test
  void theTestedMavensAreThoseOfTheMatrix() {
    Profile thorough =
        pom.getProfiles().stream()
            .filter(profile -> profile.getId().equals("thorough"))
            .findFirst()
            .orElseThrow();
    List<String> unpacked =
        thorough.getBuild().getPlugins().stream()
            .filter(plugin -> plugin.getArtifactId().equals("maven-dependency-plugin"))
            .flatMap(plugin -> plugin.getExecutions().stream())
            .map(execution -> ((Xpp3Dom) execution.getConfiguration()).getChild("artifactItems"))
            .flatMap(items -> Stream.of(items.getChildren()))
            .map(item -> item.getChild("version").getValue())
            .toList();

    assertThat(SupportedVersions.of("Maven").tested()).isEqualTo(unpacked);
    assertThat(unpacked).startsWith(pom.getProperties().getProperty("version.maven.minimum"));
  }
}
