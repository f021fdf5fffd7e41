package io.github.chalicemaven.deploy.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SdkArtifactsTest {

  /** Of slf4j, the SDK gets the implementation that says nothing. */
  private static final List<String> LOGGING =
      List.of("org.slf4j:slf4j-api:1.7.36", "org.slf4j:slf4j-nop:1.7.36");

  @Test
  void theListIsWhatThePomCompilesAgainst() {
    Set<String> expected = new TreeSet<>(LOGGING);
    Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
        .map(Path::of)
        .map(SdkArtifactsTest::coordinates)
        .filter(
            artifact ->
                artifact.matches(
                    "(software.amazon|org.apache.httpcomponents|org.reactivestreams).*"))
        .forEach(expected::add);

    assertThat(SdkArtifacts.coordinates()).containsExactlyElementsOf(expected);
    assertThat(expected).hasSizeGreaterThan(30);
  }

  /** Those of a path that ends in {@code org/example/artifact/1.0/artifact-1.0.jar}. */
  private static String coordinates(Path jar) {
    int count = jar.getNameCount();
    if (count < 5) {
      return "";
    }
    String group =
        IntStream.range(0, count - 3)
            .mapToObj(i -> jar.getName(i).toString())
            .collect(Collectors.joining("."))
            .replaceFirst(".*\\b((software|org)\\.(amazon|apache|reactivestreams).*)", "$1");
    return group + ":" + jar.getName(count - 3) + ":" + jar.getName(count - 2);
  }
}
