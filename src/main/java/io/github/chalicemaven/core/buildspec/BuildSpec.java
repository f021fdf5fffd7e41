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
 * @param artifacts the files that the build hands on, relative to the repository's root
 * @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html">Build
 *     specification reference</a>
 */
public record BuildSpec(String version, List<Phase> phases, List<String> artifacts) {

  public BuildSpec {
    phases = List.copyOf(phases);
    artifacts = List.copyOf(artifacts);
  }

  /** The whole specification as one value, ready to be written as YAML. */
  public Value document() {
    Map<String, Object> byName = new LinkedHashMap<>();
    phases.forEach(phase -> byName.put(phase.name(), phase.document()));
    return Value.mapping(
        "version",
        version,
        "phases",
        byName,
        "artifacts",
        Value.mapping("type", "zip", "files", artifacts));
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
      python.ifPresent(
          runtime -> document.put("runtime-versions", Value.mapping("python", runtime)));
      document.put("commands", commands);
      return Value.of(document);
    }
  }
}
