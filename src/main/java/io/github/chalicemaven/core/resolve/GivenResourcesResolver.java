package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.pipeline.GivenRoles;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.RolesSettings;
import java.util.Optional;
import java.util.regex.Pattern;

/** Resolves what exists already: a KMS key in {@code <encryption>}, and {@code <roles>}. */
final class GivenResourcesResolver {

  private static final Pattern KEY_ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/"
              + "(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final Problems problems;
  private final SettingReader reader;

  GivenResourcesResolver(Problems problems) {
    this.problems = problems;
    this.reader = new SettingReader(problems);
  }

  /** The key that exists, where {@code <encryption>} is not one of the words for others. */
  Optional<String> keyArn(String encryption) {
    if (encryption == null || encryption.equals("kms") || encryption.equals("s3")) {
      return Optional.empty();
    }
    if (!KEY_ARN.matcher(encryption).matches()) {
      problems.add(
          Setting.of("encryption", encryption), "use one of kms, s3, or the ARN of a KMS key.");
      return Optional.empty();
    }
    problems.note(
        "Before the deployment, the policy of "
            + encryption
            + " must allow CloudWatch Logs to use the key, and IAM policies of the account to grant"
            + " its use. See `Your own key and roles` in the plugin's documentation.");
    return Optional.of(encryption);
  }

  /** The roles that exist. */
  GivenRoles roles(RolesSettings roles) {
    return roles == null
        ? GivenRoles.NONE
        : new GivenRoles(
            role("pipeline", roles.pipeline, LogicalIds.PIPELINE_ACCESS),
            role("build", roles.build, LogicalIds.BUILD_ACCESS),
            role("tests", roles.tests, LogicalIds.TESTS_ACCESS));
  }

  private Optional<String> role(String element, String arn, String policy) {
    Optional<String> role = reader.roleArn("<roles><" + element + ">", arn, "pipeline");
    role.ifPresent(
        given ->
            problems.note(
                "After the deployment, attach the managed policy in the stack's output "
                    + policy
                    + "Arn to "
                    + Setting.shown(given)
                    + ". The template does not change this role."));
    return role;
  }
}
