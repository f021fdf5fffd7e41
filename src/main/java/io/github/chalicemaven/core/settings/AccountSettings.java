package io.github.chalicemaven.core.settings;

/** Credentials for an account that stages are deployed to: {@code profile} or {@code roleArn}. */
public final class AccountSettings implements SettingsElement {

  /**
   * The ID of the account, 12 digits.
   *
   * <pre>{@code <id>444455556666</id>}</pre>
   *
   * @since 0.1.0
   */
  public String id;

  /**
   * A profile of {@code ~/.aws/config} with credentials of the account; instead of {@code roleArn}.
   *
   * <pre>{@code <profile>production</profile>}</pre>
   *
   * @since 0.1.0
   */
  public String profile;

  /**
   * The ARN of a role of the account, which the goal's own credentials may assume; instead of
   * {@code profile}.
   *
   * <pre>{@code <roleArn>arn:aws:iam::777788889999:role/deploy</roleArn>}</pre>
   *
   * @since 0.1.0
   */
  public String roleArn;
}
