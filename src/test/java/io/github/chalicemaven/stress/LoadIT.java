package io.github.chalicemaven.stress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.Generated;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reactor of 200 applications on 8 threads, both goals bound, run twice. */
class LoadIT {

  private static final int APPS = 200;
  private static final List<String> VERSIONS = List.of("v1", "v2", "v3");

  @TempDir Path temp;

  /** What each file should say. */
  private final Map<Path, String> expected = new LinkedHashMap<>();

  private Path reactor;

  @BeforeEach
  void makeReactor() throws IOException {
    reactor = Files.createDirectory(temp.toRealPath().resolve("apps"));
    Files.createDirectory(reactor.resolve(".git"));
    List<String> modules = IntStream.range(0, APPS).mapToObj(i -> "app-" + i).toList();
    Files.writeString(
        reactor.resolve("pom.xml"),
        pom(
            "<packaging>pom</packaging><groupId>it</groupId><version>1</version>",
            "apps",
            "<modules>"
                + modules.stream()
                    .map(module -> "<module>" + module + "</module>")
                    .collect(Collectors.joining())
                + "</modules>"));
    for (String module : modules) {
      makeApp(module, VERSIONS.get(expected.size() / 2 % VERSIONS.size()));
    }
  }

  @Test
  void writesEveryFileOnce() throws Exception {
    Instant start = Instant.now();
    String first = run();
    Instant middle = Instant.now();
    // The template, the build specification, and what check-pipeline says of them.
    assertThat(lines(first, "Wrote ")).isEqualTo(3 * APPS);
    assertThat(lines(first, "is up to date.")).isEqualTo(APPS);
    assertThat(expected).hasSize(2 * APPS);
    expected.forEach((file, text) -> assertThat(file).hasContent(text));
    for (Path file : expected.keySet()) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    }

    String second = run();

    assertThat(lines(second, "Wrote ")).isZero();
    assertThat(lines(second, "Unchanged: ")).isEqualTo(3 * APPS);
    for (Path file : expected.keySet()) {
      assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(1_000_000));
      assertThat(file.getParent().toFile().list()).hasSize(3);
    }
    System.out.println(
        2 * APPS
            + " files in "
            + Duration.between(start, middle).toMillis()
            + " ms, none of them again in "
            + Duration.between(middle, Instant.now()).toMillis()
            + " ms");
  }

  private void makeApp(String name, String version) throws IOException {
    Path app = Files.createDirectory(reactor.resolve(name));
    Files.createFile(app.resolve("requirements.txt"));
    Files.writeString(
        Files.createDirectory(app.resolve(".chalice")).resolve("config.json"),
        "{\"app_name\": \"" + name + "-app\"}");
    String image = version.equals("v1") ? "aws/codebuild/standard:7.0" : null;
    Files.writeString(
        app.resolve("pom.xml"),
        pom(
            "<packaging>pom</packaging><parent><groupId>it</groupId><artifactId>apps</artifactId>"
                + "<version>1</version></parent>",
            name,
            plugin(version, image)));
    PipelineSettings settings = new PipelineSettings();
    settings.appDirectory = app;
    settings.pipelineVersion = version;
    settings.codebuildImage = image;
    Generated generated =
        Generated.of(
            settings,
            ProjectFacts.withoutPom(reactor),
            LocalDate.of(2026, 11, 22),
            "pipeline.json");
    expected.put(app.resolve("target/pipeline.json"), generated.templateText());
    expected.put(app.resolve("target/buildspec.yml"), generated.buildSpecText());
    Files.writeString(app.resolve("pipeline.json"), generated.templateText());
  }

  private static String plugin(String version, String image) {
    return "<build><plugins><plugin><groupId>io.github.chalicemaven</groupId>"
        + "<artifactId>chalice-maven-plugin</artifactId><version>"
        + System.getProperty("it.plugin.version")
        + "</version><configuration><pipelineFile>pipeline.json</pipelineFile><pipelineVersion>"
        + version
        + "</pipelineVersion>"
        + (image == null ? "" : "<codebuildImage>" + image + "</codebuildImage>")
        + "</configuration><executions><execution><goals><goal>generate-pipeline</goal>"
        + "<goal>check-pipeline</goal></goals></execution></executions></plugin></plugins></build>";
  }

  private static String pom(String coordinates, String artifactId, String rest) {
    return "<project><modelVersion>4.0.0</modelVersion>"
        + coordinates
        + "<artifactId>"
        + artifactId
        + "</artifactId>"
        + rest
        + "</project>\n";
  }

  private String run() throws Exception {
    Path settings = temp.resolve("settings.xml");
    Path outer = Path.of(System.getProperty("it.outer.repository"));
    Files.writeString(
        settings,
        Files.readString(Path.of("src/it/settings.xml"))
            .replace("@localRepositoryUrl@", outer.toUri().toString()));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("it.maven.home"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-T", "8", "-s", settings.toString()));
    command.add("-Dmaven.repo.local=" + Path.of("target", "it-repository").toAbsolutePath());
    command.addAll(List.of("-o", "-Daether.offline.protocols=file", "verify"));
    Path log = temp.resolve("build.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(reactor.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    builder.environment().put("MAVEN_SKIP_RC", "true");
    int exit = builder.start().waitFor();
    String text = Files.readString(log);
    assertThat(exit).as(text).isZero();
    return text;
  }

  private static long lines(String log, String part) {
    return log.lines().filter(line -> line.contains(part)).count();
  }
}
