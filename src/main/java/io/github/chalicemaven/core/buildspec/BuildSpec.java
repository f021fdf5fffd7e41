package io.github.chalicemaven.core.buildspec;

import io.github.chalicemaven.core.cloudformation.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A build specification, for example:
 *
 * <pre>{@code
 * version: "0.2"
 * phases:
 *   install:
 *     runtime-versions:
 *       python: "3.13"
 *     commands:
 *     - pip install -r requirements.txt
 * artifacts:
 *   type: zip
 *   files:
 *   - transformed.yaml
 * }</pre>
 *
 * @param version {@code 0.1}, where each command has a shell of its own, or {@code 0.2}, where they
 *     share one
 * @param phases in the order in which CodeBuild runs them
 * @param report the files of a test report
 * @param artifacts the files that the build hands on
 * @param cachePaths what CodeBuild keeps between builds; may be empty
 * @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html">Build
 *     specification reference</a>
 */
public record BuildSpec(
    String version,
    List<Phase> phases,
    Optional<Report> report,
    Optional<Files> artifacts,
    List<String> cachePaths) {

  public BuildSpec {
    phases = List.copyOf(phases);
    cachePaths = List.copyOf(cachePaths);
  }

  /** A specification that hands on files of the repository's root, and no more. */
  public BuildSpec(String version, List<Phase> phases, List<String> artifacts) {
    this(version, phases, Optional.empty(), Optional.of(new Files("", artifacts)), List.of());
  }

  /** The whole specification as one value, ready to be written as YAML. */
  public Value.Mapping document() {
    Map<String, Object> byName = new LinkedHashMap<>();
    for (Phase phase : phases) {
      byName.put(phase.name(), phase.document());
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", version);
    document.put("phases", byName);
    if (report.isPresent()) {
      document.put("reports", Value.mapping(report.get().group(), report.get().document()));
    }
    if (artifacts.isPresent()) {
      document.put("artifacts", artifacts.get().document("type", "zip"));
    }
    if (!cachePaths.isEmpty()) {
      document.put("cache", Value.mapping("paths", cachePaths));
    }
    return (Value.Mapping) Value.of(document);
  }

  /**
   * A phase.
   *
   * @param name {@code install}, {@code pre_build}, {@code build} or {@code post_build}
   * @param python the Python that CodeBuild makes ready, in the install phase of {@code 0.2}; text,
   *     since the number 3.10 is 3.1
   * @param commands shell commands
   */
  public record Phase(String name, Optional<String> python, List<String> commands) {

    public Phase {
      commands = List.copyOf(commands);
    }

    Value document() {
      Map<String, Object> document = new LinkedHashMap<>();
      if (python.isPresent()) {
        document.put("runtime-versions", Value.mapping("python", python.get()));
      }
      if (!commands.isEmpty()) {
        document.put("commands", commands);
      }
      return Value.of(document);
    }
  }

  /**
   * Files below a folder of the repository.
   *
   * @param folder with slashes; empty for the repository's root
   * @param patterns relative to the folder
   */
  public record Files(String folder, List<String> patterns) {

    public Files {
      patterns = List.copyOf(patterns);
    }

    Value document(String key, String value) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put(key, value);
      if (!folder.isEmpty()) {
        document.put("base-directory", folder);
      }
      document.put("files", patterns);
      return Value.of(document);
    }
  }

  /**
   * A test report in JUnit's XML format.
   *
   * @param group the name that the report group's name ends with, after the project's
   */
  public record Report(String group, Files files) {

    Value document() {
      return files.document("file-format", "JUNITXML");
    }
  }
}
