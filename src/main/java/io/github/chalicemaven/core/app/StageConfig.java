package io.github.chalicemaven.core.app;

import java.util.List;

/**
 * What {@code .chalice/config.json} says of a stage, of what permissions and the application's
 * template depend on.
 *
 * @param roleArns the roles that functions get instead of roles that Chalice makes, as written
 * @param customDomain whether an API has a custom domain
 * @param edgeDomain whether it is a REST API's, edge-optimized, which is Chalice's default
 * @param apiLogRetention whether Chalice adds a log group for the function of a REST API
 * @see <a href="https://aws.github.io/chalice/topics/configfile.html">Chalice's configuration
 *     file</a>
 */
public record StageConfig(
    List<String> roleArns, boolean customDomain, boolean edgeDomain, boolean apiLogRetention) {

  public StageConfig {
    roleArns = List.copyOf(roleArns);
  }
}
