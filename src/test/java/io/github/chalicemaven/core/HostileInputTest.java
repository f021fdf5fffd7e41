package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that means harm ends in an error, soon, and in nothing else; a test that hangs fails. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileInputTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir Path temp;
  private Path app;
  private Path config;

  @BeforeEach
  void makeApp() throws IOException {
    app = Files.createDirectory(temp.resolve("app"));
    Files.createDirectory(app.resolve(".git"));
    config = Files.createDirectory(app.resolve(".chalice")).resolve("config.json");
    Files.createFile(app.resolve("requirements.txt"));
  }

  @Test
  void aConfigurationOf100Megabytes() throws IOException {
    try (OutputStream out = Files.newOutputStream(config)) {
      byte[] part = "{\"a\": \"".repeat(150_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 100; i++) {
        out.write(part);
      }
    }
    assertThat(Files.size(config)).isGreaterThan(100_000_000);
    assertFails(settings(), "is larger than 1000000 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"stages\":{\"a\":"})
  void aConfigurationThatIsDeep(String open) throws IOException {
    Files.writeString(config, "{\"x\":" + open.repeat(100_000));
    assertFails(settings(), "config.json");
  }

  @Test
  void aConfigurationOfManyStages() throws IOException {
    StringBuilder stages = new StringBuilder("{\"app_name\": \"orders\", \"stages\": {");
    for (int i = 0; i < 50_000; i++) {
      stages.append("\"s").append(i).append("\": {},");
    }
    Files.writeString(config, stages.append("\"last\": {}}}"));
    assertThat(Generated.of(settings(), TODAY).pipeline().appName()).isEqualTo("orders");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{resolve:secretsmanager:prod:SecretString:password}}",
        "{{resolve:ssm:/prod/password}}",
        "${AWS::AccountId}",
        "${ApplicationName}",
        "#{codepipeline.PipelineExecutionId}",
        "a\nb",
        "a\u0000b",
        "\u001b[2Jorders",
        "a\u202eb",
        "$(rm -rf /)",
        "a'; rm -rf / #",
        "a\"b",
        "`id`",
        "a\\b",
        "--flag",
        " ",
        ""
      })
  void textThatMeansSomethingElsewhere(String text) {
    List<BiConsumer<PipelineSettings, String>> places =
        List.of(
            (settings, value) -> settings.appName = value,
            (settings, value) -> settings.branch = value,
            (settings, value) -> settings.codebuildImage = value,
            (settings, value) -> settings.chaliceVersionRange = value,
            (settings, value) -> settings.pythonVersion = value,
            (settings, value) -> settings.pipelineVersion = value);
    for (BiConsumer<PipelineSettings, String> place : places) {
      PipelineSettings settings = settings();
      place.accept(settings, text);
      assertFails(settings, "-Dchalice.");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 100_000, 1_000_000})
  void textThatIsLong(int length) {
    PipelineSettings settings = settings();
    settings.appName = "a-".repeat(length);
    settings.branch = "b/".repeat(length);
    settings.codebuildImage = "c/".repeat(length);
    settings.chaliceVersionRange = ">=1,".repeat(length) + ">=1";
    settings.pythonVersion = "3.".repeat(length);
    String message = assertFails(settings, "5 problems");
    assertThat(message).hasSizeLessThan(4_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{resolve:ssm:x}}", "${ApplicationName}", "a\nb", "a\u001bb"})
  void foldersWithNamesThatMeanSomethingElsewhere(String name) throws IOException {
    Path folder = Files.createDirectory(app.resolve(name));
    PipelineSettings settings = settings();
    settings.appDirectory = folder;
    assertFails(settings, "<appDirectory>");
    settings.appDirectory = app;
    settings.buildspecFile = folder.resolve("buildspec.yml");
    assertFails(settings, "<buildspecFile>");
  }

  @Test
  void pathsThatLeaveTheRepository() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.createSymbolicLink(app.resolve("link"), outside);
    Files.createSymbolicLink(app.resolve("file.yml"), outside.resolve("file.yml"));
    for (String path :
        List.of("../outside/b.yml", "link/b.yml", "file.yml", "link/../b.yml", "link/new/b.yml")) {
      PipelineSettings settings = settings();
      settings.buildspecFile = app.resolve(path);
      assertFails(settings, "outside the repository");
    }
    PipelineSettings settings = settings();
    settings.appDirectory = app.resolve("link");
    settings.repositoryDirectory = app;
    assertFails(settings, "lead outside the repository");
    settings.appDirectory = outside;
    assertFails(settings, "is not in this folder");
    try (Stream<Path> files = Files.list(outside)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void linksWithinTheRepositoryAreFine() throws IOException {
    Path inside = Files.createDirectory(app.resolve("inside"));
    Files.createSymbolicLink(app.resolve("link"), inside);
    Path repository = Files.createSymbolicLink(temp.resolve("repository"), app);
    PipelineSettings settings = settings();
    settings.appDirectory = repository.resolve("link");
    settings.repositoryDirectory = repository;
    settings.buildspecFile = repository.resolve("link/b.yml");
    settings.appName = "orders";
    assertThat(Generated.of(settings, TODAY).pipeline().build().appPath()).isEqualTo("link");
  }

  private PipelineSettings settings() {
    PipelineSettings settings = new PipelineSettings();
    settings.appDirectory = app;
    return settings;
  }

  private String assertFails(PipelineSettings settings, String sentence) {
    long before = allocated();
    InvalidConfigurationException e =
        Assertions.assertThrows(
            InvalidConfigurationException.class, () -> Generated.of(settings, TODAY));
    assertThat(allocated() - before).as("bytes allocated").isLessThan(200_000_000);
    assertThat(e).hasMessageContaining(sentence);
    assertThat(e.getMessage().replace("\n  - ", ""))
        .as("safe to print")
        .doesNotMatch("(?s).*[\\p{Cc}\\p{Cf}].*");
    assertThat(app.resolve("target")).doesNotExist();
    return e.getMessage();
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
