/**
 * The {@code v3} pipeline. {@link io.github.chalicemaven.core.render.v3.V3Template} lists its parts
 * in the order that the application takes: {@code SourcePart}, {@code BuildPart}, an {@code
 * ApprovalPart} and a {@code StagePart} for each stage; around them {@code StoragePart} and {@code
 * NotificationPart}. A {@code Part} adds the resources and stages that it needs to the {@code
 * TemplateDraft}, and the IAM statements that it needs, for whichever role acts, to the draft's
 * {@code Grants}; {@code RoleResources} makes roles and policies of these, {@code PipelineResource}
 * the pipeline of its stages. {@code Storage} is the buckets and the key of a region, for all that
 * use them. Logical IDs that all versions share are in {@code core.pipeline.LogicalIds}, ARNs in
 * {@code Arns}. No I/O. Uses {@code core.pipeline}, {@code core.buildspec}, {@code
 * core.cloudformation}, {@code core.document} and {@code core.render}.
 */
package io.github.chalicemaven.core.render.v3;
