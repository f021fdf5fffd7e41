package io.github.chalicemaven.deploy;

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
   * @param expected an account's number; null: any
   */
  public void demandAccount(String expected) {
    if (expected != null && !expected.equals(account)) {
      throw new DeploymentException(
          "the credentials are of account "
              + account
              + " ("
              + arn
              + "), but <account> (-Dchalice.account) is `"
              + expected
              + "`. Use credentials of that account; nothing was changed.");
    }
  }

  @Override
  public String toString() {
    return "account " + account + ", region " + region + ", as " + arn;
  }
}
