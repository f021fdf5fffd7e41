package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.render.Actions;
import java.util.List;

/** The pipeline itself, of the stages that the parts have contributed. */
final class PipelineResource {

  private PipelineResource() {}

  /** Adds the pipeline, after the policies that its first execution needs. */
  static void addTo(TemplateDraft draft) {
    List<Storage> storages = draft.storages();
    boolean severalRegions = storages.size() > 1;
    Resource pipeline =
        resource("AWS::CodePipeline::Pipeline")
            .with("Name", draft.name("Pipeline"))
            .with("PipelineType", "V2")
            .with("ExecutionMode", draft.options().executionMode().name())
            .with("RoleArn", draft.roleArn(Role.PIPELINE))
            .with(
                severalRegions ? "ArtifactStores" : "ArtifactStore",
                severalRegions
                    ? sequence(storages.stream().map(Storage::artifactStoreOfRegion).toList())
                    : draft.storage().artifactStore())
            .withIf("Triggers", sequence(draft.triggers()))
            .with("Stages", sequence(draft.stages()));
    for (Grants.ManagedPolicy policy : draft.grants().policies()) {
      if (!policy.policy().equals(Role.EVENTS.access())) {
        pipeline = pipeline.after(policy.logicalId());
      }
    }
    draft.resource(LogicalIds.PIPELINE, pipeline);
  }

  /**
   * The beginning of an action of AWS's own kinds.
   *
   * @param runOrder its place in the stage, the first being 1
   */
  static Value.Mapping action(String name, String category, String provider, int runOrder) {
    return mapping()
        .with("Name", name)
        .with("ActionTypeId", Actions.type(category, provider))
        .with("RunOrder", runOrder);
  }
}
