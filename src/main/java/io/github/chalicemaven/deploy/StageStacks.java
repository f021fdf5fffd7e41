package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import java.util.List;

/** The stacks that a pipeline deploys the application to, one a stage. */
public final class StageStacks {

  private StageStacks() {}

  /** Their names, in the pipeline's order. */
  public static List<String> of(Pipeline pipeline) {
    return pipeline instanceof V3Pipeline v3
        ? v3.stages().stream().map(stage -> stage.stackName()).toList()
        : List.of(pipeline.appName() + "BetaStack");
  }
}
