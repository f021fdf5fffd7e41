/**
 * A small typed CloudFormation: {@link io.github.chalicemaven.core.cloudformation.Template} and its
 * sections, {@link io.github.chalicemaven.core.cloudformation.Value} and its intrinsic functions,
 * {@link io.github.chalicemaven.core.cloudformation.PolicyDocument}; and what AWS takes, {@link
 * io.github.chalicemaven.core.cloudformation.AwsLimits}. It knows nothing of Chalice and of
 * pipelines, uses no other package of this project, and does no I/O.
 */
package io.github.chalicemaven.core.cloudformation;
