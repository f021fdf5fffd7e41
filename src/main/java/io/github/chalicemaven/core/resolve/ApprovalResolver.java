package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.ApprovalSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Resolves {@code <approval>}. */
final class ApprovalResolver {

  /** Besides those of the source and of the build. */
  private static final int MOST_STAGES_AND_APPROVALS = AwsLimits.MAX_STAGES - 2;

  private static final Pattern URL = Pattern.compile("https?://[^\\s\\p{Cntrl}]{1,2000}");

  private final SettingReader reader;

  ApprovalResolver(Problems problems) {
    this.reader = new SettingReader(problems);
  }

  /** Checks that the pipeline has room for the stages, each approval being a stage of its own. */
  static void checkCount(List<StageSettings> given, Problems problems) {
    long approvals = given.stream().filter(stage -> stage.approval != null).count();
    if (given.size() + approvals > MOST_STAGES_AND_APPROVALS) {
      problems.add(
          "<stages> has "
              + given.size()
              + " stages and "
              + approvals
              + " approvals: at most "
              + MOST_STAGES_AND_APPROVALS
              + " in all are allowed, each being a stage of the pipeline.");
    }
  }

  /** An approval; it is what the user wants only if no problem was added. */
  Stage.Approval resolve(String place, ApprovalSettings approval) {
    Optional<Integer> timeout =
        Optional.ofNullable(approval.timeoutMinutes)
            .map(
                minutes ->
                    reader.number(
                        place + "<timeoutMinutes>",
                        minutes,
                        AwsLimits.MIN_TIMEOUT_MINUTES,
                        AwsLimits.MIN_TIMEOUT_MINUTES,
                        AwsLimits.MAX_TIMEOUT_MINUTES));
    return new Stage.Approval(
        reader.freeText(place + "<message>", approval.message, 1_000),
        reader.matching(
            place + "<reviewUrl>",
            approval.reviewUrl,
            URL,
            "use a URL that starts with https:// or http://."),
        reader.topic(place, approval.topicArn, approval.email),
        timeout,
        reader.choice(place + "<when>", approval.when, When.AFTER_CHANGE_SET, When.class)
            == When.AFTER_CHANGE_SET);
  }

  private enum When {
    BEFORE_CHANGE_SET,
    AFTER_CHANGE_SET
  }
}
