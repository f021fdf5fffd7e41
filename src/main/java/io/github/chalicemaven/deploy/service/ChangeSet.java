package io.github.chalicemaven.deploy.service;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A change set as CloudFormation describes it.
 *
 * @param id its ARN
 * @param stackId the ARN of the stack that it changes, or that was created for its review
 * @param status CloudFormation's, for example {@code CREATE_COMPLETE}
 * @param reason why it has that status; empty where AWS does not say
 * @param executable whether it could be executed
 * @param changes what it changes, all pages, in AWS's order
 */
public record ChangeSet(
    String id,
    String stackId,
    String status,
    String reason,
    boolean executable,
    List<ResourceChange> changes) {

  /** Both of AWS's wordings, and that of a template whose macros gave nothing new. */
  private static final Pattern NO_CHANGES =
      Pattern.compile(
          "(?i)didn.t contain changes|no updates are to be performed|no changes to deploy");

  public ChangeSet {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(stackId, "stackId");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
    changes = List.copyOf(changes);
  }

  /** Whether AWS still computes it. */
  public boolean isPending() {
    return status.endsWith("_PENDING") || status.endsWith("_IN_PROGRESS");
  }

  /** Whether there is nothing to change. */
  public boolean isEmpty() {
    return status.equals("FAILED") && saysNoChanges(reason);
  }

  /** Whether AWS means by these words that there is nothing to change. */
  public static boolean saysNoChanges(String words) {
    return NO_CHANGES.matcher(words).find();
  }

  /** Whether it can be executed. */
  public boolean isReady() {
    return status.equals("CREATE_COMPLETE") && executable;
  }
}
