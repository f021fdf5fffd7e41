/**
 * The {@code v3} pipeline. {@link io.github.chalicemaven.core.render.v3.V3Template} lists its parts
 * in the order that the application takes: {@code SourcePart}, {@code BuildPart}, a {@code
 * StagePart} for each stage; around them {@code StoragePart} and {@code NotificationPart}. A {@code
 * Part} brings the resources that it needs and the IAM statements that it needs, for whichever role
 * acts; {@code Assembly} makes roles and policies of them. No I/O.
 */
package io.github.chalicemaven.core.render.v3;
