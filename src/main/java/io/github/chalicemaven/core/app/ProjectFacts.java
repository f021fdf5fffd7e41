package io.github.chalicemaven.core.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the build knows of the project around an application: facts, not settings.
 *
 * @param artifactId names the application where nothing else does; empty where there is no POM
 * @param directory the project's folder
 * @param buildDirectory the folder that a build writes to
 * @param classesDirectory the folder that is packaged, in {@code buildDirectory}; empty where there
 *     is no POM
 * @param rootDirectory the folder of the whole build, taken for the repository's root where there
 *     is no other sign of it
 * @param scmUrls the URLs of the POM's {@code <scm>}, in the order in which they are looked at
 */
public record ProjectFacts(
    Optional<String> artifactId,
    Path directory,
    Path buildDirectory,
    Optional<Path> classesDirectory,
    Path rootDirectory,
    List<String> scmUrls) {

  public ProjectFacts {
    scmUrls = List.copyOf(scmUrls);
  }

  /** Of a folder without a POM. */
  public static ProjectFacts withoutPom(Path directory) {
    return new ProjectFacts(
        Optional.empty(),
        directory,
        directory.resolve("target"),
        Optional.empty(),
        directory,
        List.of());
  }
}
