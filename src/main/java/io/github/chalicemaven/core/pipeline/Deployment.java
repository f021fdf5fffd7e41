package io.github.chalicemaven.core.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * What CloudFormation is allowed to do when it deploys the application.
 *
 * @param managedPolicyArns besides what a Chalice application needs
 * @param apiGatewayRoleArns roles that API Gateway takes to call authorizers and integrations
 * @param roleArn a role that exists, instead of the template's
 * @param admin whether the template's roles may do everything
 */
public record Deployment(
    List<String> managedPolicyArns,
    List<String> apiGatewayRoleArns,
    Optional<String> roleArn,
    boolean admin) {

  public Deployment {
    managedPolicyArns = Guard.list("Deployment.managedPolicyArns", managedPolicyArns);
    apiGatewayRoleArns = Guard.list("Deployment.apiGatewayRoleArns", apiGatewayRoleArns);
    Guard.optionalText("Deployment.roleArn", roleArn);
  }
}
