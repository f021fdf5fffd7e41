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
   * @param part the stack to work on, whose account may be any
   */
  public void demandAccountOf(StackPart part) {
    if (part.account().isPresent() && !part.account().get().equals(account)) {
      throw new DeploymentException(
          "the credentials are of account "
              + account
              + " ("
              + arn
              + "), but "
              + (part.name().startsWith("target-")
                  ? "stack " + part.stackName() + " is in account `"
                  : "<account> (-Dchalice.account) is `")
              + part.account().get()
              + "`. Use credentials of that account; nothing was changed there.");
    }
  }

  @Override
  public String toString() {
    return "account " + account + ", region " + region + ", as " + arn;
  }
}
