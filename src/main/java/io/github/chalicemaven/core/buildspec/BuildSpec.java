package io.github.chalicemaven.core.buildspec;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.texts;

import io.github.chalicemaven.core.cloudformation.Value;
import java.util.List;
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
 * @param artifacts the files that the build passes on
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

  /** A specification whose only output is files in the repository's root. */
  public BuildSpec(String version, List<Phase> phases, List<String> artifacts) {
    this(version, phases, Optional.empty(), Optional.of(new Files("", artifacts)), List.of());
  }

  /** The whole specification as one value, ready to be written as YAML. */
  public Value.Mapping document() {
    Value.Mapping byName = mapping();
    for (Phase phase : phases) {
      byName = byName.with(phase.name(), phase.document());
    }
    return mapping()
        .with("version", version)
        .with("phases", byName)
        .withIf("reports", report.map(Report::document))
        .withIf("artifacts", artifacts.map(files -> files.document("type", "zip")))
        .withIf("cache", mapping().withIf("paths", texts(cachePaths)));
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
      return mapping()
          .withIf("runtime-versions", python.map(version -> mapping().with("python", version)))
          .withIf("commands", texts(commands));
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
      return mapping()
          .with(key, value)
          .withText("base-directory", folder.isEmpty() ? Optional.empty() : Optional.of(folder))
          .with("files", patterns);
    }
  }

  /**
   * A test report in JUnit's XML format.
   *
   * @param group the name that the report group's name ends with, after the project's
   */
  public record Report(String group, Files files) {

    Value document() {
      return mapping().with(group, files.document("file-format", "JUNITXML"));
    }
  }
}
