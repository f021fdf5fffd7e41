package io.github.chalicemaven.core.pipeline;

import java.util.Optional;

/** The version of the pipeline template, {@code v1} and {@code v2} as in Chalice. */
public enum PipelineVersion {

  /** Build specification 0.1, a CodeBuild image for each Python version. */
  V1("v1"),

  /** Build specification 0.2, {@code runtime-versions}, GitHub's token in Secrets Manager. */
  V2("v2"),

  /** This project's own: several stages, connections, least privilege. */
  V3("v3");

  private final String id;

  PipelineVersion(String id) {
    this.id = id;
  }

  /** The version that users write so; empty for any other text. */
  public static Optional<PipelineVersion> parse(String text) {
    for (PipelineVersion version : values()) {
      if (version.id.equals(text)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /** As users write it, for example {@code v2}. */
  @Override
  public String toString() {
    return id;
  }
}
