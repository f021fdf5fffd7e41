package io.github.chalicemaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the {@code prebuild.groovy} and {@code verify.groovy} of the folders in {@code src/it}
 * share. {@code basedir} is the copy of such a folder, {@code target/it/NAME}.
 */
public final class InvokedProject {

  /** What a build or a test run leaves in the sample application. */
  private static final Set<String> LEFTOVERS =
      Set.of("target", "deployments", "venv", "__pycache__", ".pytest_cache");

  private InvokedProject() {}

  /** Makes the folder the root of a Git repository, as far as the plugin looks. */
  public static void repository(File basedir) throws IOException {
    Files.createDirectories(basedir.toPath().resolve(".git"));
  }

  /** Makes the folder the root of a repository with the sample application. */
  public static void sampleApp(File basedir) throws IOException {
    sampleApp(basedir, "");
  }

  /** Makes the folder the root of a repository with the sample application in a folder of it. */
  public static void sampleApp(File basedir, String folder) throws IOException {
    repository(basedir);
    copy(root(basedir).resolve("src/sample/orders"), basedir.toPath().resolve(folder));
  }

  /** Links a local repository into another folder, less some folders of it. */
  public static void repositoryWithout(File repository, File copy, List<String> folders)
      throws IOException {
    Path from = repository.toPath();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        if (folders.stream().noneMatch(relative::startsWith)) {
          Path link = copy.toPath().resolve(relative);
          Files.createDirectories(link.getParent());
          Files.createLink(link, file);
        }
      }
    }
  }

  /** What the plugin makes of the sample application with no settings but the branch, main. */
  public static File expected(File basedir, String name) {
    String folder = name.endsWith(".yaml") ? "v2-codecommit-yaml" : "v2-codecommit";
    return golden(basedir, folder, name);
  }

  /** A file that the plugin's own tests compare with. */
  public static File golden(File basedir, String folder, String name) {
    return root(basedir)
        .resolve("src/test/resources/golden")
        .resolve(folder)
        .resolve(name)
        .toFile();
  }

  /**
   * The names of the files in a folder, if there is one, in alphabetical order. Folders do not
   * count: Maven 4 makes some in {@code target}.
   */
  public static List<String> files(File folder) {
    File[] files = folder.listFiles(File::isFile);
    return files == null ? List.of() : Arrays.stream(files).map(File::getName).sorted().toList();
  }

  /** Reads JSON or YAML. */
  public static Map<?, ?> read(File file) throws IOException {
    return new YAMLMapper().readValue(file, Map.class);
  }

  /** Reads a build specification from the template that embeds it. */
  public static Map<?, ?> readText(String yaml) throws IOException {
    return new YAMLMapper().readValue(yaml, Map.class);
  }

  /** The log of each run of Maven in the folder, in their order, without colours. */
  public static List<String> logs(File basedir) throws IOException {
    String log = Files.readString(basedir.toPath().resolve("build.log"), StandardCharsets.UTF_8);
    String[] parts =
        withoutColours(log).split("(?m)^(?=\\[INFO\\] Scanning for projects\\.\\.\\.$)");
    return List.of(parts).subList(1, parts.length);
  }

  /**
   * Asserts that Maven failed as a user should see it: one error that lists these problems, each in
   * these words, and no stack trace.
   */
  public static void assertProblems(String log, List<? extends CharSequence> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    assertThat(log).contains(": " + count + ", nothing was written:");
    assertThat(log.lines().filter(line -> line.startsWith("[ERROR]   - ")))
        .containsExactlyInAnyOrderElementsOf(
            problems.stream().map(problem -> "[ERROR]   - " + problem).toList());
    assertThat(log.lines())
        .noneMatch(line -> line.matches("(\\[ERROR\\])?\\s+at [\\w.$/<>]+\\(.*"));
  }

  static String withoutColours(String log) {
    return log.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  static Path root(File basedir) {
    return basedir.toPath().resolve("../../..").normalize();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (LEFTOVERS.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
