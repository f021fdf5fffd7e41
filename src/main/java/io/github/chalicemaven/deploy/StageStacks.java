package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.SupportTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stacks that a pipeline deploys the application to, one a stage. */
public final class StageStacks {

  private StageStacks() {}

  /**
   * Those whose roles go with a part: a stage in another account has its roles there, each other
   * one in the pipeline's own stack.
   *
   * @return the names in the pipeline's order, by region; the part's own region comes first, and is
   *     there always
   */
  public static Map<Optional<String>, List<String>> of(Pipeline pipeline, StackPart part) {
    Map<Optional<String>, List<String>> stacks = new LinkedHashMap<>();
    stacks.put(part.region(), new ArrayList<>());
    if (!(pipeline instanceof V3Pipeline v3)) {
      stacks.get(part.region()).add(pipeline.appName() + ClassicPipeline.STACK_SUFFIX);
      return stacks;
    }
    for (Stage stage : v3.stages()) {
      if (part.name().equals(partWithRoles(stage))) {
        Optional<String> home = v3.home().map(h -> h.region());
        Optional<String> region = stage.target().region().or(() -> home).or(part::region);
        stacks.computeIfAbsent(region, r -> new ArrayList<>()).add(stage.stackName());
      }
    }
    return stacks;
  }

  private static String partWithRoles(Stage stage) {
    return stage
        .target()
        .account()
        .map(SupportTemplate.Kind.TARGET::name)
        .orElse(StackPart.PIPELINE);
  }
}
