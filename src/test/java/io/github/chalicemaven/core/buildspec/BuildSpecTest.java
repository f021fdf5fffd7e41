package io.github.chalicemaven.core.buildspec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.buildspec.BuildSpec.Phase;
import io.github.chalicemaven.core.cloudformation.Value.Mapping;
import io.github.chalicemaven.core.cloudformation.Values;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildSpecTest {

  @Test
  void theDocumentHasVersionPhasesAndArtifacts() {
    BuildSpec spec =
        new BuildSpec(
            "0.2",
            List.of(
                new Phase("install", Optional.of("3.10"), List.of("pip install x")),
                new Phase("build", Optional.empty(), List.of("make", "make test"))),
            List.of("transformed.yaml"));

    assertThat(spec.document())
        .isEqualTo(
            Values.mapping(
                "version",
                "0.2",
                "phases",
                Values.mapping(
                    "install",
                    Values.mapping(
                        "runtime-versions",
                        Values.mapping("python", "3.10"),
                        "commands",
                        List.of("pip install x")),
                    "build",
                    Values.mapping("commands", List.of("make", "make test"))),
                "artifacts",
                Values.mapping("type", "zip", "files", List.of("transformed.yaml"))));
  }

  @Test
  void phasesKeepTheirOrder() {
    BuildSpec spec =
        new BuildSpec(
            "0.2",
            List.of(
                new Phase("pre_build", Optional.empty(), List.of("true")),
                new Phase("build", Optional.empty(), List.of("true")),
                new Phase("post_build", Optional.empty(), List.of("true"))),
            List.of());

    Mapping phases = (Mapping) spec.document().entries().get("phases");
    assertThat(phases.entries().keySet()).containsExactly("pre_build", "build", "post_build");
  }
}
