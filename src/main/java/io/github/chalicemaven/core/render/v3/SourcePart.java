package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.sub;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Source;
import java.util.Map;

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
    Map<String, Object> action = Assembly.action("Source", "Source", provider(), 1);
    action.put("Configuration", configuration());
    action.put("OutputArtifacts", Assembly.artifact(ARTIFACT));
    assembly.stage(mapping("Name", "Source", "Actions", sequence(action)));
    assembly.allowArtifacts(Role.PIPELINE);
    assembly.allow(
        Role.PIPELINE,
        Statement.allow(
                Value.getAtt("ArtifactBucketStore", "Arn"),
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
        Resource.of(
            "AWS::Events::Rule",
            "Description",
            description,
            "EventPattern",
            eventPattern,
            "State",
            "ENABLED",
            "Targets",
            sequence(
                mapping(
                    "Id", "AppPipeline", "Arn", sub(PIPELINE_ARN), "RoleArn", Role.EVENTS.arn()))));
    assembly.allow(
        Role.EVENTS,
        Statement.allow(sub(PIPELINE_ARN), "codepipeline:StartPipelineExecution")
            .named("StartPipeline"));
  }
}
