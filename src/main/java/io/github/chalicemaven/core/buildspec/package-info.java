/**
 * CodeBuild's build specification as a value. No I/O. Uses {@code core.cloudformation} for values.
 */
package io.github.chalicemaven.core.buildspec;
