package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.RolesSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Roles that exist are in the account that takes them: those of the pipeline in its own, a
 * deployment role in that of its stage. CloudFormation takes no role of another account.
 */
final class AccountRules {

  private static final String DEPLOYMENT_ROLE = "<deployment><roleArn>";

  private final PipelineSettings settings;
  private final Problems problems;

  AccountRules(PipelineSettings settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /** Checks them, as far as the settings say which account is the pipeline's. */
  void check() {
    List<Setting> roles = rolesOfPipeline();
    Optional<Setting> evidence =
        Optional.ofNullable(settings.account)
            .map(account -> Setting.of("account", account))
            .or(() -> roles.stream().findFirst());
    evidence.ifPresent(known -> roles.forEach(role -> checkOfPipeline(role, known)));
    if (settings.account == null
        && evidence.filter(first -> first.place().contains(DEPLOYMENT_ROLE)).isPresent()) {
      problems.note(
          evidence.get()
              + ": the role must be in the pipeline's account. Set "
              + Setting.place("account")
              + " to have that checked.");
    }
  }

  private void checkOfPipeline(Setting role, Setting evidence) {
    String account = accountOf(evidence);
    Optional<Arn> arn = Arn.of(role.value()).filter(other -> !other.account().equals(account));
    if (arn.isEmpty()) {
      return;
    }
    problems.add(
        role,
        "the role is in the account "
            + arn.get().account()
            + ", and the pipeline is in "
            + account
            + " by "
            + evidence.place()
            + (role.place().contains(DEPLOYMENT_ROLE)
                ? ". CloudFormation takes no role of another account. Set the <account> of a stage"
                    + " that is deployed there, and the role in the <deployment> of that stage: a"
                    + " template for the other account has the role that it needs besides."
                : ". Use a role of that account."));
  }

  private static String accountOf(Setting evidence) {
    return Arn.of(evidence.value()).map(Arn::account).orElse(evidence.value());
  }

  /** The roles that have to be in the pipeline's account, as far as they are ARNs. */
  private List<Setting> rolesOfPipeline() {
    List<Setting> roles = new ArrayList<>();
    RolesSettings given = settings.roles == null ? new RolesSettings() : settings.roles;
    roles.add(new Setting("<roles><pipeline>", given.pipeline));
    roles.add(new Setting("<roles><build>", given.build));
    roles.add(new Setting("<roles><tests>", given.tests));
    List<StageSettings> stages = SettingReader.orEmpty(settings.stages);
    boolean isShared =
        stages.isEmpty() || stages.stream().anyMatch(s -> isHere(s) && s.deployment == null);
    if (isShared) {
      roles.add(new Setting(DEPLOYMENT_ROLE, roleArn(settings.deployment)));
    }
    List<String> places = StageResolver.places(settings);
    for (int i = 0; i < stages.size(); i++) {
      if (isHere(stages.get(i))) {
        roles.add(new Setting(places.get(i) + DEPLOYMENT_ROLE, roleArn(stages.get(i).deployment)));
      }
    }
    roles.removeIf(role -> Arn.of(role.value()).isEmpty());
    return roles;
  }

  private boolean isHere(StageSettings stage) {
    return stage.account == null || stage.account.equals(settings.account);
  }

  private static String roleArn(DeploymentSettings deployment) {
    return deployment == null ? null : deployment.roleArn;
  }
}
