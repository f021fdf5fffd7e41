package io.github.chalicemaven.core.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.pipeline.BuildOptions.Variable;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.AlarmSettings;
import io.github.chalicemaven.core.settings.ApprovalSettings;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.EnvironmentVariableSettings;
import io.github.chalicemaven.core.settings.NotificationSettings;
import io.github.chalicemaven.core.settings.PipIndexSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import io.github.chalicemaven.core.settings.VpcSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Resolves what only {@code v3} has: build options, stages, deployment, operations. */
final class StagedPipelineResolver {

  /** A connection's name is the application's. */
  private static final int LONGEST_CONNECTION_NAME = 32;

  /**
   * CloudFormation shortens the stack's name where a physical name, {@code
   * stack-LogicalId-0123456789AB}, would have more than 64 characters; longer stack names than this
   * leave less than 24 characters for the logical ID.
   */
  private static final int LONGEST_UNSHORTENED_STACK_NAME = 26;

  private static final int MOST_STAGES = 40;

  /** The quota for {@code ParameterOverrides}, which is JSON, in bytes. */
  private static final int MOST_OVERRIDES = 1_000;

  private static final int QUOTES_AND_COMMA = 6;

  private static final Pattern STAGE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,29}");
  private static final Pattern CHALICE_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
  private static final Pattern CHALICE_STAGE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,63}");
  private static final Pattern STACK_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");
  private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9]{1,255}");
  private static final Pattern CAPABILITY =
      Pattern.compile("CAPABILITY_(IAM|NAMED_IAM|AUTO_EXPAND)");
  private static final Pattern URL = Pattern.compile("https?://[^\\s\\p{Cntrl}]{1,2000}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>{}$]+@[A-Za-z0-9.-]+");
  private static final Pattern TOPIC_ARN =
      Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}");
  private static final Pattern POLICY_ARN =
      Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}|aws):policy/[A-Za-z0-9+=,.@_/-]+");
  private static final Pattern ROLE_ARN =
      Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/[A-Za-z0-9+=,.@_/-]+");
  private static final Pattern ROLE_PATH = Pattern.compile("/([!-~&&[^$*?]]{1,510}/)?");
  private static final Pattern ALARM = Pattern.compile("[^\\p{Cntrl}*?$]{1,255}");
  private static final Pattern TAG_KEY =
      Pattern.compile("(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128}");
  private static final Pattern TAG_VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{0,256}");
  private static final Pattern VARIABLE = Pattern.compile("(?!CODEBUILD_)[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern PARAMETER_NAME =
      Pattern.compile("[A-Za-z0-9_.-]+|(/[A-Za-z0-9_.-]+)+");
  private static final Pattern SECRET =
      Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}(:[A-Za-z0-9_.-]+)?");
  private static final Pattern ARTIFACT_DOMAIN = Pattern.compile("[a-z][a-z0-9-]{0,48}[a-z0-9]");
  private static final Pattern ARTIFACT_REPOSITORY =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,99}");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern PATH = Pattern.compile("(?!/)(?!.*\\.\\.)[^\\p{Cntrl}]{1,255}");

  private static final List<Integer> LOG_RETENTION =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  private final PipelineSettings settings;
  private final ChaliceApp app;
  private final Problems problems;
  private final Checks checks;

  StagedPipelineResolver(PipelineSettings settings, ChaliceApp app, Problems problems) {
    this.settings = settings;
    this.app = app;
    this.problems = problems;
    this.checks = new Checks(problems);
  }

  /** The pipeline; it is valid only if no problem was added. */
  StagedPipeline resolve(String appName, Source source, Build build) {
    if (source instanceof Source.Connection connection
        && connection.connectionArn().isEmpty()
        && appName != null
        && appName.length() > LONGEST_CONNECTION_NAME) {
      problems.add(
          Setting.of("appName", appName),
          "the connection that the template creates is named like the application, in at most "
              + LONGEST_CONNECTION_NAME
              + " characters. Use a shorter name, or an existing connection with"
              + " <source><connectionArn>.");
    }
    BuildOptions options = options();
    List<Stage> stages = stages(appName);
    Operations operations = operations();
    if (operations.executionMode() == Operations.ExecutionMode.PARALLEL
        && stages.stream().anyMatch(StagedPipelineResolver::rollsBack)) {
      problems.add(
          Setting.of("executionMode", "parallel"),
          "CodePipeline rolls no stage back in this mode. Use queued or superseded, or"
              + " <onFailure>stop</onFailure> and no alarm in each stage.");
    }
    String chaliceName = app.config().appName().map(Setting::value).orElse(appName);
    if (settings.appName != null) {
      checks.matching(
          "app_name in .chalice/config.json",
          chaliceName,
          CHALICE_NAME,
          "use letters, digits, hyphens, underscores and dots.");
    }
    return new StagedPipeline(
        appName, chaliceName, source, build, options, stages, deployment(), operations);
  }

  private static boolean rollsBack(Stage stage) {
    return stage.onFailure() == Stage.OnFailure.ROLLBACK || stage.alarm().isPresent();
  }

  private BuildOptions options() {
    BuildSettings build = settings.build == null ? new BuildSettings() : settings.build;
    return new BuildOptions(
        computeType(build.computeType),
        checks.number("<build><timeoutMinutes>", build.timeoutMinutes, 60, 5, 2160),
        checks.truth("<build><privilegedMode>", build.privilegedMode),
        checks.choice(
            "<build><cache>", build.cache, BuildOptions.Cache.NONE, BuildOptions.Cache.class),
        Optional.ofNullable(build.vpc).map(this::vpc),
        variables(build.environmentVariables),
        Optional.ofNullable(build.pipIndex).map(this::pipIndex),
        checks.commands("<build><installCommands><command>", build.installCommands),
        checks.commands("<build><testCommands><command>", build.testCommands),
        checks.allMatching(
            "<build><testReports><file>",
            build.testReports,
            20,
            PATH,
            "use a path within the application's folder, such as reports/*.xml."),
        checks.matching(
            "<build><mergeTemplate>",
            build.mergeTemplate,
            PATH,
            "use a path within the application's folder."),
        checks.commands("<build><packageArguments><argument>", build.packageArguments));
  }

  private String computeType(String size) {
    List<String> sizes = List.of("small", "medium", "large", "xlarge", "2xlarge");
    if (size != null && !sizes.contains(size)) {
      problems.add(
          new Setting("<build><computeType>", size),
          "use one of " + String.join(", ", sizes) + ".");
    }
    return "BUILD_GENERAL1_" + (size == null ? "small" : size).toUpperCase(Locale.ROOT);
  }

  private BuildOptions.Vpc vpc(VpcSettings vpc) {
    String place = "<build><vpc>";
    String id =
        checks.required(
            place + "<vpcId>",
            vpc.vpcId,
            Pattern.compile("vpc-[0-9a-f]+"),
            "use an ID such as vpc-0a1b2c3d.");
    List<String> subnets =
        checks.allMatching(
            place + "<subnetIds>",
            vpc.subnetIds,
            16,
            Pattern.compile("subnet-[0-9a-f]+"),
            "use an ID such as subnet-0a1b2c3d.");
    List<String> groups =
        checks.allMatching(
            place + "<securityGroupIds>",
            vpc.securityGroupIds,
            5,
            Pattern.compile("sg-[0-9a-f]+"),
            "use an ID such as sg-0a1b2c3d.");
    if (subnets.isEmpty() || groups.isEmpty()) {
      problems.add(place + " needs at least one of <subnetIds> and one of <securityGroupIds>.");
    }
    return new BuildOptions.Vpc(id, subnets, groups);
  }

  private BuildOptions.PipIndex pipIndex(PipIndexSettings index) {
    String place = "<build><pipIndex>";
    return new BuildOptions.PipIndex(
        checks.required(
            place + "<domain>", index.domain, ARTIFACT_DOMAIN, "name a domain of CodeArtifact."),
        checks.matching(
            place + "<domainOwner>", index.domainOwner, ACCOUNT, "use an account ID of 12 digits."),
        checks.required(
            place + "<repository>",
            index.repository,
            ARTIFACT_REPOSITORY,
            "name a repository of CodeArtifact."));
  }

  private List<Variable> variables(List<EnvironmentVariableSettings> variables) {
    List<Variable> resolved = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (EnvironmentVariableSettings variable : orEmpty(variables)) {
      String place = "<build><environmentVariables><environmentVariable>";
      String name =
          checks.required(
              place + "<name>",
              variable.name,
              VARIABLE,
              "use letters, digits and underscores, not beginning with a digit or CODEBUILD_.");
      if (!names.add(name) || name.equals("APP_S3_BUCKET")) {
        problems.add(new Setting(place + "<name>", name), "there is such a variable already.");
      }
      resolved.add(variable(place + "[" + Setting.shown(name) + "]", name, variable));
    }
    return resolved;
  }

  private Variable variable(String place, String name, EnvironmentVariableSettings variable) {
    long given =
        Arrays.asList(variable.value, variable.parameterStore, variable.secretsManager).stream()
            .filter(value -> value != null)
            .count();
    if (given != 1) {
      problems.add(place + " needs one of <value>, <parameterStore> and <secretsManager>.");
    }
    if (variable.parameterStore != null) {
      checks.matching(
          place + "<parameterStore>",
          variable.parameterStore,
          PARAMETER_NAME,
          "this is not the name of a parameter.");
      return new Variable(name, Variable.Type.PARAMETER_STORE, variable.parameterStore);
    }
    if (variable.secretsManager != null) {
      checks.matching(
          place + "<secretsManager>",
          variable.secretsManager,
          SECRET,
          "name a secret, or a secret and a key of its JSON: name:key.");
      return new Variable(name, Variable.Type.SECRETS_MANAGER, variable.secretsManager);
    }
    return new Variable(
        name,
        Variable.Type.PLAINTEXT,
        checks.freeText(place + "<value>", variable.value, 4_096).orElse(""));
  }

  private List<Stage> stages(String appName) {
    List<StageSettings> given = settings.stages;
    if (given == null || given.isEmpty()) {
      StageSettings beta = new StageSettings();
      beta.name = "beta";
      given = List.of(beta);
    }
    if (given.size() > MOST_STAGES) {
      problems.add(
          "<stages> has " + given.size() + " stages: at most " + MOST_STAGES + " are allowed.");
    }
    List<Stage> stages = new ArrayList<>();
    Set<String> ids = new HashSet<>(Set.of("source", "build"));
    Set<String> stacks = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      StageSettings settingsOfStage = given.get(i);
      String name = settingsOfStage.name;
      String place =
          "<stages><stage"
              + (name == null ? "[" + (i + 1) + "]" : " name=\"" + Setting.shown(name) + "\"")
              + ">";
      Stage stage = stage(place, settingsOfStage, appName);
      if (!ids.add(stage.id().toLowerCase(Locale.ROOT))) {
        problems.add(
            new Setting(place + "<name>", name),
            "there is a stage of that name already. Use another one.");
      } else if (!stacks.add(named(stage.stackName(), appName))) {
        problems.add(
            new Setting(place + "<stackName>", named(stage.stackName(), appName)),
            "another stage has that stack. Use another one.");
      }
      stages.add(stage);
    }
    return stages;
  }

  private Stage stage(String place, StageSettings stage, String appName) {
    String name =
        checks.required(
            place + "<name>",
            stage.name,
            STAGE_NAME,
            "use letters, digits and hyphens, beginning with a letter, at most 30 characters.");
    String id = idOf(name);
    String chaliceStage =
        checks
            .matching(
                place + "<chaliceStage>",
                stage.chaliceStage,
                CHALICE_STAGE,
                "use letters, digits, hyphens and underscores.")
            .orElse(name);
    List<String> known = app.config().stages();
    if (!known.isEmpty() && !known.contains(chaliceStage)) {
      problems.warn(
          place
              + ": .chalice/config.json has no stage `"
              + Setting.shown(chaliceStage)
              + "`, only "
              + String.join(", ", known)
              + "; Chalice packages it with the settings for all stages.");
    }
    String stackName =
        checks
            .matching(
                place + "<stackName>",
                stage.stackName,
                STACK_NAME,
                "use letters, digits and hyphens, beginning with a letter, at most 128 characters.")
            .orElse("${ApplicationName}" + id + "Stack");
    int length = named(stackName, appName).length();
    if (length > LONGEST_UNSHORTENED_STACK_NAME && settings.deployment == null) {
      problems.warn(
          place
              + ": the stack's name has "
              + length
              + " characters. CloudFormation may shorten it in the names of functions and roles, which"
              + " the deployment role knows by the stack's name; a <stackName> of at most "
              + LONGEST_UNSHORTENED_STACK_NAME
              + " characters, or <deployment>, avoids that.");
    }
    List<String> tests = checks.commands(place + "<testCommands><command>", stage.testCommands);
    return new Stage(
        id,
        chaliceStage,
        stackName,
        parameterOverrides(place + "<parameterOverrides>", stage.parameterOverrides),
        capabilities(place + "<capabilities><capability>", stage.capabilities),
        Optional.ofNullable(stage.approval).map(a -> approval(place + "<approval>", a)),
        tests,
        checks.choice(
            place + "<onFailure>",
            stage.onFailure,
            tests.isEmpty() ? Stage.OnFailure.STOP : Stage.OnFailure.ROLLBACK,
            Stage.OnFailure.class),
        Optional.ofNullable(stage.alarm).map(alarm -> alarm(place + "<alarm>", alarm)));
  }

  /** A stack's name where the parameter {@code ApplicationName} has its default. */
  private static String named(String stackName, String appName) {
    return stackName.replace("${ApplicationName}", appName == null ? "" : appName);
  }

  /** {@code eu-prod} becomes {@code EuProd}. */
  private static String idOf(String name) {
    return Arrays.stream(name.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private Map<String, String> parameterOverrides(String place, Map<String, String> overrides) {
    Map<String, String> given = emptyForNull(overrides);
    given.forEach(
        (key, value) -> {
          checks.matching(place, key, LOGICAL_ID, "this is not the name of a parameter.");
          if (!value.isEmpty()) {
            checks.freeText(place + "<" + Setting.shown(key) + ">", value, MOST_OVERRIDES);
          }
        });
    int bytes =
        given.entrySet().stream()
            .map(entry -> entry.getKey() + entry.getValue())
            .mapToInt(text -> text.getBytes(UTF_8).length + QUOTES_AND_COMMA)
            .sum();
    if (bytes > MOST_OVERRIDES) {
      problems.add(
          place
              + " has "
              + bytes
              + " bytes: CodePipeline takes at most "
              + MOST_OVERRIDES
              + " for all names and values of a stage.");
    }
    return given;
  }

  private List<String> capabilities(String place, List<String> capabilities) {
    List<String> checked =
        checks.allMatching(
            place,
            capabilities,
            3,
            CAPABILITY,
            "use CAPABILITY_IAM, CAPABILITY_NAMED_IAM or CAPABILITY_AUTO_EXPAND.");
    return checked.isEmpty() ? List.of("CAPABILITY_IAM") : checked;
  }

  private Stage.Approval approval(String place, ApprovalSettings approval) {
    Optional<Integer> timeout =
        Optional.ofNullable(approval.timeoutMinutes)
            .map(minutes -> checks.number(place + "<timeoutMinutes>", minutes, 5, 5, 86_400));
    return new Stage.Approval(
        checks.freeText(place + "<message>", approval.message, 1_000),
        checks.matching(
            place + "<reviewUrl>",
            approval.reviewUrl,
            URL,
            "use a link that begins with https://."),
        topic(place, approval.topicArn, approval.email),
        timeout,
        checks.choice(place + "<when>", approval.when, When.AFTER_CHANGE_SET, When.class)
            == When.AFTER_CHANGE_SET);
  }

  private enum When {
    BEFORE_CHANGE_SET,
    AFTER_CHANGE_SET
  }

  private Optional<Topic> topic(String place, String arn, String email) {
    if (arn != null && email != null) {
      problems.add(place + " has both <topicArn> and <email>. Give one of them.");
    }
    checks.matching(place + "<topicArn>", arn, TOPIC_ARN, "this is not the ARN of an SNS topic.");
    checks.matching(place + "<email>", email, EMAIL, "this is not an e-mail address.");
    if (arn != null) {
      return Optional.of(new Topic.Existing(arn));
    }
    if (email != null) {
      problems.note(
          "After the deployment, AWS asks "
              + Setting.shown(email)
              + " to confirm the subscription; no other message comes before that.");
    }
    return Optional.ofNullable(email).map(Topic.Email::new);
  }

  private Stage.Alarm alarm(String place, AlarmSettings alarm) {
    return new Stage.Alarm(
        checks.required(
            place + "<name>", alarm.name, ALARM, "name a CloudWatch alarm that exists."),
        checks.number(place + "<minutes>", alarm.minutes, 10, 1, 86_400));
  }

  private Deployment deployment() {
    DeploymentSettings deployment =
        settings.deployment == null ? new DeploymentSettings() : settings.deployment;
    boolean admin = checks.truth("<deployment><admin>", deployment.admin);
    List<String> policies =
        checks.allMatching(
            "<deployment><managedPolicyArns>",
            deployment.managedPolicyArns,
            9,
            POLICY_ARN,
            "this is not the ARN of a managed policy.");
    checks.matching(
        "<deployment><roleArn>", deployment.roleArn, ROLE_ARN, "this is not the ARN of a role.");
    if (deployment.roleArn != null && (admin || !policies.isEmpty())) {
      problems.add(
          new Setting("<deployment><roleArn>", deployment.roleArn),
          "a role of your own takes neither <admin> nor <managedPolicyArns>. Leave them out.");
    }
    return new Deployment(policies, Optional.ofNullable(deployment.roleArn), admin);
  }

  private Operations operations() {
    return new Operations(
        checks.choice(
                Setting.place("encryption"), settings.encryption, Encryption.KMS, Encryption.class)
            == Encryption.KMS,
        logRetention(),
        checks.number(
            Setting.place("artifactRetentionDays"), settings.artifactRetentionDays, 90, 1, 3_650),
        checks.choice(
            Setting.place("executionMode"),
            settings.executionMode,
            Operations.ExecutionMode.SUPERSEDED,
            Operations.ExecutionMode.class),
        Optional.ofNullable(settings.notifications).flatMap(this::notifications),
        tags(),
        checks.matching(
            Setting.place("permissionsBoundary"),
            settings.permissionsBoundary,
            POLICY_ARN,
            "this is not the ARN of a managed policy."),
        checks.matching(
            Setting.place("rolePath"),
            settings.rolePath,
            ROLE_PATH,
            "a path begins and ends with a slash, such as /pipelines/."));
  }

  private enum Encryption {
    KMS,
    S3
  }

  private int logRetention() {
    String place = Setting.place("logRetentionDays");
    int days = checks.number(place, settings.logRetentionDays, 365, 1, 3_653);
    if (!LOG_RETENTION.contains(days)) {
      problems.add(
          new Setting(place, settings.logRetentionDays),
          "CloudWatch Logs keeps logs for one of these numbers of days: "
              + LOG_RETENTION.stream().map(String::valueOf).collect(Collectors.joining(", "))
              + ".");
    }
    return days;
  }

  private Optional<Operations.Notifications> notifications(NotificationSettings notifications) {
    String place = "<notifications>";
    List<Operations.Event> events = new ArrayList<>();
    for (String event : orEmpty(notifications.events)) {
      events.add(
          checks.choice(
              place + "<events><event>", event, Operations.Event.FAILED, Operations.Event.class));
    }
    if (events.isEmpty()) {
      events.addAll(List.of(Operations.Event.FAILED, Operations.Event.APPROVAL_NEEDED));
    }
    Optional<Topic> topic = topic(place, notifications.topicArn, notifications.email);
    if (topic.isEmpty()) {
      problems.add(place + " needs <email> or <topicArn>.");
    }
    return topic.map(
        to -> new Operations.Notifications(events.stream().distinct().sorted().toList(), to));
  }

  private Map<String, String> tags() {
    Map<String, String> tags = emptyForNull(settings.tags);
    if (tags.size() > 40) {
      problems.add("<tags> has " + tags.size() + " tags: at most 40 are allowed.");
    }
    tags.forEach(
        (key, value) -> {
          checks.matching(
              "<tags>", key, TAG_KEY, "a tag's key has at most 128 characters and no aws: prefix.");
          checks.matching(
              "<tags><" + Setting.shown(key) + ">",
              value,
              TAG_VALUE,
              "a tag's value has at most 256 characters: letters, digits, spaces and _.:/=+-@.");
        });
    return tags;
  }

  /** Maven reads an empty element as {@code null}. */
  private static Map<String, String> emptyForNull(Map<String, String> map) {
    Map<String, String> copy = new TreeMap<>();
    if (map != null) {
      map.forEach((key, value) -> copy.put(key, value == null ? "" : value));
    }
    return copy;
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
