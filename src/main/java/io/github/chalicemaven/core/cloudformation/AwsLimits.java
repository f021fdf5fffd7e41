package io.github.chalicemaven.core.cloudformation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that AWS's services take, and their quotas. The patterns are those of the services' API
 * models (botocore); each matches a whole name.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">
 *     CloudFormation quotas</a>
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html">CodePipeline
 *     quotas</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM
 *     quotas</a>
 */
public final class AwsLimits {

  /** An account. */
  public static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  /**
   * A region, as far as the names follow a pattern: a new one needs no release.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS
   *     regions</a>
   */
  public static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]{2,12}){1,2}-\\d{1,2}");

  // Names.

  public static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9]{1,255}");
  public static final int MAX_STACK_NAME = 128;
  public static final Pattern STACK = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");
  public static final String STACK_ADVICE =
      "use letters, digits and hyphens, starting with a letter, at most 128 characters.";
  public static final Pattern CHANGE_SET = STACK;
  public static final Pattern CODECOMMIT_REPOSITORY =
      Pattern.compile("(?!.*\\.git$)[A-Za-z0-9_.-]{1,100}");
  public static final Pattern CODEBUILD_PROJECT =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{1,149}");
  public static final Pattern CODEBUILD_REPORT_GROUP = Pattern.compile(".{2,128}");

  /** The name of a container image, with its registry, tag or digest. */
  public static final Pattern CODEBUILD_IMAGE =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:@-]{0,254}");

  public static final int MAX_CONNECTION_NAME = 32;
  public static final Pattern CONNECTION = Pattern.compile("(?s).{1," + MAX_CONNECTION_NAME + "}");

  /** A pipeline, a stage or an action. */
  public static final Pattern PIPELINE = Pattern.compile("[A-Za-z0-9.@_-]{1,100}");

  public static final Pattern PIPELINE_ARTIFACT = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  public static final Pattern PIPELINE_NAMESPACE = Pattern.compile("[A-Za-z0-9@_-]{1,100}");
  public static final Pattern NOTIFICATION_RULE = Pattern.compile("[A-Za-z0-9_ -]{1,64}");
  public static final Pattern EVENTS_RULE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  public static final Pattern IAM_POLICY = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,128}");
  public static final int MAX_ROLE_NAME = 64;
  public static final Pattern IAM_ROLE =
      Pattern.compile("[A-Za-z0-9_+=,.@-]{1," + MAX_ROLE_NAME + "}");
  public static final Pattern ROLE_ARN =
      Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/[A-Za-z0-9+=,.@_/-]{1,512}");
  public static final Pattern KMS_ALIAS = Pattern.compile("alias/(?!aws/)[A-Za-z0-9:/_-]{1,250}");
  public static final Pattern LOG_GROUP = Pattern.compile("[A-Za-z0-9._/#-]{1,512}");
  public static final int MAX_BUCKET_NAME = 63;
  public static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  public static final Pattern TOPIC =
      Pattern.compile("[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\\.fifo");

  /** With any suffix that a template adds, {@code Pipeline} the tightest, AWS takes the name. */
  public static final int MAX_APPLICATION_NAME = 92;

  public static final Pattern APPLICATION =
      Pattern.compile("[A-Za-z][A-Za-z0-9-]{0," + (MAX_APPLICATION_NAME - 1) + "}");

  // Templates.

  public static final int MAX_RESOURCES = 500;
  public static final int MAX_PARAMETERS = 200;
  public static final int MAX_OUTPUTS = 200;
  public static final int MAX_DESCRIPTION_BYTES = 1_024;
  public static final int MAX_PARAMETER_BYTES = 4_096;
  public static final int MAX_TEMPLATE_BYTES = 1_000_000;

  /** What {@code aws cloudformation deploy} hands over without a bucket. */
  public static final int MAX_DIRECT_TEMPLATE_BYTES = 51_200;

  /** Whether CloudFormation takes a template's text without a bucket. */
  public static boolean isDirectTemplate(String text) {
    return bytes(text) <= MAX_DIRECT_TEMPLATE_BYTES;
  }

  /** How many bytes CloudFormation counts. */
  public static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Properties that are lists, but take one item. */
  public static final Set<String> LISTS_OF_ONE = Set.of("ServerSideEncryptionConfiguration");

  // Policies, in characters without white space.

  public static final int MAX_INLINE_POLICIES = 10_240;
  public static final int MAX_MANAGED_POLICY = 6_144;
  public static final int MAX_TRUST_POLICY = 2_048;
  public static final int MAX_BUCKET_POLICY = 20_480;
  public static final int MAX_KEY_POLICY = 32_768;

  /** On one role. */
  public static final int MAX_MANAGED_POLICIES = 10;

  // Pipelines.

  public static final int MIN_STAGES = 2;
  public static final int MAX_STAGES = 50;
  public static final int MAX_ACTIONS = 50;
  public static final int MAX_RUN_ORDER = 999;
  public static final int MAX_CUSTOM_DATA = 1_000;

  /** The retentions that CloudWatch Logs supports, ascending. */
  public static final List<Integer> LOG_RETENTION_DAYS =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  public static final int MAX_LOG_RETENTION_DAYS =
      LOG_RETENTION_DAYS.get(LOG_RETENTION_DAYS.size() - 1);

  /** A build, an approval or a rule. */
  public static final int MIN_TIMEOUT_MINUTES = 5;

  public static final int MAX_TIMEOUT_MINUTES = 86_400;

  /**
   * A build: CodeBuild takes up to 2,160, the schema of {@code AWS::CodeBuild::Project} no more
   * than this.
   */
  public static final int MAX_BUILD_MINUTES = 480;

  /** {@code ParameterOverrides} of a CloudFormation action, which is JSON. */
  public static final int MAX_OVERRIDES_BYTES = 1_000;

  private AwsLimits() {}
}
