package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.chalicemaven.core.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole outputs, byte by byte: each folder of {@code src/test/resources/golden} holds what one set
 * of settings must render.
 *
 * <p>To write them anew after a change of the renderers, run {@code mvn test -Dtest=GoldenFilesTest
 * -Dgolden.update}, which fails once it wrote them, and read {@code git diff} before you commit.
 */
class GoldenFilesTest {

  static final Path GOLDEN = GoldenCase.FOLDERS;

  @TempDir Path repository;

  static List<GoldenCase> cases() {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyByteIsAsInTheGoldenFiles(GoldenCase golden) throws IOException {
    Generated generated = generate(golden, repository);
    Map<String, String> files = generated.files(golden.template());

    Path folder = GOLDEN.resolve(golden.folder());
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      fail("Wrote " + folder + ". Read the difference, and run again without -Dgolden.update.");
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      assertThat(file.getValue()).isEqualTo(Files.readString(folder.resolve(file.getKey())));
    }
    try (Stream<Path> written = Files.list(folder)) {
      assertThat(written.map(path -> path.getFileName().toString()))
          .filteredOn(name -> name.matches("pipeline-(target|region)-.*"))
          .isSubsetOf(files.keySet());
    }
  }

  @Test
  void everyGoldenFolderHasItsCase() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(cases().stream().map(GoldenCase::folder).toList());
    }
  }

  static Generated generate(GoldenCase golden, Path repository) throws IOException {
    PipelineSettings settings = golden.settingsIn(repository);
    Files.createDirectories(settings.appDirectory);
    return Generated.of(settings, LocalDate.EPOCH, golden.template());
  }
}
