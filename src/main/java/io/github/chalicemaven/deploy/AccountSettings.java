package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.settings.SettingsElement;

/** Credentials for an account that stages are deployed to: the account, and one of the others. */
public final class AccountSettings implements SettingsElement {

  /**
   * The account, 12 digits.
   *
   * <pre>{@code <id>444455556666</id>}</pre>
   *
   * @since 0.1.0
   */
  public String id;

  /**
   * A profile of {@code ~/.aws/config} for the account.
   *
   * <pre>{@code <profile>production</profile>}</pre>
   *
   * @since 0.1.0
   */
  public String profile;

  /**
   * A role of the account that the goal's own credentials may assume.
   *
   * <pre>{@code <roleArn>arn:aws:iam::777788889999:role/deploy</roleArn>}</pre>
   *
   * @since 0.1.0
   */
  public String roleArn;
}
