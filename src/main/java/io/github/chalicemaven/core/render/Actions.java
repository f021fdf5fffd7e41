package io.github.chalicemaven.core.render;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.Value;

/**
 * What the stages and actions of all pipelines are written with.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-requirements.html">Action
 *     structure</a>
 */
public final class Actions {

  private Actions() {}

  /**
   * The {@code ActionTypeId} of an action of AWS's own.
   *
   * @param category for example {@code Build}
   * @param provider for example {@code CodeBuild}
   */
  public static Value.Mapping type(String category, String provider) {
    return type(category, "AWS", provider);
  }

  /**
   * The {@code ActionTypeId} of an action.
   *
   * @param owner {@code AWS} or {@code ThirdParty}
   */
  public static Value.Mapping type(String category, String owner, String provider) {
    return mapping()
        .with("Category", category)
        .with("Owner", owner)
        .with("Provider", provider)
        .with("Version", "1");
  }

  /** A stage of the pipeline. */
  public static Value.Mapping stage(String name, Value... actions) {
    return mapping().with("Name", name).with("Actions", sequence(actions));
  }

  /** One artifact, as an action's input or output. */
  public static Value.Sequence artifact(String name) {
    return sequence(mapping().with("Name", name));
  }
}
