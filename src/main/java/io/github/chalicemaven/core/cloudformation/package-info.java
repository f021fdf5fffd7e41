/**
 * A small typed CloudFormation: {@link io.github.chalicemaven.core.cloudformation.Template} and its
 * sections, {@link io.github.chalicemaven.core.cloudformation.Value}, {@link
 * io.github.chalicemaven.core.cloudformation.Functions}, {@link
 * io.github.chalicemaven.core.cloudformation.PolicyDocument}, written key by key as they stand in
 * the template; and the names and quotas of AWS, {@link
 * io.github.chalicemaven.core.cloudformation.AwsLimits}. It knows nothing of Chalice and of
 * pipelines, uses no other package of this project, and does no I/O.
 */
package io.github.chalicemaven.core.cloudformation;
