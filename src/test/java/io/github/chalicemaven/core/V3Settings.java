package io.github.chalicemaven.core;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.ChaliceConfig;
import io.github.chalicemaven.core.app.ConfigScope;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.resolve.PipelineResolver;
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
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Settings of {@code v3} pipelines, such as users write them. */
public final class V3Settings {

  public static final String TOPIC_ARN = "arn:aws:sns:us-east-1:111122223333:releases";
  public static final String BOUNDARY_ARN = "arn:aws:iam::111122223333:policy/Boundary";
  public static final String KEY_ARN =
      "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-0000-1111-2222-333344445555";
  public static final String CONNECTION_ARN =
      "arn:aws:codeconnections:us-east-1:111122223333:connection/"
          + "0a1b2c3d-0000-1111-2222-333344445555";

  private V3Settings() {}

  /** The pipeline of such settings, for an application named {@code orders}. */
  public static V3Pipeline pipeline(Consumer<PipelineSettings> given) {
    return pipeline(given, ConfigScope.EMPTY, new Problems());
  }

  /** What resolving such settings has said. */
  public static Problems problems(Consumer<PipelineSettings> given) {
    Problems problems = new Problems();
    pipeline(given, ConfigScope.EMPTY, problems);
    return problems;
  }

  /** What resolving such settings has warned of. */
  public static List<String> warnings(Consumer<PipelineSettings> given) {
    return problems(given).warnings();
  }

  /** The same with what permissions depend on in the application's configuration. */
  public static V3Pipeline pipeline(Consumer<PipelineSettings> given, ConfigScope scope) {
    return pipeline(given, scope, new Problems());
  }

  /** The same, with what resolving finds. */
  public static V3Pipeline pipeline(Consumer<PipelineSettings> given, Problems problems) {
    return pipeline(given, ConfigScope.EMPTY, problems);
  }

  private static V3Pipeline pipeline(
      Consumer<PipelineSettings> given, ConfigScope scope, Problems problems) {
    Path folder = Path.of("repository").toAbsolutePath();
    PipelineSettings settings = new PipelineSettings();
    settings.appName = "orders";
    settings.appDirectory = folder;
    settings.repositoryDirectory = folder;
    given.accept(settings);
    ChaliceConfig config = new ChaliceConfig(Optional.empty(), scope);
    ChaliceApp app = new ChaliceApp(settings.appDirectory, folder, config, Optional.empty());
    ProjectFacts project = ProjectFacts.withoutPom(folder);
    return (V3Pipeline) PipelineResolver.resolve(settings, project, app, LocalDate.EPOCH, problems);
  }

  /** All that a POM of three lines says. */
  public static PipelineSettings v3(PipelineSettings settings) {
    settings.pipelineVersion = "v3";
    settings.branch = null;
    return settings;
  }

  /** GitHub, unit tests, a tested beta stage, and an approved production stage. */
  public static PipelineSettings github(PipelineSettings settings) {
    source(v3(settings), "github:acme/orders");
    settings.build = new BuildSettings();
    settings.build.installCommands = List.of("pip install -r requirements-dev.txt");
    settings.build.testCommands = List.of("pytest --junitxml=reports/unit.xml");
    settings.build.testReports = List.of("reports/unit.xml");
    StageSettings beta = stage("beta");
    beta.testCommands = List.of("pip install requests", "python smoke.py \"$EndpointURL\"");
    StageSettings prod = stage("prod");
    prod.approval = new ApprovalSettings();
    prod.approval.message = "Ship it?";
    prod.approval.email = "ops@example.com";
    prod.approval.timeoutMinutes = "1440";
    return stages(settings, beta, prod);
  }

  /** A CodeCommit repository that exists. */
  public static PipelineSettings existingCodeCommit(PipelineSettings settings) {
    return source(v3(settings), "codecommit:orders-service");
  }

  /** A project of a GitLab group's subgroup, one folder of it, by a connection that exists. */
  public static PipelineSettings gitlab(PipelineSettings settings) {
    source(v3(settings), "gitlab:acme/shop/orders");
    settings.source.connectionArn = CONNECTION_ARN;
    settings.source.includePaths = List.of("services/orders/**");
    settings.source.excludePaths = List.of("**/*.md");
    settings.appDirectory = settings.repositoryDirectory.resolve("services/orders");
    return settings;
  }

  /** A ZIP file in a bucket. */
  public static PipelineSettings s3Source(PipelineSettings settings) {
    source(v3(settings), "s3");
    settings.source.bucket = "acme-releases";
    settings.source.key = "orders/source.zip";
    return settings;
  }

  /** Keys that AWS manages. */
  public static PipelineSettings s3Encryption(PipelineSettings settings) {
    settings.encryption = "s3";
    return v3(settings);
  }

  /**
   * Two stages of an application with all that deployments need permissions for; most of it stands
   * in its configuration.
   */
  public static PipelineSettings application(PipelineSettings settings) {
    settings.deployment = new DeploymentSettings();
    settings.deployment.apiGatewayRoleArns =
        List.of(
            "arn:aws:iam::123456789012:role/apigw-invokes",
            "arn:aws:iam::123456789012:role/apigw-runs-authorizer");
    StageSettings beta = stage("beta");
    beta.stackName = "orders";
    StageSettings prod = stage("prod");
    prod.stackName = "orders-live";
    return stages(v3(settings), beta, prod);
  }

  /** Notifications by mail, tags, a permissions boundary and a path of roles. */
  public static PipelineSettings operations(PipelineSettings settings) {
    settings.notifications = new NotificationSettings();
    settings.notifications.email = "team@example.com";
    settings.tags = Map.of("team", "orders", "cost-center", "4711");
    settings.permissionsBoundary = BOUNDARY_ARN;
    settings.rolePath = "/pipelines/";
    return v3(settings);
  }

  /** Two stages, and every element that one pipeline can have. */
  public static PipelineSettings everything(PipelineSettings settings) {
    operations(settings);
    settings.notifications.events = List.of("failed", "approval-needed", "succeeded");
    settings.executionMode = "queued";
    settings.logRetentionDays = "731";
    settings.artifactRetentionDays = "30";
    source(settings, "github-enterprise:acme/orders");
    settings.source.branch = "release";
    settings.source.hostArn = "arn:aws:codeconnections:us-east-1:111122223333:host/ghe-0a1b2c3d";
    settings.source.includePaths = List.of("orders/**", "shared/**");
    settings.source.excludePaths = List.of("**/README.md");
    settings.appDirectory = settings.repositoryDirectory.resolve("orders");
    settings.build = everyBuildOption();

    StageSettings beta = stage("beta");
    beta.testCommands = List.of("pytest integration --url \"$EndpointURL\"");
    beta.parameterOverrides = Map.of("LogLevel", "debug", "Greeting", "Say \"hello\", \\o/");
    beta.alarm = new AlarmSettings();
    beta.alarm.name = "orders-beta-errors";
    beta.approval = new ApprovalSettings();
    beta.approval.when = "before-change-set";
    beta.approval.topicArn = TOPIC_ARN;

    StageSettings prod = stage("prod");
    prod.chaliceStage = "production";
    prod.stackName = "orders-live";
    prod.capabilities = List.of("CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND");
    prod.approval = new ApprovalSettings();
    prod.approval.message = "Ship it?";
    prod.approval.reviewUrl = "https://dashboards.example.com/orders?stage=beta";
    prod.approval.email = "ops@example.com";
    prod.approval.timeoutMinutes = "2880";
    prod.testCommands = List.of("python smoke.py");
    prod.onFailure = "retry";
    prod.alarm = new AlarmSettings();
    prod.alarm.name = "orders errors";
    prod.alarm.minutes = "30";
    return stages(settings, beta, prod);
  }

  /** What a platform team has: a key, roles, a private network, tags and gates of its own. */
  public static PipelineSettings platform(PipelineSettings settings) {
    source(v3(settings), "github:acme/orders");
    settings.encryption = KEY_ARN;
    settings.roles = new RolesSettings();
    settings.roles.pipeline = "arn:aws:iam::111122223333:role/platform/Pipeline";
    settings.roles.build = "arn:aws:iam::111122223333:role/platform/Build";
    settings.tags = Map.of("cost-center", "4711", "team", "shop @ home");
    settings.deployment = new DeploymentSettings();
    settings.deployment.managedPolicyArns = List.of("arn:aws:iam::111122223333:policy/Tables");
    settings.notifications = new NotificationSettings();
    settings.notifications.email = "team@example.com";

    StageSettings beta = stage("beta");
    beta.testCommands = List.of("python smoke.py");

    StageSettings prod = stage("prod");
    prod.deployment = new DeploymentSettings();
    prod.deployment.roleArn = "arn:aws:iam::111122223333:role/platform/Deploy";
    prod.approval = new ApprovalSettings();
    prod.window = new WindowSettings();
    prod.window.cron = "* * 9-16 ? * MON-THU";
    prod.window.timeZone = "Europe/Berlin";
    prod.healthyAlarm = new AlarmSettings();
    prod.healthyAlarm.name = "orders errors";
    prod.healthyAlarm.minutes = "20";
    prod.tags = Map.of("stage", "prod", "team", "operations", "acme:unit/eu west", "7");
    prod.testCommands = List.of("pytest private");
    prod.testEnvironment = new TestEnvironmentSettings();
    prod.testEnvironment.vpc = vpc();
    prod.testEnvironment.environmentVariables =
        List.of(
            variable("API_KEY", null, null, "orders/api:key"), variable("MODE", "x", null, null));
    prod.testEnvironment.installCommands = List.of("pip install pytest requests");
    prod.testEnvironment.pipIndex = pipIndex();
    return stages(settings, beta, prod);
  }

  /** A stage of the pipeline's account, and a production stage in another one. */
  public static PipelineSettings account(PipelineSettings settings) {
    StageSettings prod = stage("prod");
    prod.account = "444455556666";
    prod.approval = new ApprovalSettings();
    return stages(home(settings), stage("beta"), prod);
  }

  /** A stage of the pipeline's region, and a tested and watched one in another region. */
  public static PipelineSettings region(PipelineSettings settings) {
    StageSettings eu = stage("eu");
    eu.region = "eu-west-1";
    eu.testCommands = List.of("python smoke.py \"$EndpointURL\"");
    eu.alarm = new AlarmSettings();
    eu.alarm.name = "orders errors";
    return stages(home(settings), stage("beta"), eu);
  }

  /** A stage of the pipeline's account, and one in another account's other region. */
  public static PipelineSettings accountAndRegion(PipelineSettings settings) {
    StageSettings prod = stage("prod");
    prod.account = "444455556666";
    prod.region = "eu-west-1";
    prod.approval = new ApprovalSettings();
    return stages(home(settings), stage("beta"), prod);
  }

  /** Three stages in two accounts and two regions, with all that a platform team demands. */
  public static PipelineSettings accountsAndRegions(PipelineSettings settings) {
    source(home(settings), "github:acme/orders");
    settings.organizationId = "o-a1b2c3d4e5";
    settings.tags = Map.of("team", "orders");
    settings.rolePath = "/pipelines/";
    settings.permissionsBoundary = BOUNDARY_ARN;

    StageSettings test = stage("test");
    test.account = "444455556666";
    test.region = "eu-west-1";
    test.permissionsBoundary = "arn:aws:iam::444455556666:policy/Boundary";
    test.testCommands = List.of("python smoke.py test.example.com");

    StageSettings prod = stage("prod");
    prod.account = "777788889999";
    prod.permissionsBoundary = "arn:aws:iam::777788889999:policy/Limits";
    prod.rolePath = "/deployed/";
    prod.tags = Map.of("stage", "prod");
    prod.approval = new ApprovalSettings();

    StageSettings asia = stage("prod-asia");
    asia.account = "777788889999";
    asia.region = "ap-southeast-1";
    asia.permissionsBoundary = "arn:aws:iam::777788889999:policy/Limits";
    asia.chaliceStage = "prod";
    return stages(settings, test, prod, asia);
  }

  private static PipelineSettings home(PipelineSettings settings) {
    settings.account = "111122223333";
    settings.region = "us-east-1";
    return v3(settings);
  }

  private static VpcSettings vpc() {
    VpcSettings vpc = new VpcSettings();
    vpc.vpcId = "vpc-0a1b2c3d";
    vpc.subnetIds = List.of("subnet-0a1b2c3d", "subnet-4e5f6a7b");
    vpc.securityGroupIds = List.of("sg-0a1b2c3d");
    return vpc;
  }

  private static PipIndexSettings pipIndex() {
    PipIndexSettings index = new PipIndexSettings();
    index.domain = "acme";
    index.domainOwner = "444455556666";
    index.repository = "python";
    return index;
  }

  private static BuildSettings everyBuildOption() {
    BuildSettings build = new BuildSettings();
    build.computeType = "large";
    build.timeoutMinutes = "30";
    build.privilegedMode = "true";
    build.cache = "s3";
    build.vpc = vpc();
    build.environmentVariables =
        List.of(
            variable("MODE", "ci", null, null),
            variable("DB_URL", null, "/orders/db-url", null),
            variable("API_KEY", null, null, "orders/api:key"));
    build.installCommands = List.of("pip install -r requirements-dev.txt");
    build.testCommands = List.of("pytest --junitxml=reports/unit.xml");
    build.testReports = List.of("reports/*.xml");
    build.pipIndex = pipIndex();
    build.mergeTemplate = "extras.json";
    build.packageArguments = List.of("--pkg-format", "cloudformation");
    return build;
  }

  /** The source of a shorthand. */
  public static PipelineSettings source(PipelineSettings settings, String shorthand) {
    settings.source = new SourceSettings();
    settings.source.set(shorthand);
    return settings;
  }

  /** A stage of that name, and no more. */
  public static StageSettings stage(String name) {
    StageSettings stage = new StageSettings();
    stage.name = name;
    return stage;
  }

  /** The settings with stages. */
  public static PipelineSettings stages(PipelineSettings settings, StageSettings... stages) {
    settings.stages = Arrays.asList(stages);
    return settings;
  }

  /** A variable of the build; all but one of the last three are {@code null}. */
  public static EnvironmentVariableSettings variable(
      String name, String value, String parameterStore, String secretsManager) {
    EnvironmentVariableSettings variable = new EnvironmentVariableSettings();
    variable.name = name;
    variable.value = value;
    variable.parameterStore = parameterStore;
    variable.secretsManager = secretsManager;
    return variable;
  }

  /** The settings with a fragment of the user's. */
  public static PipelineSettings merge(PipelineSettings settings, Path fragment) {
    settings.mergeTemplate = fragment;
    return v3(settings);
  }
}
