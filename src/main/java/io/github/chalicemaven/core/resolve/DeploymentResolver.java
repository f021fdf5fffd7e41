package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.Deployment;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import java.util.List;
import java.util.Optional;

/** Resolves {@code <deployment>}, of all stages or of one. */
final class DeploymentResolver {

  /** A deployment role has one policy of its own, and shares one with those of other stages. */
  private static final int DEPLOYMENT_POLICIES = 2;

  /** All of them are in one policy, with the rest that the deployment of a stage needs. */
  private static final int MOST_API_GATEWAY_ROLES = 10;

  private final Problems problems;
  private final SettingReader reader;

  DeploymentResolver(Problems problems) {
    this.problems = problems;
    this.reader = new SettingReader(problems);
  }

  /**
   * The deployment; it is what the user wants only if no problem was added.
   *
   * @param place the element's, for example {@code <deployment>}
   */
  Deployment resolve(String place, DeploymentSettings deployment) {
    boolean admin = reader.truth(place + "<admin>", deployment.admin);
    List<String> policies =
        reader.policyArns(
            place + "<managedPolicyArns>",
            deployment.managedPolicyArns,
            AwsLimits.MAX_MANAGED_POLICIES - DEPLOYMENT_POLICIES);
    List<String> apiGatewayRoles =
        reader.roleArns(
            place + "<apiGatewayRoleArns>",
            deployment.apiGatewayRoleArns,
            MOST_API_GATEWAY_ROLES,
            "invoke");
    Optional<String> role = reader.roleArn(place + "<roleArn>", deployment.roleArn, "deploy");
    boolean more = admin || !policies.isEmpty() || !apiGatewayRoles.isEmpty();
    if (deployment.roleArn != null && more) {
      problems.add(
          new Setting(place + "<roleArn>", deployment.roleArn),
          "<admin>, <apiGatewayRoleArns> and <managedPolicyArns> do not apply to an existing role."
              + " Leave them out.");
    }
    return new Deployment(policies, apiGatewayRoles, role, admin);
  }
}
