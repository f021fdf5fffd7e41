package io.github.chalicemaven.core.render;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentFormat;
import java.util.Optional;

/** The {@code Source} of a CodeBuild project that a pipeline runs. */
public final class BuildSource {

  private static final Value.Mapping PIPELINE = mapping().with("Type", "CODEPIPELINE");

  private BuildSource() {}

  /** A build specification with its text. */
  public static Value.Embedded written(BuildSpec buildSpec) {
    return DocumentFormat.embedded(buildSpec.document());
  }

  /** With a build specification that the template embeds. */
  public static Value.Mapping embedding(Value.Embedded buildSpec) {
    return PIPELINE.with("BuildSpec", buildSpec);
  }

  /**
   * With a build specification in the repository; CodeBuild finds the root's {@code buildspec.yml}
   * itself.
   *
   * @param file its path in the repository; the template embeds it where there is none
   */
  public static Value.Mapping of(Optional<String> file, Value.Embedded buildSpec) {
    return file.isEmpty()
        ? embedding(buildSpec)
        : PIPELINE.withText("BuildSpec", file.filter(path -> !path.equals("buildspec.yml")));
  }
}
