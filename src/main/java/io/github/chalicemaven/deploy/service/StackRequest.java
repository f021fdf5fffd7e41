package io.github.chalicemaven.deploy.service;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The stack to create or update.
 *
 * @param stackName its name
 * @param templateBody the template's text; null where {@code templateUrl} is given
 * @param templateUrl the template's address in S3; null where {@code templateBody} is given
 * @param parameters values of the template's parameters
 * @param keptParameters parameters that keep the value that the stack has already
 * @param tags tags of the stack, which CloudFormation gives to its resources
 * @param capabilities exactly those that the template needs
 * @param roleArn the role that CloudFormation assumes; null: the caller's permissions
 * @param notificationArns SNS topics that are notified of the stack's events
 */
public record StackRequest(
    String stackName,
    String templateBody,
    String templateUrl,
    Map<String, String> parameters,
    Set<String> keptParameters,
    Map<String, String> tags,
    List<String> capabilities,
    String roleArn,
    List<String> notificationArns) {

  public StackRequest {
    Objects.requireNonNull(stackName, "stackName");
    if ((templateBody == null) == (templateUrl == null)) {
      throw new IllegalArgumentException("either templateBody or templateUrl");
    }
    parameters = Map.copyOf(parameters);
    keptParameters = Set.copyOf(keptParameters);
    tags = Map.copyOf(tags);
    capabilities = List.copyOf(capabilities);
    notificationArns = List.copyOf(notificationArns);
  }

  /** A secret may stand among the parameters. */
  @Override
  public String toString() {
    return "StackRequest[stackName=" + stackName + ", parameters=" + parameters.keySet() + "]";
  }
}
