package io.github.chalicemaven.core.pipeline;

import java.util.Optional;

/**
 * Where a pipeline is that deploys to other accounts or regions too, which have to know it.
 *
 * @param account 12 digits
 * @param region for example {@code eu-central-1}
 * @param organizationId of the AWS organization that all accounts belong to
 */
public record Home(String account, String region, Optional<String> organizationId) {

  public Home {
    Guard.text("Home.account", account);
    Guard.text("Home.region", region);
    Guard.optionalText("Home.organizationId", organizationId);
  }
}
