package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.app.StageConfig;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import java.util.List;

/**
 * Resolves what a stage's deployment role needs beyond the usual, because the application is given
 * roles or has custom domains. Also checks the stack's name: the permissions of the deployment role
 * are limited to resources whose names start with it.
 */
final class StageNeedsResolver {

  /** The policy that lists them also has the other permissions for the stage's deployment. */
  private static final int MOST_GIVEN_ROLES = 20;

  private final DeploymentSettings deployment;
  private final Problems problems;

  /**
   * For a stage.
   *
   * @param deployment what the user wrote for it, or for all stages; {@code null} where it is
   *     missing
   */
  StageNeedsResolver(DeploymentSettings deployment, Problems problems) {
    this.deployment = deployment;
    this.problems = problems;
  }

  /** CloudFormation folds the hyphens of {@code a--b-LogicalId} and {@code a--LogicalId}. */
  void checkPhysicalNames(String place, String stackName) {
    if (templatesRole() && (stackName + "-").contains("--")) {
      problems.add(
          new Setting(place, stackName),
          "CloudFormation writes one hyphen instead of several in the names of functions and roles,"
              + " and the deployment role's permissions apply only to names that start with the"
              + " stack name. Use a <stackName> without two hyphens in a row or a hyphen at the"
              + " end.");
    }
  }

  /** Whether stages are deployed with roles of the template, which may do what they need. */
  private boolean templatesRole() {
    return deployment == null || deployment.roleArn == null && !"true".equals(deployment.admin);
  }

  /** What an application with that configuration needs. */
  Stage.Needs resolve(StageConfig config) {
    if (templatesRole()) {
      new SettingReader(problems)
          .roleArns(
              "iam_role_arn in .chalice/config.json",
              config.roleArns(),
              MOST_GIVEN_ROLES,
              "orders");
    }
    List<String> roles = config.roleArns().stream().filter(arn -> !arn.isEmpty()).toList();
    return new Stage.Needs(roles, config.customDomain(), config.edgeDomain());
  }
}
