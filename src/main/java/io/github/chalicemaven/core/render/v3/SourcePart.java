package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.render.Actions;

/** The pipeline's first stage: a source of some kind, and what starts the pipeline. */
abstract class SourcePart implements Part {

  /** The artifact that the source hands to the build and to the tests. */
  static final String ARTIFACT = "SourceRepo";

  static final String PIPELINE_ARN =
      "arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${AppPipeline}";

  static SourcePart of(Source source) {
    if (source instanceof Source.CodeCommit codeCommit) {
      return new CodeCommitSource(codeCommit.branch());
    }
    if (source instanceof Source.ExistingCodeCommit codeCommit) {
      return new CodeCommitSource(codeCommit.repository(), codeCommit.branch());
    }
    if (source instanceof Source.S3Object object) {
      return new S3Source(object);
    }
    return new ConnectionSource((Source.Connection) source);
  }

  @Override
  public void contribute(Assembly assembly) {
    contributeSource(assembly);
    Value action =
        Assembly.action("Source", "Source", provider(), 1)
            .with("Configuration", configuration())
            .with("OutputArtifacts", Actions.artifact(ARTIFACT));
    assembly.stage(Actions.stage("Source", action));
    assembly.allowArtifacts(Role.PIPELINE);
    assembly.allow(
        Role.PIPELINE,
        Statement.allow(
                getAtt("ArtifactBucketStore", "Arn"),
                "s3:GetBucketLocation",
                "s3:GetBucketVersioning",
                "s3:ListBucket")
            .named("UseArtifactBucket"));
    assembly.allowKey(Role.PIPELINE);
  }

  /** Adds what this kind of source needs. */
  abstract void contributeSource(Assembly assembly);

  /** The provider of the source action. */
  abstract String provider();

  /** The configuration of the source action. */
  abstract Value configuration();

  /** Starts the pipeline on an event; the alternative, polling, costs and comes late. */
  static void startOn(Assembly assembly, String description, Value eventPattern) {
    assembly.resource(
        "SourceChangeRule",
        resource("AWS::Events::Rule")
            .with("Description", description)
            .with("EventPattern", eventPattern)
            .with("State", "ENABLED")
            .with(
                "Targets",
                sequence(
                    mapping()
                        .with("Id", "AppPipeline")
                        .with("Arn", sub(PIPELINE_ARN))
                        .with("RoleArn", Role.EVENTS.arn()))));
    assembly.allow(
        Role.EVENTS,
        Statement.allow(sub(PIPELINE_ARN), "codepipeline:StartPipelineExecution")
            .named("StartPipeline"));
  }
}
