package io.github.chalicemaven.report;

import io.github.chalicemaven.core.cloudformation.Location;
import java.util.Optional;

/** Whose policy it is. */
enum PolicyKind {
  /** Who may assume a role. */
  TRUST,
  /** What one role may do, written into the role. */
  INLINE,
  /** What roles may do. */
  OF_ROLES,
  /** Who may do what with a resource. */
  OF_RESOURCE;

  /** The kind of the policy that stands at a place in a resource. */
  static PolicyKind of(String type, Location place) {
    return switch (type) {
      case "AWS::IAM::Role" -> isTrust(place) ? TRUST : INLINE;
      case "AWS::IAM::User", "AWS::IAM::Group" -> INLINE;
      case "AWS::IAM::ManagedPolicy", "AWS::IAM::Policy" -> OF_ROLES;
      default -> OF_RESOURCE;
    };
  }

  private static boolean isTrust(Location place) {
    return place instanceof Location.Key key && key.key().equals("AssumeRolePolicyDocument");
  }

  /** Why a wildcard does no harm in such a policy. */
  Optional<String> reason(Permissions.Statement statement) {
    if (this != OF_RESOURCE || !statement.isWide()) {
      return Optional.empty();
    }
    if (statement.effect().equals("Deny")) {
      return Optional.of("a wildcard in a Deny statement only forbids more");
    }
    return Optional.of("in the policy of a resource, the wildcard is within that resource");
  }
}
