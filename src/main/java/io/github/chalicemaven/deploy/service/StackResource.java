package io.github.chalicemaven.deploy.service;

/**
 * A resource of a stack.
 *
 * @param logicalId its logical ID
 * @param physicalId its physical ID; empty where it has none
 * @param type its type
 * @param status for example {@code CREATE_COMPLETE}
 */
public record StackResource(String logicalId, String physicalId, String type, String status) {

  /** Whether it is there, as far as the stack knows. */
  public boolean exists() {
    return !status.equals("DELETE_COMPLETE")
        && !status.equals("DELETE_SKIPPED")
        && !physicalId.isEmpty();
  }
}
