/**
 * A small typed CloudFormation: {@link io.github.chalicemaven.core.cloudformation.Template} and its
 * sections, {@link io.github.chalicemaven.core.cloudformation.Value}, {@link
 * io.github.chalicemaven.core.cloudformation.Functions}, {@link
 * io.github.chalicemaven.core.cloudformation.PolicyDocument}; and what AWS takes, {@link
 * io.github.chalicemaven.core.cloudformation.AwsLimits}. Mappings and resources are written key by
 * key, as they stand in the template. It knows nothing of Chalice and of pipelines. No I/O. Uses no
 * other package of this project.
 */
package io.github.chalicemaven.core.cloudformation;
