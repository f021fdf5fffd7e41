package io.github.chalicemaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What CONTRIBUTING says of the code is true of it. */
class ContributingTest {

  /** Code of names alone, for example {@code StageSettings} or {@code SourcePart.of}. */
  private static final Pattern NAMES = Pattern.compile("`([A-Za-z]+(?:\\.[A-Za-z]+)*)(?:\\(\\))?`");

  private static final Pattern OF_JAVA = Pattern.compile("[A-Za-z]*(?:[a-z][A-Z]|[A-Z][a-z])\\w*");
  private static final Pattern WORD = Pattern.compile("\\w+");

  private static final Set<String> WORDS = words();

  private static Set<String> words() {
    Set<String> words = new HashSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        WORD.matcher(Files.readString(source)).results().forEach(word -> words.add(word.group()));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return words;
  }

  static List<String> names() {
    return NAMES
        .matcher(Documents.text(Path.of("CONTRIBUTING.md")))
        .results()
        .flatMap(names -> Stream.of(names.group(1).split("\\.")))
        .filter(OF_JAVA.asMatchPredicate())
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNameIsOneOfTheCode(String name) {
    assertThat(WORDS.contains(name)).as("whether the code has %s", name).isTrue();
  }
}
