package io.github.chalicemaven.core.pipeline;

import java.util.Optional;

/**
 * Where a stage is deployed to, as far as that is not where the pipeline is.
 *
 * @param account 12 digits; empty for the pipeline's own
 * @param region for example {@code eu-west-1}; empty for the pipeline's own
 * @param permissionsBoundary the ARN of a managed policy for the roles in the other account
 * @param rolePath of the roles in the other account
 */
public record Target(
    Optional<String> account,
    Optional<String> region,
    Optional<String> permissionsBoundary,
    Optional<String> rolePath) {

  /** The pipeline's own account and region. */
  public static final Target HOME =
      new Target(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Target {
    Guard.optionalText("Target.account", account);
    Guard.optionalText("Target.region", region);
    Guard.optionalText("Target.permissionsBoundary", permissionsBoundary);
    Guard.optionalText("Target.rolePath", rolePath);
    Guard.demand(
        account.isPresent() || permissionsBoundary.isEmpty() && rolePath.isEmpty(),
        "Target.account",
        " is missing, and the roles of the pipeline's account have what all have");
  }

  /** Whether this is not where the pipeline is. */
  public boolean isElsewhere() {
    return account.isPresent() || region.isPresent();
  }

  /**
   * Whether the application is packaged for this place alone: its code lies in the region, and its
   * roles have a boundary of the account.
   */
  boolean hasOwnPackage() {
    return region.isPresent() || permissionsBoundary.isPresent();
  }
}
