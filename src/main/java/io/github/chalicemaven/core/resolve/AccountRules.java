package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.RolesSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Roles that exist are in the account that takes them: those of the pipeline in its own, a
 * deployment role in that of its stage. CloudFormation takes no role of another account.
 */
final class AccountRules {

  private final PipelineSettings settings;
  private final Problems problems;

  AccountRules(PipelineSettings settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /** Checks them, as far as the settings say which account is the pipeline's. */
  void check() {
    List<Role> roles = rolesOfPipeline();
    if (roles.isEmpty()) {
      return;
    }
    Role first = roles.get(0);
    boolean isGiven = settings.account != null;
    String account = isGiven ? settings.account : first.account();
    String evidence = isGiven ? Setting.place("account") : first.setting().place();
    for (Role role : roles) {
      if (!role.account().equals(account)) {
        problems.add(
            role.setting(),
            "the role is in the account "
                + role.account()
                + ", and the pipeline is in "
                + account
                + " according to "
                + evidence
                + (role.deploys()
                    ? ". CloudFormation cannot use a role of another account. Set the <account>"
                        + " of a stage that is deployed there, and the role in the"
                        + " <deployment> of that stage; the template for that account creates"
                        + " the other role that the stage needs."
                    : ". Use a role of that account."));
      }
    }
    if (!isGiven && first.deploys()) {
      problems.note(
          first.setting()
              + ": the role must be in the pipeline's account. Set "
              + Setting.place("account")
              + " to have that checked.");
    }
  }

  /** The roles that have to be in the pipeline's account, as far as they are ARNs. */
  private List<Role> rolesOfPipeline() {
    List<Role> roles = new ArrayList<>();
    RolesSettings given = Objects.requireNonNullElse(settings.roles, new RolesSettings());
    add(roles, "<roles><pipeline>", given.pipeline, false);
    add(roles, "<roles><build>", given.build, false);
    add(roles, "<roles><tests>", given.tests, false);
    List<StageSettings> stages = SettingReader.orEmpty(settings.stages);
    boolean isShared =
        stages.isEmpty() || stages.stream().anyMatch(s -> isHere(s) && s.deployment == null);
    if (isShared) {
      addDeploymentRole(roles, "", settings.deployment);
    }
    List<String> places = StageResolver.places(settings);
    for (int i = 0; i < stages.size(); i++) {
      if (isHere(stages.get(i))) {
        addDeploymentRole(roles, places.get(i), stages.get(i).deployment);
      }
    }
    return roles;
  }

  private boolean isHere(StageSettings stage) {
    return stage.account == null || stage.account.equals(settings.account);
  }

  private static void addDeploymentRole(
      List<Role> roles, String place, DeploymentSettings deployment) {
    if (deployment != null) {
      add(roles, place + "<deployment><roleArn>", deployment.roleArn, true);
    }
  }

  private static void add(List<Role> roles, String place, String arn, boolean deploys) {
    Arn.of(arn)
        .map(role -> new Role(new Setting(place, arn), role.account(), deploys))
        .ifPresent(roles::add);
  }

  /**
   * A role that exists.
   *
   * @param deploys whether CloudFormation takes it, which refuses one of another account
   */
  private record Role(Setting setting, String account, boolean deploys) {}
}
