package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.deploy.service.Caller;
import io.github.chalicemaven.deploy.service.DeploymentException;
import java.util.Optional;

/**
 * One of the stacks that a pipeline consists of.
 *
 * @param kind what its template is for; empty: it is the pipeline's own stack
 * @param name what selects it: {@code pipeline}, {@code target-444455556666}, {@code
 *     region-eu-west-1}
 * @param stackName the stack's name
 * @param account 12 digits; empty: that of the credentials
 * @param region empty: that of the settings
 */
public record StackPart(
    Optional<SupportTemplate.Kind> kind,
    String name,
    String stackName,
    Optional<String> account,
    Optional<String> region) {

  /** The name of the pipeline's own stack. */
  public static final String PIPELINE = "pipeline";

  /** Whether it is the pipeline's own stack. */
  public boolean isPipeline() {
    return kind.isEmpty();
  }

  /**
   * Ends here in another account than the part's.
   *
   * @throws DeploymentException that names both
   */
  public void demandAccount(Caller caller) {
    if (account.isPresent() && !account.get().equals(caller.account())) {
      throw new DeploymentException(
          "the credentials belong to account "
              + caller.account()
              + " ("
              + caller.arn()
              + "), but "
              + (kind.equals(Optional.of(SupportTemplate.Kind.TARGET))
                  ? "stack " + stackName + " is in account `" + account.get() + "`"
                  : Setting.of("account", account.get()))
              + ". Use credentials of that account; nothing was changed there.");
    }
  }

  /** The same in another region. */
  StackPart in(Optional<String> other) {
    return new StackPart(kind, name, stackName, account, other);
  }
}
