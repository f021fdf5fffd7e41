package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.AccountSettings;
import io.github.chalicemaven.deploy.service.AwsSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Credentials for an account.
 *
 * @param profile a profile of {@code ~/.aws/config}; null where there is a role
 * @param roleArn a role that the goal's own credentials may assume; null where there is a profile
 */
public record AccountAccess(String profile, String roleArn) {

  /**
   * Reads {@code <accounts>}.
   *
   * @param given may be null
   * @param problems receives what is wrong with it
   * @return by account
   */
  public static Map<String, AccountAccess> of(List<AccountSettings> given, Problems problems) {
    Map<String, AccountAccess> accounts = new LinkedHashMap<>();
    if (given == null) {
      return accounts;
    }
    for (int i = 0; i < given.size(); i++) {
      AccountSettings account = Objects.requireNonNullElse(given.get(i), new AccountSettings());
      String place = "<accounts><account>[" + (i + 1) + "]";
      if (isValid(account, place, problems)
          && accounts.put(account.id, new AccountAccess(account.profile, account.roleArn))
              != null) {
        problems.add(
            place + "<id> is `" + account.id + "`: this account is listed twice. Remove one.");
      }
    }
    return accounts;
  }

  private static boolean isValid(AccountSettings account, String place, Problems problems) {
    int before = problems.found().size();
    if (account.id == null || !AwsLimits.ACCOUNT.matcher(account.id).matches()) {
      problems.add(
          account.id == null
              ? place + " needs an <id>: the account's 12 digits."
              : place + "<id> is `" + account.id + "`: an account has 12 digits.");
    }
    if ((account.profile == null) == (account.roleArn == null)) {
      problems.add(place + " needs either a <profile> of ~/.aws/config, or a <roleArn> to assume.");
    } else if (account.roleArn != null && !isRoleOf(account)) {
      problems.add(
          place
              + "<roleArn> is `"
              + account.roleArn
              + "`: it must be the ARN of a role of that account.");
    }
    return problems.found().size() == before;
  }

  private static boolean isRoleOf(AccountSettings account) {
    return AwsLimits.ROLE_ARN.matcher(account.roleArn).matches()
        && account.roleArn.contains(":iam::" + account.id + ":");
  }

  /** The settings with these credentials. */
  public AwsSettings applyTo(AwsSettings own, String sessionName) {
    return profile != null
        ? own.through(profile)
        : own.assuming(new AwsSettings.Role(roleArn, null, sessionName, null));
  }
}
