package io.github.chalicemaven.core.settings;

import java.util.List;

/** Who is told of what happens in the pipeline ({@code v3}). */
public final class NotificationSettings {

  /** {@code failed}, {@code approval-needed}, {@code succeeded}; the first two by default. */
  public List<String> events;

  /** An address that is told; the template makes an encrypted topic for it. */
  public String email;

  /** An SNS topic that is told; its policy must let EventBridge publish. */
  public String topicArn;
}
