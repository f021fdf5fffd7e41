package io.github.chalicemaven.core.settings;

import java.util.List;

/** What CloudFormation may do when it deploys the application ({@code v3}). */
public final class DeploymentSettings {

  /** Managed policies for the deployment roles, besides what a Chalice application needs. */
  public List<String> managedPolicyArns;

  /**
   * Roles that the application's code gives to API Gateway, for authorizers ({@code
   * execution_role}, {@code invoke_role_arn}) and integrations.
   */
  public List<String> apiGatewayRoleArns;

  /** A role of one's own for all stages, instead of those of the template. */
  public String roleArn;

  /** {@code true} allows everything, as {@code v2} does. */
  public String admin;
}
