package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.CamelCase;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.Sha256;
import io.github.chalicemaven.core.pipeline.Home;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import java.util.Locale;
import java.util.Optional;

/**
 * Names that templates of other accounts and regions have to know before the resources exist. A
 * name that would be too long is cut, and made unique by six digits of a hash.
 */
record FixedNames(V3Pipeline pipeline) {

  /** Cut from the front of a hash; what it replaces is hardly ever alike. */
  private static final int HASH_DIGITS = 6;

  /** What is kept of the pipeline's name where CodePipeline may shorten it: to 20 characters. */
  private static final int KEPT_OF_PIPELINE = 10;

  /** The pipeline's account and region; only where a stage is elsewhere. */
  Home home() {
    return pipeline.home().orElseThrow();
  }

  /** Where a stage is, as a template of its account names it, which may be in another region. */
  Place place(Stage stage) {
    return Place.of(stage.target().region().or(() -> Optional.of(home().region())));
  }

  /** The pipeline's role. */
  String pipelineRole() {
    return joined(pipeline.appName(), "-pipeline", AwsLimits.MAX_ROLE_NAME);
  }

  /** The ARN of the pipeline's role, or of the user's own, from any account. */
  Value pipelineRoleArn() {
    return pipeline
        .options()
        .roles()
        .pipeline()
        .<Value>map(Value::text)
        .orElseGet(
            () ->
                roleArn(
                    home().account(), pipeline.options().rolePath().orElse("/"), pipelineRole()));
  }

  /** The role with which the pipeline acts in a stage's account. */
  String actionRole(Stage stage) {
    return ofStage(stage, "-action");
  }

  /** The role with which CloudFormation deploys a stage in its account. */
  String deployRole(Stage stage) {
    return ofStage(stage, "-deploy");
  }

  /** The ARN of {@link #actionRole}, from any account. */
  Value actionRoleArn(Stage stage) {
    return arnOf(stage, actionRole(stage));
  }

  /** The ARN of {@link #deployRole}, or of the user's own, from any account. */
  Value deployRoleArn(Stage stage) {
    return pipeline
        .deployment(stage)
        .roleArn()
        .<Value>map(Value::text)
        .orElseGet(() -> arnOf(stage, deployRole(stage)));
  }

  private static Value arnOf(Stage stage, String role) {
    return roleArn(
        stage.target().account().orElseThrow(), stage.target().rolePath().orElse("/"), role);
  }

  private static Value roleArn(String account, String path, String name) {
    return Arns.iam(account, "role" + path + name);
  }

  /** The bucket of the pipeline's artifacts in another region. */
  String artifactBucket(String region) {
    return bucket("-artifacts-", region);
  }

  /** The bucket of the packaged application in another region. */
  String applicationBucket(String region) {
    return bucket("-code-", region);
  }

  /** The bucket of access logs in another region. */
  String logBucket(String region) {
    return bucket("-logs-", region);
  }

  /**
   * What the keys of the pipeline's artifacts begin with; others may lie in the bucket.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts-how-it-works.html">How
   *     artifacts are handled</a>
   */
  String artifactKeys() {
    String name = pipeline.appName() + "Pipeline";
    return name.substring(0, Math.min(KEPT_OF_PIPELINE, name.length())) + "*";
  }

  /** The parameter with the ARN of another region's key, for example {@code KeyArnEuWest1}. */
  static String keyParameter(String region) {
    return "KeyArn" + CamelCase.of(region);
  }

  private String ofStage(Stage stage, String duty) {
    return joined(pipeline.appName() + "-" + stage.id(), duty, AwsLimits.MAX_ROLE_NAME);
  }

  private String bucket(String what, String region) {
    return joined(
        pipeline.appName().toLowerCase(Locale.ROOT),
        what + home().account() + "-" + region,
        AwsLimits.MAX_BUCKET_NAME);
  }

  private static String joined(String name, String end, int most) {
    int kept = most - end.length();
    if (name.length() <= kept) {
      return name + end;
    }
    return name.substring(0, kept - HASH_DIGITS - 1)
        + "-"
        + Sha256.of(name).substring(0, HASH_DIGITS)
        + end;
  }
}
