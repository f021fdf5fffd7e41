package io.github.chalicemaven.deploy;

import java.util.Optional;

/**
 * One of the stacks that a pipeline consists of.
 *
 * @param name what selects it: {@code pipeline}, {@code target-444455556666}, {@code
 *     region-eu-west-1}
 * @param stackName the stack's name
 * @param account 12 digits; empty: that of the credentials
 * @param region empty: that of the settings
 */
public record StackPart(
    String name, String stackName, Optional<String> account, Optional<String> region) {

  /** The name of the pipeline's own stack. */
  public static final String PIPELINE = "pipeline";

  /** Whether it is the pipeline's own stack. */
  public boolean isPipeline() {
    return name.equals(PIPELINE);
  }
}
