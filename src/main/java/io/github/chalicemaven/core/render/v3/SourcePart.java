package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.render.Actions;
import java.util.List;
import java.util.Optional;

/** The pipeline's first stage: a source of some kind, and what starts the pipeline. */
abstract class SourcePart implements Part {

  static SourcePart of(Source source) {
    if (source instanceof Source.CodeCommit codeCommit) {
      return new CodeCommitSource(Optional.empty(), codeCommit.branch());
    }
    if (source instanceof Source.ExistingCodeCommit codeCommit) {
      return new CodeCommitSource(Optional.of(codeCommit.repository()), codeCommit.branch());
    }
    if (source instanceof Source.S3Object object) {
      return new S3Source(object);
    }
    return new ConnectionSource((Source.Connection) source);
  }

  @Override
  public void contribute(TemplateDraft draft) {
    contributeSource(draft);
    Value action =
        PipelineResource.action("Source", "Source", provider(), 1)
            .with("Configuration", configuration())
            .with("OutputArtifacts", Actions.artifact(Actions.SOURCE_ARTIFACT));
    draft.stage(Actions.stage("Source", List.of(action)));
    draft.storage().allowPipeline(draft.grants());
  }

  /** Adds what this kind of source needs. */
  abstract void contributeSource(TemplateDraft draft);

  /** The provider of the source action. */
  abstract String provider();

  /** The configuration of the source action. */
  abstract Value configuration();

  /** Starts the pipeline on an event; the alternative, polling, costs and comes late. */
  static void startOn(TemplateDraft draft, String description, Value eventPattern) {
    Grants grants = draft.grants();
    draft.resource(
        "SourceChangeRule",
        resource("AWS::Events::Rule")
            .with("Description", description)
            .with("EventPattern", eventPattern)
            .with("State", "ENABLED")
            .with(
                "Targets",
                sequence(
                    mapping()
                        .with("Id", LogicalIds.PIPELINE)
                        .with("Arn", Arns.pipeline())
                        .with("RoleArn", Role.EVENTS.arn()))));
    grants.allow(
        Role.EVENTS,
        Statement.allow(Arns.pipeline(), "codepipeline:StartPipelineExecution")
            .named("StartPipeline"));
  }
}
