package io.github.chalicemaven.core.template.staged;

import static io.github.chalicemaven.core.cloudformation.Value.getAtt;

import io.github.chalicemaven.core.cloudformation.Value;
import java.util.List;

/**
 * A role of the template.
 *
 * @param logicalId of the role
 * @param accessId the logical ID of its policy
 * @param service the service that assumes it, for example {@code codebuild}
 * @param duty what it is for
 * @param managedPolicyArns other policies of the role
 */
record Role(
    String logicalId,
    String accessId,
    String service,
    String duty,
    List<String> managedPolicyArns) {

  static final Role BUILD =
      new Role(
          "CodeBuildRole", "CodeBuildAccess", "codebuild", "Tests and packages the application");

  static final Role TESTS =
      new Role("StageTestRole", "StageTestAccess", "codebuild", "Tests the deployed application");

  static final Role PIPELINE =
      new Role("CodePipelineRole", "CodePipelineAccess", "codepipeline", "Runs the pipeline");

  static final Role EVENTS =
      new Role("SourceChangeRole", "SourceChangeAccess", "events", "Starts the pipeline");

  private Role(String logicalId, String accessId, String service, String duty) {
    this(logicalId, accessId, service, duty, List.of());
  }

  /** The ARN. */
  Value arn() {
    return getAtt(logicalId, "Arn");
  }
}
