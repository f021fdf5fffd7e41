package io.github.chalicemaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.plexus.component.repository.ComponentDependency;
import org.junit.jupiter.api.Test;

/** NOTICE says what the plugin's libraries say, which are all that reach a user. */
class NoticeTest {

  private static final Pattern LINE = Pattern.compile("(?m)^([\\w.-]+:[\\w.-]+) {2,}(\\S+)$");

  private static final String APACHE = "Apache-2.0";

  @Test
  void everyLibraryIsNamedWithItsLicense() throws Exception {
    Map<String, String> noticed =
        LINE.matcher(Files.readString(Path.of("NOTICE")))
            .results()
            .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
    Map<String, String> real = new TreeMap<>();
    for (ComponentDependency library : Goals.plugin().getDependencies()) {
      real.put(library.getGroupId() + ":" + library.getArtifactId(), license(library));
    }

    assertThat(noticed).isNotEmpty().isEqualTo(real);
  }

  /** As the library itself says, in its manifest, its license file or the POM in its JAR. */
  private static String license(ComponentDependency library) throws Exception {
    String name = library.getArtifactId() + "-" + library.getVersion() + ".jar";
    String path =
        Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .filter(entry -> Path.of(entry).endsWith(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError(name + " is not on the class path"));
    try (JarFile jar = new JarFile(path)) {
      String manifest = jar.getManifest().getMainAttributes().getValue("Bundle-License");
      String pom =
          "META-INF/maven/" + library.getGroupId() + "/" + library.getArtifactId() + "/pom.xml";
      String said =
          manifest != null
              ? manifest
              : new String(
                  jar.getInputStream(jar.getEntry(pom)).readAllBytes(), StandardCharsets.UTF_8);
      return said.matches("(?s).*(apache\\.org/licenses/LICENSE-2\\.0|Apache-2\\.0).*")
          ? APACHE
          : said;
    }
  }
}
