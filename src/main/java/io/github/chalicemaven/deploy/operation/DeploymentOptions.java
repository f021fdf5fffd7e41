package io.github.chalicemaven.deploy.operation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * How an operation on a stack is carried out.
 *
 * @param yes whether it needs no question
 * @param dryRun whether to show only what would be done
 * @param terminationProtection whether a stack that is created is protected
 * @param allowDataLoss logical IDs of resources whose data may be lost
 * @param timeout how long to wait for AWS in all
 * @param zone the time zone of the times that are shown
 */
public record DeploymentOptions(
    boolean yes,
    boolean dryRun,
    boolean terminationProtection,
    Set<String> allowDataLoss,
    Duration timeout,
    ZoneId zone) {

  public DeploymentOptions {
    allowDataLoss = Set.copyOf(allowDataLoss);
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(zone, "zone");
  }
}
