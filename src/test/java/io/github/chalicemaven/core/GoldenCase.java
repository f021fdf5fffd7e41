package io.github.chalicemaven.core;

import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A folder of golden files, and the settings that must render them. */
public record GoldenCase(String folder, String format, Consumer<PipelineSettings> settings) {

  /** Where the folders lie. */
  public static final Path FOLDERS = Path.of("src/test/resources/golden");

  /** The files of a report. */
  public static final List<String> REPORTS =
      List.of("pipeline-report.html", "pipeline.md", "pipeline.svg");

  private GoldenCase(String folder, Consumer<PipelineSettings> settings) {
    this(folder, "json", settings);
  }

  /** The name of the template's file. */
  public String template() {
    return "pipeline." + format;
  }

  /** Every folder's. */
  public static List<GoldenCase> all() {
    return List.of(
        new GoldenCase("v1-codecommit", s -> v1(s)),
        new GoldenCase("v1-github", s -> v1(github(s))),
        new GoldenCase("v2-codecommit", s -> {}),
        new GoldenCase("v2-codecommit-yaml", "yaml", s -> {}),
        new GoldenCase("v2-github", s -> github(s)),
        new GoldenCase("v2-github-buildspec-at-root", s -> buildSpec(github(s), "buildspec.yml")),
        new GoldenCase("v2-codecommit-buildspec-below", s -> buildSpec(s, "ci/buildspec.yml")),
        new GoldenCase("v1-codecommit-subfolder", s -> v1(subfolder(s, "services/orders"))),
        new GoldenCase("v2-codecommit-subfolder", s -> subfolder(s, "Ada's apps/orders")),
        new GoldenCase("v3-three-lines", V3Settings::v3),
        new GoldenCase("v3-github", V3Settings::github),
        new GoldenCase("v3-codecommit-existing", V3Settings::existingCodeCommit),
        new GoldenCase("v3-gitlab-paths", V3Settings::gitlab),
        new GoldenCase("v3-s3-source", V3Settings::s3Source),
        new GoldenCase("v3-s3-encryption", V3Settings::s3Encryption),
        new GoldenCase("v3-application", V3Settings::application),
        new GoldenCase("v3-operations", V3Settings::operations),
        new GoldenCase("v3-everything", V3Settings::everything),
        new GoldenCase("v3-platform", V3Settings::platform),
        new GoldenCase("v3-account", V3Settings::account),
        new GoldenCase("v3-region", V3Settings::region),
        new GoldenCase("v3-account-region", V3Settings::accountAndRegion),
        new GoldenCase("v3-accounts-regions", V3Settings::accountsAndRegions),
        new GoldenCase(
            "v3-merge", s -> V3Settings.merge(s, FOLDERS.resolve("v3-merge/fragment.yaml"))));
  }

  /** Those whose folders have reports, too. */
  public static List<GoldenCase> withReports() {
    List<String> folders = List.of("v2-github", "v3-github", "v3-everything", "v3-account-region");
    return all().stream().filter(golden -> folders.contains(golden.folder())).toList();
  }

  /** Whether a folder's pipeline needs no template in other accounts or regions. */
  public static boolean isOneStack(String folder) {
    try (Stream<Path> files = Files.list(FOLDERS.resolve(folder))) {
      return files.noneMatch(
          file -> file.getFileName().toString().matches("pipeline-(target|region)-.*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings, for an application in a repository; the folder may hold its configuration. */
  public PipelineSettings settingsIn(Path repository) {
    PipelineSettings given = new PipelineSettings();
    given.appName = "orders";
    given.appDirectory = repository;
    given.repositoryDirectory = repository;
    given.branch = "main";
    settings.accept(given);
    Path config = FOLDERS.resolve(folder).resolve("config.json");
    if (Files.exists(config)) {
      copyTo(given.appDirectory.resolve(".chalice"), config);
    }
    return given;
  }

  private static void copyTo(Path folder, Path file) {
    try {
      Files.createDirectories(folder);
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return folder;
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
