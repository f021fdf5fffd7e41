package io.github.chalicemaven.core;

import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.settings.AlarmSettings;
import io.github.chalicemaven.core.settings.ApprovalSettings;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.EnvironmentVariableSettings;
import io.github.chalicemaven.core.settings.NotificationSettings;
import io.github.chalicemaven.core.settings.PipIndexSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.RolesSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import io.github.chalicemaven.core.settings.TestEnvironmentSettings;
import io.github.chalicemaven.core.settings.VpcSettings;
import io.github.chalicemaven.core.settings.WindowSettings;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Settings drawn at random: most values are good, and some of those that are not mean harm. */
final class RandomSettings {

  private static final List<String> BAD =
      List.of(
          "",
          " ",
          "a b",
          "é",
          "my_app",
          "-x",
          "9",
          "0",
          "-1",
          "99999999999",
          "a\nb",
          "\u0000",
          "${AWS::Region}",
          "{{resolve:ssm:x}}",
          "#{SourceVariables.CommitId}",
          "#{nobody.Output}",
          "'; exit 1; '",
          "\"",
          "\\",
          "x".repeat(65),
          "x".repeat(300),
          "x".repeat(5_000),
          "v4",
          "true ",
          "../..",
          "arn:aws:iam::123456789012:role/x y");

  private final RandomGenerator random;

  /** How many of a hundred values are bad. */
  private final int badness;

  RandomSettings(RandomGenerator random) {
    this.random = random;
    this.badness = random.nextBoolean() ? 0 : 1 + random.nextInt(15);
  }

  ProjectFacts drawProject(Path repository) {
    List<String> scmUrls =
        maybe(
            () ->
                list(
                    2,
                    () ->
                        text(
                            "scm:git:https://github.com/acme/orders.git",
                            "git@gitlab.com:acme/group/orders.git",
                            "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/orders")));
    return new ProjectFacts(
        Optional.ofNullable(text("orders", "a", "x-1")),
        repository,
        repository.resolve("target"),
        Optional.empty(),
        repository,
        scmUrls == null ? List.of() : scmUrls.stream().filter(Objects::nonNull).toList());
  }

  PipelineSettings draw(Path app, Path repository) {
    PipelineSettings settings = new PipelineSettings();
    settings.appDirectory = app;
    settings.repositoryDirectory = random.nextBoolean() ? repository : null;
    settings.appName = maybe(() -> text("orders", "A", "a-b-c", "a".repeat(32), "a".repeat(92)));
    settings.stackName = maybe(() -> text("shop", "release-1", "p".repeat(121)));
    settings.pipelineVersion = pick(null, "v1", "v2", "v3", "v3", "v3");
    settings.pythonVersion = maybe(() -> text("2.7", "3.6", "3.7", "python3.9", "3.12", "3.14"));
    settings.branch = maybe(() -> text("main", "release/1.x", "feature_1", "a#b"));
    settings.codebuildImage = maybe(() -> text("aws/codebuild/standard:7.0", "a/b@sha256:0"));
    settings.chaliceVersionRange = maybe(() -> text(">=1.30.0,<1.31.0", "==1.31.*", "~=1.33"));
    settings.buildspecFile =
        maybe(() -> repository.resolve(pick("buildspec.yml", "ci/b.yml", "a b.yaml", "é.yml")));
    settings.source = maybe(this::source);
    if ("v3".equals(settings.pipelineVersion) || isBad()) {
      drawV3(settings);
    }
    return settings;
  }

  /** What was drawn, for the message of a test that fails. */
  static String describe(Object settings) {
    if (settings instanceof List<?> list) {
      return list.stream().map(RandomSettings::describe).toList().toString();
    }
    if (settings == null || !settings.getClass().getName().endsWith("Settings")) {
      return String.valueOf(settings);
    }
    StringBuilder text = new StringBuilder("{");
    for (Field field : settings.getClass().getFields()) {
      try {
        if (field.get(settings) != null) {
          text.append(field.getName())
              .append('=')
              .append(describe(field.get(settings)))
              .append(' ');
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    return text.append('}').toString();
  }

  private void drawV3(PipelineSettings settings) {
    settings.build = maybe(this::build);
    settings.stages = maybe(() -> list(5, this::stage));
    settings.deployment = maybe(this::deployment);
    settings.notifications = maybe(this::notifications);
    settings.tags = maybe(() -> map("team", "cost:center", "a b"));
    settings.permissionsBoundary = maybe(() -> text("arn:aws:iam::123456789012:policy/Boundary"));
    settings.rolePath = maybe(() -> text("/", "/pipelines/", "/a/b/"));
    settings.encryption =
        maybe(
            () ->
                text(
                    "kms",
                    "s3",
                    "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-0000-1111-2222-333344445555"));
    settings.executionMode = maybe(() -> text("queued", "superseded"));
    settings.logRetentionDays = maybe(() -> text("1", "365", "3653"));
    settings.artifactRetentionDays = maybe(() -> text("1", "90", "3650"));
  }

  private SourceSettings source() {
    SourceSettings source = new SourceSettings();
    source.provider =
        maybe(
            () ->
                text(
                    "codecommit",
                    "github",
                    "github",
                    "gitlab",
                    "bitbucket",
                    "github-enterprise",
                    "gitlab-self-managed",
                    "s3"));
    boolean s3 = "s3".equals(source.provider);
    if (s3 || isBad()) {
      source.bucket = text("bucket", "a.b-c");
      source.key = text("orders.zip", "a/b (1).zip");
    }
    if (!s3 && source.provider != null) {
      source.repository =
          source.provider.equals("codecommit")
              ? maybe(() -> text("orders", "a.b_c"))
              : text("acme/orders", "a/b.c");
    }
    if (source.provider != null && !s3 && !source.provider.equals("codecommit")) {
      source.connectionArn =
          source.provider.contains("-") || random.nextBoolean()
              ? text("arn:aws:codeconnections:eu-west-1:123456789012:connection/0a-1b")
              : null;
      if (random.nextBoolean()) {
        source.includePaths = maybe(() -> list(8, () -> text("orders/**", "*.py", "{a,b}/é")));
        source.excludePaths = maybe(() -> list(8, () -> text("docs/**")));
      } else {
        source.includeTags = maybe(() -> list(8, () -> text("v*", "release-*")));
      }
    }
    return source;
  }

  private BuildSettings build() {
    BuildSettings build = new BuildSettings();
    build.computeType = maybe(() -> text("small", "2xlarge"));
    build.timeoutMinutes = maybe(() -> text("5", "480"));
    build.privilegedMode = maybe(() -> text("true", "false"));
    build.cache = maybe(() -> text("none", "local", "s3"));
    build.vpc = maybe(this::vpc);
    build.environmentVariables = maybe(() -> list(3, this::variable));
    build.installCommands = maybe(this::commands);
    build.testCommands = maybe(this::commands);
    build.testReports = maybe(() -> list(3, () -> text("reports/*.xml", "a b.xml")));
    build.pipIndex = maybe(this::pipIndex);
    build.mergeTemplate = maybe(() -> text("extra.json", "a b.yaml"));
    build.packageArguments = maybe(() -> list(2, () -> text("--template-format yaml", "--debug")));
    return build;
  }

  private VpcSettings vpc() {
    VpcSettings vpc = new VpcSettings();
    vpc.vpcId = text("vpc-0a1b");
    vpc.subnetIds = list(16, () -> text("subnet-0a1b", "subnet-2c"));
    vpc.securityGroupIds = list(5, () -> text("sg-0a1b"));
    return vpc;
  }

  private PipIndexSettings pipIndex() {
    PipIndexSettings index = new PipIndexSettings();
    index.domain = text("acme");
    index.domainOwner = maybe(() -> text("123456789012"));
    index.repository = text("pypi");
    return index;
  }

  private EnvironmentVariableSettings variable() {
    EnvironmentVariableSettings variable = new EnvironmentVariableSettings();
    variable.name = text("A", "B_1", "c" + random.nextInt(1_000), "d" + random.nextInt(1_000));
    switch (random.nextInt(3)) {
      case 0 -> variable.value = text("1", "yes", "a b", "$HOME");
      case 1 -> variable.parameterStore = text("/orders/key", "key");
      default -> variable.secretsManager = text("orders", "orders/db:password");
    }
    return variable;
  }

  private List<String> commands() {
    return list(
        4,
        () ->
            text(
                "pytest",
                "echo \"it's\" # none",
                "key: value",
                "- dash",
                "echo ${HOME} $(date) `id` %s",
                "echo 'é😀'",
                "test -n \"$A\" && echo '" + "x".repeat(200) + "'",
                "two\nlines",
                "yes"));
  }

  private StageSettings stage() {
    StageSettings stage = new StageSettings();
    stage.name = text("beta", "prod", "eu-prod", "s" + random.nextInt(1_000), "a".repeat(30));
    stage.chaliceStage = maybe(() -> text("dev", "prod_1"));
    stage.stackName = maybe(() -> text("stack" + random.nextInt(1_000), "a".repeat(128)));
    stage.parameterOverrides = maybe(() -> map("Table", "Queue", "Key1"));
    stage.capabilities = maybe(() -> list(3, () -> text("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM")));
    stage.approval = maybe(this::approval);
    stage.testCommands = maybe(this::commands);
    stage.onFailure = maybe(() -> text("rollback", "retry", "stop"));
    stage.alarm = maybe(this::alarm);
    stage.testEnvironment = stage.testCommands == null ? null : maybe(this::testEnvironment);
    stage.deployment = maybe(this::deployment);
    stage.window = maybe(this::window);
    stage.healthyAlarm = maybe(this::alarm);
    stage.tags = maybe(() -> map("stage", "cost:center"));
    return stage;
  }

  private TestEnvironmentSettings testEnvironment() {
    TestEnvironmentSettings tests = new TestEnvironmentSettings();
    tests.vpc = maybe(this::vpc);
    tests.environmentVariables = maybe(() -> list(3, this::variable));
    tests.installCommands = maybe(this::commands);
    tests.pipIndex = maybe(this::pipIndex);
    return tests;
  }

  private WindowSettings window() {
    WindowSettings window = new WindowSettings();
    window.cron = text("* * 9-16 ? * MON-THU", "* 0/15 9,12-14 L-3 1-6 ? 2030-2040");
    window.timeZone = maybe(() -> text("Europe/Berlin", "UTC+05:30", "PST"));
    return window;
  }

  private RolesSettings roles() {
    RolesSettings roles = new RolesSettings();
    roles.pipeline = maybe(() -> text("arn:aws:iam::123456789012:role/pipeline"));
    roles.build = maybe(() -> text("arn:aws:iam::123456789012:role/build"));
    roles.tests = maybe(() -> text("arn:aws:iam::123456789012:role/tests"));
    return roles;
  }

  private ApprovalSettings approval() {
    ApprovalSettings approval = new ApprovalSettings();
    approval.message = maybe(() -> text("Ship it?", "é \"quoted\" ${x}", "x".repeat(1_000)));
    approval.reviewUrl = maybe(() -> text("https://example.com/?a=b#c"));
    if (random.nextBoolean()) {
      approval.topicArn = maybe(() -> text("arn:aws:sns:eu-west-1:123456789012:topic"));
    } else {
      approval.email = maybe(() -> text("ops@example.com"));
    }
    approval.timeoutMinutes = maybe(() -> text("5", "86400"));
    approval.when = maybe(() -> text("after-change-set", "before-change-set"));
    return approval;
  }

  private AlarmSettings alarm() {
    AlarmSettings alarm = new AlarmSettings();
    alarm.name = text("orders-errors", "Errors of Orders");
    alarm.minutes = maybe(() -> text("1", "60"));
    return alarm;
  }

  private DeploymentSettings deployment() {
    DeploymentSettings deployment = new DeploymentSettings();
    if (random.nextBoolean()) {
      deployment.roleArn = text("arn:aws:iam::123456789012:role/deploy");
    } else {
      deployment.managedPolicyArns =
          maybe(() -> list(9, () -> text("arn:aws:iam::aws:policy/ReadOnlyAccess")));
      deployment.apiGatewayRoleArns =
          maybe(() -> list(10, () -> text("arn:aws:iam::123456789012:role/invoke")));
      deployment.admin = maybe(() -> text("true", "false"));
    }
    return deployment;
  }

  private NotificationSettings notifications() {
    NotificationSettings notifications = new NotificationSettings();
    notifications.events =
        maybe(() -> list(3, () -> text("failed", "approval-needed", "succeeded")));
    if (random.nextBoolean()) {
      notifications.email = text("ops@example.com");
    } else {
      notifications.topicArn = text("arn:aws-cn:sns:cn-north-1:123456789012:topic");
    }
    return notifications;
  }

  private Map<String, String> map(String... keys) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String key : keys) {
      if (random.nextBoolean()) {
        map.put(isBad() ? pick(BAD) : key, text("a", "b c", "1.5"));
      }
    }
    return map;
  }

  private <T> List<T> list(int most, Supplier<T> item) {
    int size = random.nextInt(100) < badness ? random.nextInt(50) : 1 + random.nextInt(most);
    List<T> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(item.get());
    }
    return list;
  }

  private String text(String... good) {
    return isBad() ? pick(BAD) : pick(good);
  }

  private <T> T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private boolean isBad() {
    return random.nextInt(100) < badness;
  }

  private String pick(String... values) {
    return pick(Arrays.asList(values));
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
