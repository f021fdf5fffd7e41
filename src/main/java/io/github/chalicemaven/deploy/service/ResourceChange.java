package io.github.chalicemaven.deploy.service;

import java.util.List;
import java.util.Objects;

/**
 * What a change set does with a resource.
 *
 * @param action as AWS says
 * @param logicalId the resource's logical ID
 * @param physicalId its physical ID; empty where it has none yet
 * @param type its type
 * @param replacement whether another resource takes its place
 * @param policy what becomes of the old resource where it is removed or replaced
 * @param properties what changes, in AWS's order; a property once
 */
public record ResourceChange(
    Action action,
    String logicalId,
    String physicalId,
    String type,
    Replacement replacement,
    Policy policy,
    List<PropertyChange> properties) {

  /** CloudFormation's actions. */
  public enum Action {
    ADD,
    MODIFY,
    REMOVE,
    IMPORT,
    /** AWS determines it when the change set is executed. */
    DYNAMIC,
    /** Only the stack's record of the resource changes. */
    SYNC_WITH_ACTUAL
  }

  /** Whether a modification replaces the resource. */
  public enum Replacement {
    TRUE,
    FALSE,
    CONDITIONAL
  }

  /** What becomes of the resource itself that is removed from the stack or replaced. */
  public enum Policy {
    DELETE,
    RETAIN,
    SNAPSHOT,
    /** AWS does not say. */
    NONE
  }

  /** How people see it; those that need a review come first. */
  public enum Kind {
    REMOVE("Remove"),
    REPLACE("Replace"),
    MAY_REPLACE("May replace"),
    RELEASE("Keep outside"),
    CHANGE("Change"),
    IMPORT("Import"),
    ADD("Add");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public ResourceChange {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(logicalId, "logicalId");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(replacement, "replacement");
    Objects.requireNonNull(policy, "policy");
    properties = List.copyOf(properties);
  }

  public Kind kind() {
    return switch (action) {
      case ADD -> Kind.ADD;
      case IMPORT -> Kind.IMPORT;
      case REMOVE -> policy == Policy.RETAIN ? Kind.RELEASE : Kind.REMOVE;
      case DYNAMIC -> Kind.MAY_REPLACE;
      case SYNC_WITH_ACTUAL -> Kind.CHANGE;
      case MODIFY ->
          switch (replacement) {
            case TRUE -> Kind.REPLACE;
            case CONDITIONAL -> Kind.MAY_REPLACE;
            case FALSE -> Kind.CHANGE;
          };
    };
  }

  /** Whether the resource, as it is now, is or may be gone afterwards without a copy. */
  public boolean mayDelete() {
    Kind kind = kind();
    return (kind == Kind.REMOVE || kind == Kind.REPLACE || kind == Kind.MAY_REPLACE)
        && (policy == Policy.DELETE || policy == Policy.NONE);
  }
}
