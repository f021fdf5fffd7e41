package io.github.chalicemaven.core.settings;

import java.util.List;

/** What CloudFormation may do when it deploys the application ({@code v3}). */
public final class DeploymentSettings implements SettingsElement {

  /**
   * Managed policies for the deployment roles, besides what a Chalice application needs.
   *
   * <pre>{@code
   * <managedPolicyArns>
   *   <policyArn>arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess</policyArn>
   * </managedPolicyArns>
   * }</pre>
   *
   * @since 0.1.0
   */
  public List<String> managedPolicyArns;

  /**
   * Roles that the application's code gives to API Gateway, for authorizers ({@code
   * execution_role}, {@code invoke_role_arn}) and integrations.
   *
   * <pre>{@code
   * <apiGatewayRoleArns>
   *   <roleArn>arn:aws:iam::123456789012:role/authorizer</roleArn>
   * </apiGatewayRoleArns>
   * }</pre>
   *
   * @since 0.1.0
   */
  public List<String> apiGatewayRoleArns;

  /**
   * ARN of an existing role that deploys all stages, instead of the template's roles.
   *
   * <pre>{@code <roleArn>arn:aws:iam::123456789012:role/deploy</roleArn>}</pre>
   *
   * @since 0.1.0
   */
  public String roleArn;

  /**
   * Whether the deployment roles may do everything, as those of {@code v2}; {@code false} by
   * default.
   *
   * <pre>{@code <admin>true</admin>}</pre>
   *
   * @since 0.1.0
   */
  public String admin;
}
