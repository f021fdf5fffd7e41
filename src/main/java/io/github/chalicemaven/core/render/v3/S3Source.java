package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.texts;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Source;

/** A ZIP file in a bucket that exists, versioned, with events sent to EventBridge. */
final class S3Source extends SourcePart {

  private final Source.S3Object source;

  S3Source(Source.S3Object source) {
    this.source = source;
  }

  @Override
  void contributeSource(TemplateDraft draft) {
    Grants grants = draft.grants();
    startOn(
        draft,
        "Starts the pipeline when the source file is uploaded.",
        mapping()
            .with("source", texts("aws.s3"))
            .with("detail-type", texts("Object Created"))
            .with(
                "detail",
                mapping()
                    .with("bucket", mapping().with("name", texts(source.bucket())))
                    .with("object", mapping().with("key", texts(source.key())))));
    grants.allow(
        Role.PIPELINE,
        Statement.allow(
                Arns.s3(source.bucket()),
                "s3:GetBucketAcl",
                "s3:GetBucketLocation",
                "s3:GetBucketVersioning")
            .named("ReadSourceBucket"));
    grants.allow(
        Role.PIPELINE,
        Statement.allow(
                Arns.s3(source.bucket() + "/" + source.key()),
                "s3:GetObject",
                "s3:GetObjectTagging",
                "s3:GetObjectVersion",
                "s3:GetObjectVersionTagging")
            .named("ReadSource"));
  }

  @Override
  String provider() {
    return "S3";
  }

  @Override
  Value configuration() {
    return mapping()
        .with("S3Bucket", source.bucket())
        .with("S3ObjectKey", source.key())
        .with("PollForSourceChanges", "false");
  }
}
