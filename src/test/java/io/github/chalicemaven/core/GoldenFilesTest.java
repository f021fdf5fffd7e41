package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
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

  static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir Path repository;

  /** A folder of golden files, and the settings that must render them. */
  record Case(String folder, String format, Consumer<PipelineSettings> settings) {

    Case(String folder, Consumer<PipelineSettings> settings) {
      this(folder, "json", settings);
    }

    @Override
    public String toString() {
      return folder;
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case("v1-codecommit", s -> v1(s)),
        new Case("v1-github", s -> v1(github(s))),
        new Case("v2-codecommit", s -> {}),
        new Case("v2-codecommit-yaml", "yaml", s -> {}),
        new Case("v2-github", s -> github(s)),
        new Case("v2-github-buildspec-at-root", s -> buildSpec(github(s), "buildspec.yml")),
        new Case("v2-codecommit-buildspec-below", s -> buildSpec(s, "ci/buildspec.yml")),
        new Case("v1-codecommit-subfolder", s -> v1(subfolder(s, "services/orders"))),
        new Case("v2-codecommit-subfolder", s -> subfolder(s, "Ada's apps/orders")),
        new Case("v3-three-lines", V3Settings::v3),
        new Case("v3-github", V3Settings::github),
        new Case("v3-codecommit-existing", V3Settings::existingCodeCommit),
        new Case("v3-gitlab-paths", V3Settings::gitlab),
        new Case("v3-s3-source", V3Settings::s3Source),
        new Case("v3-s3-encryption", V3Settings::s3Encryption),
        new Case("v3-operations", V3Settings::operations),
        new Case("v3-everything", V3Settings::everything),
        new Case("v3-merge", s -> V3Settings.merge(s, GOLDEN.resolve("v3-merge/fragment.yaml"))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyByteIsAsInTheGoldenFiles(Case golden) throws IOException {
    Generated generated = generate(golden, repository);
    String name = golden.format();

    Path folder = GOLDEN.resolve(golden.folder());
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("pipeline." + name), generated.templateText());
      Files.writeString(folder.resolve("buildspec.yml"), generated.buildSpecText());
      fail("Wrote " + folder + ". Read the difference, and run again without -Dgolden.update.");
    }
    assertThat(generated.templateText())
        .isEqualTo(Files.readString(folder.resolve("pipeline." + name)));
    assertThat(generated.buildSpecText())
        .isEqualTo(Files.readString(folder.resolve("buildspec.yml")));
  }

  @Test
  void everyGoldenFolderHasItsCase() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(cases().stream().map(Case::folder).toList());
    }
  }

  static Generated generate(Case golden, Path repository) throws IOException {
    PipelineSettings settings = new PipelineSettings();
    settings.appName = "orders";
    settings.appDirectory = repository;
    settings.repositoryDirectory = repository;
    settings.branch = "main";
    golden.settings().accept(settings);
    Files.createDirectories(settings.appDirectory);
    return Generated.of(settings, LocalDate.EPOCH, "pipeline." + golden.format());
  }

  private static PipelineSettings v1(PipelineSettings settings) {
    settings.pipelineVersion = "v1";
    settings.pythonVersion = "3.7";
    return settings;
  }

  private static PipelineSettings github(PipelineSettings settings) {
    settings.source = new SourceSettings();
    settings.source.provider = "github";
    return settings;
  }

  private static PipelineSettings buildSpec(PipelineSettings settings, String path) {
    settings.buildspecFile = settings.repositoryDirectory.resolve(path);
    return settings;
  }

  private static PipelineSettings subfolder(PipelineSettings settings, String path) {
    settings.appDirectory = settings.repositoryDirectory.resolve(path);
    return settings;
  }
}
