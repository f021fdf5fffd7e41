package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.Partition;
import io.github.chalicemaven.core.pipeline.Home;
import io.github.chalicemaven.core.pipeline.Target;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Resolves where the pipeline is, and where its stages are: {@code <account>} and {@code <region>},
 * of the pipeline and of each stage.
 */
final class TargetResolver {

  private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");

  private final PipelineSettings settings;
  private final Problems problems;
  private final SettingReader reader;

  TargetResolver(PipelineSettings settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
    this.reader = new SettingReader(problems);
  }

  /** Where the pipeline is, if a stage is elsewhere; problems name what is missing or wrong. */
  Optional<Home> home() {
    new AccountRules(settings, problems).check();
    Optional<String> account = reader.account(Setting.place("account"), settings.account);
    Optional<String> region = reader.region(Setting.place("region"), settings.region);
    Optional<String> organization =
        reader.matching(
            Setting.place("organizationId"),
            settings.organizationId,
            ORGANIZATION,
            "use the ID of an AWS organization, such as o-a1b2c3d4e5.");
    boolean elsewhere =
        SettingReader.orEmpty(settings.stages).stream()
            .anyMatch(stage -> stage.account != null || stage.region != null);
    if (!elsewhere) {
      return Optional.empty();
    }
    checkNotInChina(Setting.place("region"), settings.region);
    demand("account", settings.account);
    demand("region", settings.region);
    noteOwnKey();
    return Optional.of(
        new Home(
            account.orElse(SettingReader.PLACEHOLDER),
            region.orElse(SettingReader.PLACEHOLDER),
            organization));
  }

  /** Its policy is the user's: without these statements, no other account can read artifacts. */
  private void noteOwnKey() {
    boolean isOwn = Arn.of(settings.encryption).isPresent();
    if (isOwn && settings.stages.stream().anyMatch(stage -> stage.account != null)) {
      problems.note(
          "Before the first execution, extend the policy of "
              + settings.encryption
              + " so that the action and deployment roles of other accounts may use the key"
              + " through S3. See `Order of work` on the page about other accounts and regions.");
    }
  }

  private void demand(String parameter, String value) {
    if (value == null) {
      problems.add(
          Setting.place(parameter)
              + " is required if a stage has an <account> or a <region>, because the policies on"
              + " both sides name the pipeline's account and region. Set it to where the pipeline"
              + " is deployed.");
    }
  }

  private void checkNotInChina(String place, String value) {
    if (partition(value).equals(Optional.of(Partition.CHINA))) {
      problems.add(
          new Setting(place, value),
          "stages in other accounts and regions are not supported in China. Use another region, or a"
              + " pipeline for each account and region.");
    }
  }

  /** Where a stage is; it is what the user wants only if no problem was added. */
  Target target(String place, StageSettings stage) {
    Optional<String> inAccount =
        reader
            .account(place + "<account>", stage.account)
            .filter(other -> !other.equals(settings.account));
    Optional<String> inRegion =
        reader
            .region(place + "<region>", stage.region)
            .filter(other -> !other.equals(settings.region));
    checkNotInChina(place + "<region>", stage.region);
    checkPartition(place, stage);
    if (inAccount.isEmpty()) {
      onlyInOtherAccount(place + "<permissionsBoundary>", stage.permissionsBoundary);
      onlyInOtherAccount(place + "<rolePath>", stage.rolePath);
      return new Target(inAccount, inRegion, Optional.empty(), Optional.empty());
    }
    if (AwsLimits.ACCOUNT.matcher(stage.account).matches()) {
      checkOtherAccount(place, stage);
    }
    return new Target(
        inAccount,
        inRegion,
        boundary(place + "<permissionsBoundary>", stage),
        reader
            .rolePath(place + "<rolePath>", stage.rolePath)
            .or(() -> Optional.ofNullable(settings.rolePath).filter(path -> !path.isEmpty())));
  }

  /** Empty where the region is not given, or has no valid name. */
  private static Optional<Partition> partition(String region) {
    return Optional.ofNullable(region)
        .filter(name -> AwsLimits.REGION.matcher(name).matches())
        .map(Partition::of);
  }

  private void onlyInOtherAccount(String place, String value) {
    if (value != null) {
      problems.add(
          new Setting(place, value),
          "it applies only to a stage in another account. Set the stage's <account>, or use the"
              + " element of the same name next to <stages>.");
    }
  }

  private void checkPartition(String place, StageSettings stage) {
    Optional<Partition> own = partition(settings.region);
    Optional<Partition> other = partition(stage.region);
    if (own.isPresent()
        && other.isPresent()
        && other.get() != own.get()
        && other.get() != Partition.CHINA) {
      problems.add(
          new Setting(place + "<region>", stage.region),
          "it is in the partition "
              + other.get().id()
              + ", and the pipeline's region "
              + settings.region
              + " is in "
              + own.get().id()
              + ": no role can be assumed in another partition. Use a pipeline for each.");
    }
  }

  private void checkOtherAccount(String place, StageSettings stage) {
    if ("s3".equals(settings.encryption)) {
      problems.add(
          new Setting(place + "<account>", stage.account),
          "with <encryption>s3</encryption>, no other account can read the artifacts. Use"
              + " <encryption>kms</encryption>, or deploy to the pipeline's account.");
    }
    String alarm =
        "a CloudWatch alarm of another account cannot be watched: CodePipeline looks for alarms"
            + " in the pipeline's account. Leave it out, or deploy to the pipeline's account.";
    if (stage.alarm != null) {
      problems.add(place + "<alarm>: " + alarm);
    }
    if (stage.healthyAlarm != null) {
      problems.add(place + "<healthyAlarm>: " + alarm);
    }
    if (!SettingReader.orEmpty(stage.testCommands).isEmpty()) {
      problems.note(
          place
              + "<testCommands> run in the pipeline's account, which does not see the stack in "
              + Setting.shown(stage.account)
              + ", so the stack's outputs are not available as variables.");
    }
    checkDeployment(place, stage);
  }

  /** Policies and roles that exist must be in the account of the stage that uses them. */
  private void checkDeployment(String place, StageSettings stage) {
    boolean isOwn = stage.deployment != null;
    DeploymentSettings deployment = isOwn ? stage.deployment : settings.deployment;
    if (deployment == null) {
      return;
    }
    String element = (isOwn ? place : "") + "<deployment>";
    String advice =
        "stage `"
            + Setting.shown(String.valueOf(stage.name))
            + "` is in the account "
            + Setting.shown(stage.account)
            + ", which cannot use it. Set one of that account in the <deployment> of the stage.";
    if (Arn.of(deployment.roleArn).filter(arn -> isElsewhere(arn, stage)).isPresent()) {
      problems.add(new Setting(element + "<roleArn>", deployment.roleArn), advice);
    }
    for (String policy : SettingReader.orEmpty(deployment.managedPolicyArns)) {
      if (Arn.of(policy).filter(arn -> isElsewhere(arn, stage)).isPresent()) {
        problems.add(new Setting(element + "<managedPolicyArns>", policy), advice);
      }
    }
  }

  private static boolean isElsewhere(Arn arn, StageSettings stage) {
    return !arn.isUsableIn(stage.account);
  }

  /** A policy of the stage's account, or one of AWS's own, which every account has. */
  private Optional<String> boundary(String place, StageSettings stage) {
    String advice =
        "a permissions boundary must be in the same account as the role. Set"
            + " <permissionsBoundary> of the stage to the ARN of a policy in "
            + Setting.shown(stage.account)
            + ".";
    if (stage.permissionsBoundary == null) {
      Optional<String> common =
          Optional.ofNullable(settings.permissionsBoundary).filter(arn -> !arn.isEmpty());
      if (common.flatMap(Arn::of).filter(arn -> isElsewhere(arn, stage)).isPresent()) {
        problems.add(
            new Setting(Setting.place("permissionsBoundary"), common.get()),
            "stage `"
                + Setting.shown(String.valueOf(stage.name))
                + "` is in another account, and "
                + advice);
      }
      return common;
    }
    Optional<String> own = reader.policyArn(place, stage.permissionsBoundary);
    if (own.flatMap(Arn::of).filter(arn -> isElsewhere(arn, stage)).isPresent()) {
      problems.add(new Setting(place, stage.permissionsBoundary), advice);
    }
    return own;
  }
}
