package io.github.chalicemaven.init;

import io.github.chalicemaven.core.app.ProjectFacts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What the guided start begins with.
 *
 * @param facts of the project
 * @param pom its POM; empty where there is none
 * @param pluginVersion the version to write
 * @param given answers that were given beforehand
 * @param groupId that of a new POM, where it was given beforehand
 * @param today decides whether a Python runtime is deprecated
 */
public record StartRequest(
    ProjectFacts facts,
    Optional<Pom> pom,
    String pluginVersion,
    Map<Answer, String> given,
    Optional<String> groupId,
    LocalDate today) {

  public StartRequest {
    given = Map.copyOf(given);
  }

  /** The POM to write or to change. */
  Path pomFile() {
    return pom.map(Pom::file).orElse(directory().resolve("pom.xml"));
  }

  /** The project's folder. */
  Path directory() {
    return facts.directory();
  }

  /**
   * A POM, as Maven sees it.
   *
   * @param managesVersion whether its {@code <pluginManagement>}, an inherited one too, has the
   *     plugin's version
   * @param inheritsPlugin whether a parent POM has the plugin
   * @param hasModules whether other projects may inherit from it
   */
  public record Pom(
      Path file, boolean managesVersion, boolean inheritsPlugin, boolean hasModules) {}
}
