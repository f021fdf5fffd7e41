package io.github.chalicemaven.core.settings;

/** A manual approval. {@code <approval/>} alone is enough. */
public final class ApprovalSettings {

  /** What the approver reads, at most 1,000 characters. */
  public String message;

  /** What the approver should look at; the application's stack by default. */
  public String reviewUrl;

  /** An SNS topic that is told. */
  public String topicArn;

  /** An address that is told; the template makes a topic for it. */
  public String email;

  /** 5 to 86400 minutes; CodePipeline's default is 7 days. */
  public String timeoutMinutes;

  /**
   * {@code after-change-set} (default), where the approver sees it, or {@code before-change-set}.
   */
  public String when;
}
