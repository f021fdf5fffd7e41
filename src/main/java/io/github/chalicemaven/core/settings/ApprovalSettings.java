package io.github.chalicemaven.core.settings;

/** A manual approval. {@code <approval/>} alone is enough. */
public final class ApprovalSettings implements SettingsElement {

  /**
   * What the approver reads, at most 1,000 characters.
   *
   * <pre>{@code <message>Release to customers?</message>}</pre>
   *
   * @since 0.1.0
   */
  public String message;

  /**
   * What the approver should look at; the application's stack by default.
   *
   * <pre>{@code <reviewUrl>https://beta.example.com</reviewUrl>}</pre>
   *
   * @since 0.1.0
   */
  public String reviewUrl;

  /**
   * ARN of an SNS topic to notify.
   *
   * <pre>{@code <topicArn>arn:aws:sns:eu-west-1:123456789012:approvals</topicArn>}</pre>
   *
   * @since 0.1.0
   */
  public String topicArn;

  /**
   * Email address to notify; the template creates a topic for it.
   *
   * <pre>{@code <email>ops@example.com</email>}</pre>
   *
   * @since 0.1.0
   */
  public String email;

  /**
   * How long the pipeline waits, 5 to 86400 minutes; CodePipeline's default is 7 days.
   *
   * <pre>{@code <timeoutMinutes>1440</timeoutMinutes>}</pre>
   *
   * @since 0.1.0
   */
  public String timeoutMinutes;

  /**
   * {@code after-change-set} (default), where the approver sees it, or {@code before-change-set}.
   *
   * <pre>{@code <when>before-change-set</when>}</pre>
   *
   * @since 0.1.0
   */
  public String when;
}
