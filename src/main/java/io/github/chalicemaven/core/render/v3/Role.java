package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.pipeline.Stage;
import java.util.List;

/**
 * A role of the template.
 *
 * @param logicalId of the role
 * @param access its own policy
 * @param service the service that assumes it, for example {@code codebuild}
 * @param duty what it is for
 * @param managedPolicyArns other policies of the role
 */
record Role(
    String logicalId, Policy access, String service, String duty, List<String> managedPolicyArns) {

  static final Role BUILD =
      of(
          LogicalIds.BUILD_ROLE,
          LogicalIds.BUILD_ACCESS,
          "codebuild",
          "Tests and packages the application");

  static final Role TESTS =
      of("StageTestRole", LogicalIds.TESTS_ACCESS, "codebuild", "Tests the deployed application");

  static final Role PIPELINE =
      of(LogicalIds.PIPELINE_ROLE, LogicalIds.PIPELINE_ACCESS, "codepipeline", "Runs the pipeline");

  static final Role EVENTS =
      of("SourceChangeRole", "SourceChangeAccess", "events", "Starts the pipeline");

  /** The role of a stage's tests that need permissions of their own. */
  static Role testsOf(Stage stage) {
    return of(
        "TestRole" + stage.id(),
        "TestAccess" + stage.id(),
        "codebuild",
        "Tests the application in the stage " + stage.id());
  }

  /** The role with which the pipeline acts in the account of a stage. */
  static Role actionOf(Stage stage) {
    return of(
        "ActionRole" + stage.id(),
        "ActionAccess" + stage.id(),
        "codepipeline",
        "Lets the pipeline deploy the stage " + stage.id());
  }

  private static Role of(String logicalId, String accessId, String service, String duty) {
    return new Role(logicalId, new Policy(accessId, duty), service, duty, List.of());
  }

  /** The ARN. */
  Value arn() {
    return getAtt(logicalId, "Arn");
  }

  /** A managed policy of the template, of one role or of several. */
  record Policy(String logicalId, String duty) {}
}
