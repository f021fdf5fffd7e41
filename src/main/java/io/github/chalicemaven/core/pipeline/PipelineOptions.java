package io.github.chalicemaven.core.pipeline;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds a pipeline.
 *
 * @param customerKey whether one KMS key of the template encrypts what the pipeline stores, rather
 *     than S3's and SNS's own
 * @param logRetentionDays one of the numbers that CloudWatch Logs supports
 * @param artifactRetentionDays after which old artifacts are deleted, 1 to 3650
 * @param tags of every resource that supports tags
 * @param permissionsBoundary the ARN of a managed policy, for every role
 * @param rolePath of every role and managed policy
 * @param keyArn a KMS key that exists, instead of the template's
 * @param roles that exist, instead of the template's
 */
public record PipelineOptions(
    boolean customerKey,
    int logRetentionDays,
    int artifactRetentionDays,
    ExecutionMode executionMode,
    Optional<Notifications> notifications,
    Map<String, String> tags,
    Optional<String> permissionsBoundary,
    Optional<String> rolePath,
    Optional<String> keyArn,
    GivenRoles roles) {

  /** Ten years. */
  public static final int MAX_ARTIFACT_RETENTION_DAYS = 3_650;

  public PipelineOptions {
    Guard.within(
        "PipelineOptions.logRetentionDays", logRetentionDays, 1, AwsLimits.MAX_LOG_RETENTION_DAYS);
    Guard.within(
        "PipelineOptions.artifactRetentionDays",
        artifactRetentionDays,
        1,
        MAX_ARTIFACT_RETENTION_DAYS);
    Guard.given("PipelineOptions.executionMode", executionMode);
    Guard.given("PipelineOptions.notifications", notifications);
    tags = Guard.sorted("PipelineOptions.tags", tags);
    Guard.optionalText("PipelineOptions.permissionsBoundary", permissionsBoundary);
    Guard.optionalText("PipelineOptions.rolePath", rolePath);
    Guard.optionalText("PipelineOptions.keyArn", keyArn);
    Guard.demand(customerKey || keyArn.isEmpty(), "PipelineOptions.keyArn", " encrypts nothing");
    Guard.given("PipelineOptions.roles", roles);
  }

  /** What a pipeline does with an execution that starts while another one runs. */
  public enum ExecutionMode {
    SUPERSEDED,
    QUEUED
  }

  /** Who is notified of which events. */
  public record Notifications(List<Event> events, Topic topic) {
    public Notifications {
      events = Guard.filled("Notifications.events", events);
      Guard.given("Notifications.topic", topic);
    }
  }

  /** The events that people can be notified of. */
  public enum Event {
    FAILED("failed"),
    APPROVAL_NEEDED("approval-needed"),
    SUCCEEDED("succeeded");

    private final String id;

    Event(String id) {
      this.id = id;
    }

    /** As users write it, for example {@code approval-needed}. */
    @Override
    public String toString() {
      return id;
    }
  }
}
