package io.github.chalicemaven.deploy.service;

import io.github.chalicemaven.deploy.service.ResourceChange.Action;
import io.github.chalicemaven.deploy.service.ResourceChange.Policy;
import io.github.chalicemaven.deploy.service.ResourceChange.Replacement;
import java.util.List;

/** Changes for tests. */
public final class Changes {

  public static final String REPOSITORY = "AWS::CodeCommit::Repository";
  public static final String ROLE = "AWS::IAM::Role";

  private Changes() {}

  public static ResourceChange add(String id, String type) {
    return change(Action.ADD, id, type, Replacement.FALSE, Policy.NONE);
  }

  public static ResourceChange remove(String id, String type, Policy policy) {
    return change(Action.REMOVE, id, type, Replacement.FALSE, policy);
  }

  public static ResourceChange replace(String id, String type, Policy policy) {
    return change(Action.MODIFY, id, type, Replacement.TRUE, policy);
  }

  public static ResourceChange modify(String id, String type, PropertyChange... properties) {
    return new ResourceChange(
        Action.MODIFY, id, "p-" + id, type, Replacement.FALSE, Policy.NONE, List.of(properties));
  }

  public static ResourceChange change(
      Action action, String id, String type, Replacement replacement, Policy policy) {
    String physicalId = action == Action.ADD ? "" : "p-" + id;
    return new ResourceChange(action, id, physicalId, type, replacement, policy, List.of());
  }
}
