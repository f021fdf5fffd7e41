package io.github.chalicemaven.core.render;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.Value;
import java.util.List;

/**
 * What the stages and actions of all pipelines are written with.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-requirements.html">Action
 *     structure</a>
 */
public final class Actions {

  /** The artifact that the source hands on. */
  public static final String SOURCE_ARTIFACT = "SourceRepo";

  /** The artifact that the build hands on: the template of the packaged application. */
  public static final String BUILD_ARTIFACT = "CompiledCFNTemplate";

  private Actions() {}

  /** A stage of the pipeline. */
  public static Value.Mapping stage(String name, List<Value> actions) {
    return mapping().with("Name", name).with("Actions", sequence(actions));
  }

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

  /** One artifact, as an action's input or output. */
  public static Value.Sequence artifact(String name) {
    return sequence(mapping().with("Name", name));
  }
}
