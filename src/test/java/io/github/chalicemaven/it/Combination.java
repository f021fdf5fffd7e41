package io.github.chalicemaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A release of Maven on a JDK.
 *
 * @param maven its version
 * @param home its folder
 */
record Combination(String maven, Path home, Jdk jdk) {

  /** A JDK and its folder. */
  record Jdk(String version, Path home) {}

  /** Each release of Maven on each JDK. */
  static List<Combination> all() throws IOException {
    Map<String, Path> mavens = mavens();
    return jdks().stream()
        .flatMap(
            jdk ->
                mavens.entrySet().stream()
                    .map(maven -> new Combination(maven.getKey(), maven.getValue(), jdk)))
        .toList();
  }

  @Override
  public String toString() {
    return "Maven " + maven + " on JDK " + jdk.version();
  }

  /** The Maven of this build and the releases that the profile has unpacked, by their version. */
  private static Map<String, Path> mavens() throws IOException {
    Map<String, Path> mavens = new TreeMap<>();
    mavens.put(
        System.getProperty("it.maven.version"), Path.of(System.getProperty("it.maven.home")));
    String prefix = "apache-maven-";
    for (Path home : list(Path.of(System.getProperty("it.maven.releases")))) {
      String name = home.getFileName().toString();
      assertThat(name).startsWith(prefix);
      mavens.put(name.substring(prefix.length()), home);
    }
    return mavens;
  }

  /** The JDK of this build, and one of each other release from 17 on that lies beside it. */
  private static List<Jdk> jdks() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    Map<Integer, Jdk> jdks = new TreeMap<>();
    jdks.put(Runtime.version().feature(), new Jdk(System.getProperty("java.version"), own));
    for (Path folder : list(own.getParent())) {
      Path release = folder.resolve("release");
      if (Files.isExecutable(folder.resolve("bin/javac")) && Files.isRegularFile(release)) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
          properties.load(in);
        }
        String version = properties.getProperty("JAVA_VERSION").replace("\"", "");
        int feature = Runtime.Version.parse(version).feature();
        if (feature >= 17) {
          jdks.putIfAbsent(feature, new Jdk(version, folder.toRealPath()));
        }
      }
    }
    return List.copyOf(jdks.values());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
