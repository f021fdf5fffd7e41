package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.render.SupportTemplate;
import java.util.Optional;

/**
 * Who is about to change what.
 *
 * @param account the account's number
 * @param arn the user or role
 * @param region for example {@code eu-west-1}
 */
public record Caller(String account, String arn, String region) {

  /**
   * Ends here in another account than the expected one.
   *
   * @param part the stack to work on, whose account may be any
   */
  public void demandAccountOf(StackPart part) {
    if (part.account().isPresent() && !part.account().get().equals(account)) {
      throw new DeploymentException(
          "the credentials belong to account "
              + account
              + " ("
              + arn
              + "), but "
              + (part.kind().equals(Optional.of(SupportTemplate.Kind.TARGET))
                  ? "stack " + part.stackName() + " is in account `" + part.account().get() + "`"
                  : Setting.of("account", part.account().get()))
              + ". Use credentials of that account; nothing was changed there.");
    }
  }

  @Override
  public String toString() {
    return "account " + account + ", region " + region + ", as " + arn;
  }
}
