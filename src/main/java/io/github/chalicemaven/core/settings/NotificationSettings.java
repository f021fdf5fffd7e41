package io.github.chalicemaven.core.settings;

import java.util.List;

/** Notifications of the pipeline's events ({@code v3}). */
public final class NotificationSettings implements SettingsElement {

  /**
   * {@code failed}, {@code approval-needed}, {@code succeeded}; the first two by default.
   *
   * <pre>{@code <events><event>failed</event></events>}</pre>
   *
   * @since 0.1.0
   */
  public List<String> events;

  /**
   * Email address to notify; the template creates an encrypted topic for it.
   *
   * <pre>{@code <email>ops@example.com</email>}</pre>
   *
   * @since 0.1.0
   */
  public String email;

  /**
   * ARN of an SNS topic to notify; its policy must allow EventBridge to publish.
   *
   * <pre>{@code <topicArn>arn:aws:sns:eu-west-1:123456789012:pipelines</topicArn>}</pre>
   *
   * @since 0.1.0
   */
  public String topicArn;
}
