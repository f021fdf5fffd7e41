package io.github.chalicemaven.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.ChaliceConfig;
import io.github.chalicemaven.core.app.ConfigScope;
import io.github.chalicemaven.core.pipeline.Build;
import io.github.chalicemaven.core.pipeline.BuildOptions;
import io.github.chalicemaven.core.pipeline.BuildOptions.Cache;
import io.github.chalicemaven.core.pipeline.BuildOptions.PipIndex;
import io.github.chalicemaven.core.pipeline.BuildOptions.Variable;
import io.github.chalicemaven.core.pipeline.BuildOptions.Vpc;
import io.github.chalicemaven.core.pipeline.Deployment;
import io.github.chalicemaven.core.pipeline.Gates;
import io.github.chalicemaven.core.pipeline.GivenRoles;
import io.github.chalicemaven.core.pipeline.PipelineOptions;
import io.github.chalicemaven.core.pipeline.PipelineOptions.Event;
import io.github.chalicemaven.core.pipeline.PipelineOptions.ExecutionMode;
import io.github.chalicemaven.core.pipeline.PipelineOptions.Notifications;
import io.github.chalicemaven.core.pipeline.PythonVersion;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.Stage.Alarm;
import io.github.chalicemaven.core.pipeline.Stage.Approval;
import io.github.chalicemaven.core.pipeline.Stage.OnFailure;
import io.github.chalicemaven.core.pipeline.Target;
import io.github.chalicemaven.core.pipeline.TestEnvironment;
import io.github.chalicemaven.core.pipeline.Topic;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.AlarmSettings;
import io.github.chalicemaven.core.settings.ApprovalSettings;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.NotificationSettings;
import io.github.chalicemaven.core.settings.PipIndexSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import io.github.chalicemaven.core.settings.VpcSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class V3PipelineResolverTest {

  private static final String ROLE_ARN = "arn:aws:iam::111122223333:role/deployers/Orders";
  private static final String SECRET_IN_TEXT = "{{resolve:secretsmanager:token}}";

  private final PipelineSettings settings = new PipelineSettings();
  private final Problems problems = new Problems();
  private ConfigScope scope = ConfigScope.EMPTY;
  private Optional<Setting> configuredName = Optional.empty();
  private String appName = "orders";
  private Source source = new Source.CodeCommit("main");

  @Nested
  class Defaults {

    @Test
    void areOneStageAndALeanBuildAroundWhichAllIsEncrypted() {
      assertThat(resolve())
          .isEqualTo(
              new V3Pipeline(
                  "orders",
                  "orders",
                  "orders-pipeline",
                  source,
                  BUILD,
                  new BuildOptions(
                      BuildOptions.ComputeType.SMALL,
                      60,
                      false,
                      Cache.NONE,
                      Optional.empty(),
                      List.of(),
                      Optional.empty(),
                      List.of(),
                      List.of(),
                      List.of(),
                      Optional.empty(),
                      List.of()),
                  List.of(stage("Beta", "beta", "ordersBetaStack")),
                  new Deployment(List.of(), List.of(), Optional.empty(), false),
                  new PipelineOptions(
                      true,
                      365,
                      90,
                      ExecutionMode.SUPERSEDED,
                      Optional.empty(),
                      Map.of(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      GivenRoles.NONE),
                  Optional.empty()));
      assertThat(problems.found()).isEmpty();
      assertThat(problems.warnings()).isEmpty();
    }

    @Test
    void ofAnEmptyListOfStagesAreBetaToo() {
      V3Settings.stages(settings);

      assertThat(resolve().stages()).extracting(Stage::id).containsExactly("Beta");
    }

    @Test
    void ofAnApprovalAreAfterTheChangeSetAndNobodyIsTold() {
      StageSettings prod = V3Settings.stage("prod");
      prod.approval = new ApprovalSettings();

      assertThat(only(prod).approval())
          .contains(
              new Approval(
                  Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true));
    }

    @Test
    void ofAnAlarmAreTenMinutes() {
      StageSettings prod = V3Settings.stage("prod");
      prod.alarm = new AlarmSettings();
      prod.alarm.name = "Errors";

      assertThat(only(prod).alarm()).contains(new Alarm("Errors", 10));
    }

    @Test
    void ofAFailureAreToRollBackWhatHasTests() {
      StageSettings tested = V3Settings.stage("prod");
      tested.testCommands = List.of("pytest");

      assertThat(only(tested).onFailure()).isEqualTo(OnFailure.ROLLBACK);
      assertThat(only(V3Settings.stage("prod")).onFailure()).isEqualTo(OnFailure.STOP);
    }

    @Test
    void ofNotificationsAreFailuresAndApprovals() {
      settings.notifications = new NotificationSettings();
      settings.notifications.topicArn = V3Settings.TOPIC_ARN;

      assertThat(resolve().options().notifications())
          .contains(
              new Notifications(
                  List.of(Event.FAILED, Event.APPROVAL_NEEDED),
                  new Topic.Existing(V3Settings.TOPIC_ARN)));
    }
  }

  @Test
  void everythingGivenIsTaken() {
    settings.repositoryDirectory = Path.of("repository").toAbsolutePath();
    V3Settings.everything(settings);
    settings.deployment = new DeploymentSettings();
    settings.deployment.managedPolicyArns = List.of(V3Settings.BOUNDARY_ARN);
    settings.encryption = "s3";

    V3Pipeline pipeline = resolve();

    assertThat(problems.found()).isEmpty();
    assertThat(pipeline.buildOptions())
        .isEqualTo(
            new BuildOptions(
                BuildOptions.ComputeType.LARGE,
                30,
                true,
                Cache.S3,
                Optional.of(
                    new Vpc(
                        "vpc-0a1b2c3d",
                        List.of("subnet-0a1b2c3d", "subnet-4e5f6a7b"),
                        List.of("sg-0a1b2c3d"))),
                List.of(
                    new Variable("MODE", Variable.Type.PLAINTEXT, "ci"),
                    new Variable("DB_URL", Variable.Type.PARAMETER_STORE, "/orders/db-url"),
                    new Variable("API_KEY", Variable.Type.SECRETS_MANAGER, "orders/api:key")),
                Optional.of(new PipIndex("acme", Optional.of("444455556666"), "python")),
                List.of("pip install -r requirements-dev.txt"),
                List.of("pytest --junitxml=reports/unit.xml"),
                List.of("reports/*.xml"),
                Optional.of("extras.json"),
                List.of("--pkg-format", "cloudformation")));
    assertThat(pipeline.stages())
        .containsExactly(
            new Stage(
                "Beta",
                "beta",
                "ordersBetaStack",
                Map.of("Greeting", "Say \"hello\", \\o/", "LogLevel", "debug"),
                List.of("CAPABILITY_IAM"),
                Optional.of(
                    new Approval(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Topic.Existing(V3Settings.TOPIC_ARN)),
                        Optional.empty(),
                        false)),
                List.of("pytest integration --url \"$EndpointURL\""),
                OnFailure.ROLLBACK,
                Optional.of(new Alarm("orders-beta-errors", 10)),
                Stage.Needs.NONE,
                TestEnvironment.NONE,
                Optional.empty(),
                Gates.NONE,
                Map.of("cost-center", "4711", "team", "orders"),
                Target.HOME),
            new Stage(
                "Prod",
                "production",
                "orders-live",
                Map.of(),
                List.of("CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"),
                Optional.of(
                    new Approval(
                        Optional.of("Ship it?"),
                        Optional.of("https://dashboards.example.com/orders?stage=beta"),
                        Optional.of(new Topic.Email("ops@example.com")),
                        Optional.of(2880),
                        true)),
                List.of("python smoke.py"),
                OnFailure.RETRY,
                Optional.of(new Alarm("orders errors", 30)),
                Stage.Needs.NONE,
                TestEnvironment.NONE,
                Optional.empty(),
                Gates.NONE,
                Map.of("cost-center", "4711", "team", "orders"),
                Target.HOME));
    assertThat(pipeline.deployment())
        .isEqualTo(
            new Deployment(List.of(V3Settings.BOUNDARY_ARN), List.of(), Optional.empty(), false));
    assertThat(pipeline.options())
        .isEqualTo(
            new PipelineOptions(
                false,
                731,
                30,
                ExecutionMode.QUEUED,
                Optional.of(
                    new Notifications(
                        List.of(Event.FAILED, Event.APPROVAL_NEEDED, Event.SUCCEEDED),
                        new Topic.Email("team@example.com"))),
                Map.of("cost-center", "4711", "team", "orders"),
                Optional.of(V3Settings.BOUNDARY_ARN),
                Optional.of("/pipelines/"),
                Optional.empty(),
                GivenRoles.NONE));
  }

  @Test
  void allProblemsAreFoundAtOnce() {
    settings.build = new BuildSettings();
    settings.build.computeType = "huge";
    settings.build.cache = "redis";
    StageSettings stage = V3Settings.stage("prod");
    stage.approval = new ApprovalSettings();
    stage.approval.timeoutMinutes = "1";
    V3Settings.stages(settings, stage);
    settings.encryption = "none";

    assertThat(foundProblems())
        .containsExactly(
            "<build><computeType> is `huge`: use one of small, medium, large, xlarge, 2xlarge.",
            "<build><cache> is `redis`: use one of none, local, s3.",
            "<stages><stage name=\"prod\"><approval><timeoutMinutes> is `1`: use a whole number"
                + " from 5 to 86400.",
            "<encryption> (-Dchalice.encryption) is `none`: use one of kms, s3, or the ARN of a KMS"
                + " key.");
  }

  @Nested
  class Numbers {

    @ParameterizedTest
    @MethodSource("io.github.chalicemaven.core.resolve.V3PipelineResolverTest#numbers")
    void haveBounds(
        String place, int least, int most, BiConsumer<V3PipelineResolverTest, String> setter) {
      for (String allowed : List.of("" + least, "" + most)) {
        setter.accept(V3PipelineResolverTest.this, allowed);
        assertThat(foundProblems()).as(allowed).isEmpty();
      }
      List<String> refused =
          List.of("" + (least - 1), "" + (most + 1), "", "1.5", "+7", " 7", "ten", "99999999999");
      for (String value : refused) {
        setter.accept(V3PipelineResolverTest.this, value);
        resolve();
      }

      assertThat(problems.found())
          .containsExactlyElementsOf(
              refused.stream()
                  .map(
                      value ->
                          place
                              + " is `"
                              + value
                              + "`: use a whole number from "
                              + least
                              + " to "
                              + most
                              + ".")
                  .toList());
    }

    @Test
    void ofDaysOfLogsAreThoseOfCloudWatch() {
      settings.logRetentionDays = "100";

      assertThat(foundProblems())
          .containsExactly(
              "<logRetentionDays> (-Dchalice.logRetentionDays) is `100`: use a number of days that"
                  + " CloudWatch Logs supports: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365,"
                  + " 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653.");
    }
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        number("<build><timeoutMinutes>", 5, 480, (t, n) -> t.build().timeoutMinutes = n),
        number(
            "<stages><stage name=\"prod\"><approval><timeoutMinutes>",
            5,
            86_400,
            (t, n) -> t.approval().timeoutMinutes = n),
        number(
            "<stages><stage name=\"prod\"><alarm><minutes>",
            1,
            86_400,
            (t, n) -> t.alarm().minutes = n),
        number(
            "<artifactRetentionDays> (-Dchalice.artifactRetentionDays)",
            1,
            3_650,
            (t, n) -> t.settings.artifactRetentionDays = n),
        number(
            "<logRetentionDays> (-Dchalice.logRetentionDays)",
            1,
            3_653,
            (t, n) -> t.settings.logRetentionDays = n));
  }

  private static Arguments number(
      String place, int least, int most, BiConsumer<V3PipelineResolverTest, String> setter) {
    return Arguments.of(place, least, most, setter);
  }

  @Nested
  class Choices {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "<build><cache> | none, local, s3",
          "<build><computeType> | small, medium, large, xlarge, 2xlarge",
          "<build><privilegedMode> | true, false",
          "<stages><stage name=\"prod\"><onFailure> | rollback, retry, stop",
          "<stages><stage name=\"prod\"><approval><when> | before-change-set, after-change-set",
          "<deployment><admin> | true, false",
          "<executionMode> (-Dchalice.executionMode) | superseded, queued",
          "<notifications><events><event> | failed, approval-needed, succeeded"
        })
    void areThoseAndNoOthers(String place, String choices) {
      for (String choice : choices.split(", ")) {
        CHOICES.get(place).accept(V3PipelineResolverTest.this, choice);
        assertThat(foundProblems()).as(choice).isEmpty();
      }
      List<String> refused = List.of("", "other", choices.split(", ")[0].toUpperCase(Locale.ROOT));
      for (String value : refused) {
        CHOICES.get(place).accept(V3PipelineResolverTest.this, value);
        resolve();
      }

      String advice = choices.equals("true, false") ? "true or false" : "one of " + choices;
      assertThat(problems.found())
          .containsExactlyElementsOf(
              refused.stream()
                  .map(value -> place + " is `" + value + "`: use " + advice + ".")
                  .toList());
    }
  }

  private static final Map<String, BiConsumer<V3PipelineResolverTest, String>> CHOICES =
      Map.of(
          "<build><cache>",
          (t, v) -> t.build().cache = v,
          "<build><computeType>",
          (t, v) -> t.build().computeType = v,
          "<build><privilegedMode>",
          (t, v) -> t.build().privilegedMode = v,
          "<stages><stage name=\"prod\"><onFailure>",
          (t, v) -> t.prod().onFailure = v,
          "<stages><stage name=\"prod\"><approval><when>",
          (t, v) -> t.approval().when = v,
          "<deployment><admin>",
          (t, v) -> t.deployment().admin = v,
          "<encryption> (-Dchalice.encryption)",
          (t, v) -> t.settings.encryption = v,
          "<executionMode> (-Dchalice.executionMode)",
          (t, v) -> t.settings.executionMode = v,
          "<notifications><events><event>",
          (t, v) -> t.notifications().events = List.of(v));

  @Nested
  class Texts {

    @ParameterizedTest
    @MethodSource("io.github.chalicemaven.core.resolve.V3PipelineResolverTest#texts")
    void haveTheirForm(
        String place,
        BiConsumer<V3PipelineResolverTest, String> setter,
        String advice,
        List<String> taken,
        List<String> refused) {
      for (String text : taken) {
        setter.accept(V3PipelineResolverTest.this, text);
        assertThat(foundProblems()).as(text).isEmpty();
      }
      for (String text : refused) {
        setter.accept(V3PipelineResolverTest.this, text);
        resolve();
      }

      assertThat(problems.found())
          .containsExactlyElementsOf(
              refused.stream().map(text -> new Setting(place, text) + ": " + advice).toList());
    }

    @Test
    void haveAtMostSoManyCharacters() {
      approval().message = "x".repeat(1_000);
      assertThat(foundProblems()).isEmpty();

      approval().message = "x".repeat(1_001);
      assertThat(foundProblems())
          .containsExactly(
              "<stages><stage name=\"prod\"><approval><message> is `"
                  + "x".repeat(120)
                  + "...`: it has 1001 characters. Use at most 1000.");
    }

    @ParameterizedTest
    @MethodSource("io.github.chalicemaven.core.resolve.V3PipelineResolverTest#inClearText")
    void doNotPutASecretIntoTheTemplate(String place, Consumer<V3PipelineResolverTest> setter) {
      setter.accept(V3PipelineResolverTest.this);

      assertThat(foundProblems())
          .containsExactly(
              place
                  + " is `"
                  + SECRET_IN_TEXT
                  + "`: CloudFormation would replace {{resolve:...}} with the secret in clear text."
                  + " Use an <environmentVariable> of the build with <secretsManager>.");
    }
  }

  static Stream<Arguments> inClearText() {
    return Stream.of(
        clearText(
            "<stages><stage name=\"prod\"><approval><message>",
            t -> t.approval().message = SECRET_IN_TEXT),
        clearText(
            "<stages><stage name=\"prod\"><testCommands><command>",
            t -> t.prod().testCommands = List.of(SECRET_IN_TEXT)),
        clearText(
            "<stages><stage name=\"prod\"><parameterOverrides><Token>",
            t -> t.merging().parameterOverrides = Map.of("Token", SECRET_IN_TEXT)),
        clearText(
            "<build><testCommands><command>",
            t -> t.build().testCommands = List.of(SECRET_IN_TEXT)),
        clearText(
            "<build><installCommands><command>",
            t -> t.build().installCommands = List.of(SECRET_IN_TEXT)),
        clearText(
            "<build><packageArguments><argument>",
            t -> t.build().packageArguments = List.of("--note", SECRET_IN_TEXT)),
        clearText(
            "<build><environmentVariables><environmentVariable>[TOKEN]<value>",
            t ->
                t.build().environmentVariables =
                    List.of(V3Settings.variable("TOKEN", SECRET_IN_TEXT, null, null))));
  }

  private static Arguments clearText(String place, Consumer<V3PipelineResolverTest> setter) {
    return Arguments.of(place, setter);
  }

  static Stream<Arguments> texts() {
    String oneLine = "use one line of text, without control characters.";
    String command = "use a shell command, without control characters.";
    return Stream.of(
        text(
            "<stages><stage name=\"prod\"><approval><message>",
            (t, v) -> t.approval().message = v,
            oneLine,
            List.of("Ship #{SourceVariables.CommitId}?", "Straße \"1\""),
            List.of("", "a\nb", "\u0000", "\u001b[31m")),
        text(
            "<stages><stage name=\"prod\"><approval><reviewUrl>",
            (t, v) -> t.approval().reviewUrl = v,
            "use a URL that starts with https:// or http://.",
            List.of("https://example.com/?a=b#c", "http://example.com"),
            List.of("", "example.com", "javascript:alert(1)", "https://a b", "https://")),
        text(
            "<stages><stage name=\"prod\"><approval><email>",
            (t, v) -> t.approval().email = v,
            "use an email address, such as team@example.com.",
            List.of("ops@example.com", "o.p+s@eu.example.com"),
            List.of("", "ops", "@example.com", "a b@example.com", "ops@", "{{resolve:x}}@a")),
        text(
            "<stages><stage name=\"prod\"><approval><topicArn>",
            (t, v) -> t.approval().topicArn = v,
            "use the ARN of an SNS topic, such as arn:aws:sns:eu-west-1:111122223333:releases.",
            List.of(V3Settings.TOPIC_ARN, "arn:aws-cn:sns:cn-north-1:111122223333:x_Y-1"),
            List.of(
                "",
                "releases",
                "arn:aws:sqs:us-east-1:111122223333:q",
                V3Settings.TOPIC_ARN + ":x")),
        text(
            "<stages><stage name=\"prod\"><chaliceStage>",
            (t, v) -> t.prod().chaliceStage = v,
            "use letters, digits, hyphens and underscores.",
            List.of("prod", "PROD_1", "_x", "1"),
            List.of("", "-x", "a b", "a;b", "$(id)", "x".repeat(65))),
        text(
            "<stages><stage name=\"prod\"><stackName>",
            (t, v) -> t.prod().stackName = v,
            "use letters, digits and hyphens, starting with a letter, at most 128 characters.",
            List.of("a", "Orders-1"),
            List.of("", "1a", "a_b", "${ApplicationName}x", "a".repeat(129))),
        text(
            "<stages><stage name=\"prod\"><capabilities><capability>",
            (t, v) -> t.prod().capabilities = List.of("CAPABILITY_IAM", v),
            "use CAPABILITY_IAM, CAPABILITY_NAMED_IAM or CAPABILITY_AUTO_EXPAND.",
            List.of("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"),
            List.of("", "IAM", "CAPABILITY_IAM,CAPABILITY_NAMED_IAM")),
        text(
            "<stages><stage name=\"prod\"><alarm><name>",
            (t, v) -> t.alarm().name = v,
            "use the name of an existing CloudWatch alarm.",
            List.of("orders errors", "a/b:c"),
            List.of("", "a*", "a?", "${a}", "a\tb", "x".repeat(256))),
        text(
            "<stages><stage name=\"prod\"><testCommands><command>",
            (t, v) -> t.prod().testCommands = List.of(v),
            command,
            List.of("pytest", "if true; then\n\tpytest\nfi"),
            List.of("", " \n ", "a\u0000b", "a\rb", "\u001b[31m")),
        text(
            "<stages><stage name=\"prod\"><parameterOverrides>",
            (t, v) -> t.merging().parameterOverrides = Map.of(v, "x"),
            "use the name of a template parameter: letters and digits.",
            List.of("LogLevel", "A1"),
            List.of("", "Log-Level", "a b")),
        text(
            "<stages><stage name=\"prod\"><parameterOverrides><A>",
            (t, v) -> t.merging().parameterOverrides = Map.of("A", v),
            oneLine,
            List.of("", "b", "\"c\""),
            List.of("a\nb")),
        text(
            "<build><testReports><file>",
            (t, v) -> t.testing().testReports = List.of(v),
            "use a path in the application's folder, such as reports/*.xml.",
            List.of("reports/*.xml", "a b.xml", "**/*.xml"),
            List.of("", "/reports/x.xml", "../x.xml", "a/../../x.xml", "a\nb")),
        text(
            "<build><mergeTemplate>",
            (t, v) -> t.build().mergeTemplate = v,
            "use a path in the application's folder.",
            List.of("extras.json", "a b/c.json"),
            List.of("", "/etc/passwd", "../extras.json")),
        text(
            "<build><packageArguments><argument>",
            (t, v) -> t.build().packageArguments = List.of(v),
            command,
            List.of("--pkg-format", "--note=a b"),
            List.of("", "\u0007")),
        text(
            "<build><vpc><vpcId>",
            (t, v) -> t.vpc().vpcId = v,
            "use an ID such as vpc-0a1b2c3d.",
            List.of("vpc-0a1b2c3d"),
            List.of("", "vpc-", "vpc-XYZ", "subnet-0a1b2c3d")),
        text(
            "<build><vpc><subnetIds>",
            (t, v) -> t.vpc().subnetIds = List.of(v),
            "use an ID such as subnet-0a1b2c3d.",
            List.of("subnet-0a1b2c3d"),
            List.of("", "vpc-0a1b2c3d")),
        text(
            "<build><vpc><securityGroupIds>",
            (t, v) -> t.vpc().securityGroupIds = List.of(v),
            "use an ID such as sg-0a1b2c3d.",
            List.of("sg-0a1b2c3d"),
            List.of("", "default")),
        text(
            "<build><pipIndex><domain>",
            (t, v) -> t.pipIndex().domain = v,
            "use the name of a CodeArtifact domain: 2 to 50 lowercase letters, digits and hyphens,"
                + " starting with a letter.",
            List.of("acme", "a1-b"),
            List.of("", "Acme", "1a", "a", "a-", "a b", "x".repeat(51))),
        text(
            "<build><pipIndex><domainOwner>",
            (t, v) -> t.pipIndex().domainOwner = v,
            "use a 12-digit AWS account ID.",
            List.of("444455556666"),
            List.of("", "4444-5555-6666", "44445555666")),
        text(
            "<build><pipIndex><repository>",
            (t, v) -> t.pipIndex().repository = v,
            "use the name of a CodeArtifact repository: 2 to 100 letters, digits and ._-, starting"
                + " with a letter or a digit.",
            List.of("python", "Python.1_x"),
            List.of("", "a", "-ab", "a b", "x".repeat(101))),
        text(
            "<build><environmentVariables><environmentVariable>[A]<value>",
            (t, v) ->
                t.build().environmentVariables = List.of(V3Settings.variable("A", v, null, null)),
            oneLine,
            List.of("x", "a b \"c\""),
            List.of("", "a\nb")),
        text(
            "<build><environmentVariables><environmentVariable>[A]<parameterStore>",
            (t, v) ->
                t.build().environmentVariables = List.of(V3Settings.variable("A", null, v, null)),
            "use the name of a Systems Manager parameter, such as /orders/db-url.",
            List.of("/orders/db-url", "db.url_1"),
            List.of("", "/", "orders/db", "/a//b", "/a/*", "a b")),
        text(
            "<build><environmentVariables><environmentVariable>[A]<secretsManager>",
            (t, v) ->
                t.build().environmentVariables = List.of(V3Settings.variable("A", null, null, v)),
            "use the name of a secret, or name:key for one key of its JSON.",
            List.of("orders/api", "orders/api:key"),
            List.of("", "a*", "a:b:c", "a b", ":key")),
        text(
            "<deployment><managedPolicyArns>",
            (t, v) -> t.deployment().managedPolicyArns = List.of(v),
            "use the ARN of a managed policy, such as arn:aws:iam::aws:policy/ReadOnlyAccess.",
            List.of(V3Settings.BOUNDARY_ARN, "arn:aws:iam::aws:policy/service-role/AWSLambdaRole"),
            List.of("", "Boundary", ROLE_ARN)),
        text(
            "<deployment><apiGatewayRoleArns>",
            (t, v) -> t.deployment().apiGatewayRoleArns = List.of(v),
            "use the ARN of an IAM role, such as arn:aws:iam::111122223333:role/invoke.",
            List.of(ROLE_ARN, "arn:aws-cn:iam::111122223333:role/service-role/a"),
            List.of("", "Orders", "arn:aws:iam::111122223333:role/*", V3Settings.BOUNDARY_ARN)),
        text(
            "<deployment><roleArn>",
            (t, v) -> t.deployment().roleArn = v,
            "use the ARN of an IAM role, such as arn:aws:iam::111122223333:role/deploy.",
            List.of(ROLE_ARN),
            List.of("", "Orders", V3Settings.BOUNDARY_ARN)),
        text(
            "<permissionsBoundary> (-Dchalice.permissionsBoundary)",
            (t, v) -> t.settings.permissionsBoundary = v,
            "use the ARN of a managed policy, such as arn:aws:iam::aws:policy/ReadOnlyAccess.",
            List.of(V3Settings.BOUNDARY_ARN, "arn:aws-us-gov:iam::aws:policy/X"),
            List.of("", "Boundary", ROLE_ARN)),
        text(
            "<rolePath> (-Dchalice.rolePath)",
            (t, v) -> t.settings.rolePath = v,
            "use a path that starts and ends with a slash, such as /pipelines/.",
            List.of("/", "/pipelines/", "/a/b/"),
            List.of("", "pipelines", "/pipelines", "/a b/", "/${x}/", "/*/")),
        text(
            "<tags>",
            (t, v) -> t.settings.tags = Map.of(v, "x"),
            "use a key of 1 to 128 letters, digits, spaces and _.:/=+-@, not starting with aws:.",
            List.of("team", "a b", "größe", "x".repeat(128)),
            List.of("", "aws:x", "a<b", "x".repeat(129))),
        text(
            "<tags><team>",
            (t, v) -> t.settings.tags = Map.of("team", v),
            "use a value of at most 256 letters, digits, spaces and _.:/=+-@.",
            List.of("", "a b", "x".repeat(256)),
            List.of("a,b", "a\nb", "x".repeat(257))),
        text(
            "<notifications><email>",
            (t, v) -> {
              t.notifications().topicArn = null;
              t.notifications().email = v;
            },
            "use an email address, such as team@example.com.",
            List.of("team@example.com"),
            List.of("", "team")),
        text(
            "<notifications><topicArn>",
            (t, v) -> t.notifications().topicArn = v,
            "use the ARN of an SNS topic, such as arn:aws:sns:eu-west-1:111122223333:releases.",
            List.of(V3Settings.TOPIC_ARN),
            List.of("", "releases")));
  }

  private static Arguments text(
      String place,
      BiConsumer<V3PipelineResolverTest, String> setter,
      String advice,
      List<String> taken,
      List<String> refused) {
    return Arguments.of(place, setter, advice, taken, refused);
  }

  @Nested
  class Lists {

    @ParameterizedTest
    @CsvSource({
      "<build><testReports><file>, 20",
      "<build><vpc><subnetIds>, 16",
      "<build><vpc><securityGroupIds>, 5",
      "<deployment><managedPolicyArns>, 8",
      "<deployment><apiGatewayRoleArns>, 10",
      "<stages><stage name=\"prod\"><capabilities><capability>, 3"
    })
    void haveAtMostSoManyElements(String place, int most) {
      LISTS.get(place).accept(V3PipelineResolverTest.this, most);
      assertThat(foundProblems()).isEmpty();

      LISTS.get(place).accept(V3PipelineResolverTest.this, most + 1);
      assertThat(foundProblems())
          .containsExactly(place + " has " + (most + 1) + " elements. Use at most " + most + ".");
    }

    @Test
    void haveNoEmptyElement() {
      build().testCommands = Arrays.asList("pytest", null);

      assertThat(foundProblems())
          .containsExactly(
              "<build><testCommands><command> is missing: use a shell command, without control"
                  + " characters.");
    }

    @Test
    void ofTagsHaveAtMost40() {
      settings.tags = new HashMap<>();
      IntStream.range(0, 40).forEach(i -> settings.tags.put("tag" + i, "x"));
      assertThat(foundProblems()).isEmpty();

      settings.tags.put("more", "x");
      assertThat(foundProblems()).containsExactly("<tags> has 41 tags. Use at most 40.");
    }

    @Test
    void ofStagesHaveAtMost40() {
      settings.stages =
          IntStream.range(0, 40).mapToObj(i -> V3Settings.stage("stage" + i)).toList();
      assertThat(foundProblems()).isEmpty();

      settings.stages =
          IntStream.range(0, 41).mapToObj(i -> V3Settings.stage("stage" + i)).toList();
      assertThat(foundProblems()).containsExactly("<stages> has 41 stages. Use at most 40.");
    }

    @Test
    void ofStagesAndApprovalsHaveAtMost48() {
      settings.artifactRetentionDays = "3650";
      settings.stages =
          IntStream.range(0, 25).mapToObj(i -> V3Settings.stage("stage" + i)).toList();
      settings.stages.stream().skip(2).forEach(stage -> stage.approval = new ApprovalSettings());
      assertThat(foundProblems()).isEmpty();

      settings.stages.forEach(stage -> stage.approval = new ApprovalSettings());
      assertThat(foundProblems())
          .containsExactly(
              "<stages> has 25 stages and 25 approvals: at most 48 in all are allowed, each being a"
                  + " stage of the pipeline.");
    }

    @Test
    void ofEventsAreSortedAndHaveEachOnce() {
      notifications().events = List.of("succeeded", "failed", "succeeded");

      assertThat(resolve().options().notifications().orElseThrow().events())
          .containsExactly(Event.FAILED, Event.SUCCEEDED);
    }
  }

  private static final Map<String, BiConsumer<V3PipelineResolverTest, Integer>> LISTS =
      Map.of(
          "<build><testReports><file>",
          (t, n) -> t.testing().testReports = Collections.nCopies(n, "a.xml"),
          "<build><vpc><subnetIds>",
          (t, n) -> t.vpc().subnetIds = Collections.nCopies(n, "subnet-0a"),
          "<build><vpc><securityGroupIds>",
          (t, n) -> t.vpc().securityGroupIds = Collections.nCopies(n, "sg-0a"),
          "<deployment><managedPolicyArns>",
          (t, n) ->
              t.deployment().managedPolicyArns = Collections.nCopies(n, V3Settings.BOUNDARY_ARN),
          "<deployment><apiGatewayRoleArns>",
          (t, n) -> t.deployment().apiGatewayRoleArns = Collections.nCopies(n, ROLE_ARN),
          "<stages><stage name=\"prod\"><capabilities><capability>",
          (t, n) -> t.prod().capabilities = Collections.nCopies(n, "CAPABILITY_IAM"));

  @Nested
  class Missing {

    @Test
    void idsOfAVpcAreAProblem() {
      build().vpc = new VpcSettings();

      assertThat(foundProblems())
          .containsExactly(
              "<build><vpc><vpcId> is missing: use an ID such as vpc-0a1b2c3d.",
              "<build><vpc> needs at least one subnet in <subnetIds> and one security group in"
                  + " <securityGroupIds>.");
    }

    @Test
    void partsOfAPipIndexAreAProblem() {
      build().pipIndex = new PipIndexSettings();

      assertThat(foundProblems())
          .containsExactly(
              "<build><pipIndex><domain> is missing: use the name of a CodeArtifact domain: 2 to 50"
                  + " lowercase letters, digits and hyphens, starting with a letter.",
              "<build><pipIndex><repository> is missing: use the name of a CodeArtifact repository:"
                  + " 2 to 100 letters, digits and ._-, starting with a letter or a digit.");
    }

    @Test
    void nameOfAnAlarmIsAProblem() {
      prod().alarm = new AlarmSettings();

      assertThat(foundProblems())
          .containsExactly(
              "<stages><stage name=\"prod\"><alarm><name> is missing: use the name of an existing"
                  + " CloudWatch alarm.");
    }

    @Test
    void nameOfAStageIsToldByItsPosition() {
      V3Settings.stages(settings, V3Settings.stage("beta"), new StageSettings());

      assertThat(foundProblems())
          .containsExactly(
              "<stages><stage[2]><name> is missing: use letters, digits and hyphens, starting with"
                  + " a letter, at most 30 characters.");
    }

    @Test
    void receiverOfNotificationsIsAProblem() {
      settings.notifications = new NotificationSettings();

      assertThat(foundProblems()).containsExactly("<notifications> needs <email> or <topicArn>.");
    }
  }

  @Nested
  class Variables {

    @ParameterizedTest
    @ValueSource(strings = {"", "1A", "CODEBUILD_X", "A-B", "A B", "ä"})
    void haveAName(String name) {
      build().environmentVariables = List.of(V3Settings.variable(name, "x", null, null));

      assertThat(foundProblems())
          .containsExactly(
              "<build><environmentVariables><environmentVariable><name> is `"
                  + name
                  + "`: use letters, digits and underscores, not starting with a digit or"
                  + " CODEBUILD_.");
    }

    @ParameterizedTest
    @CsvSource({
      "A, another variable has this name. Use each name once.",
      "APP_S3_BUCKET, the pipeline sets this variable itself. Use another name.",
      "APP_S3_BUCKET_EU_WEST_1, the pipeline sets this variable itself. Use another name.",
      "APP_KMS_KEY, the pipeline sets this variable itself. Use another name.",
      "APP_KMS_KEY_EU_WEST_1, the pipeline sets this variable itself. Use another name.",
      "PIP_CACHE_DIR, the pipeline sets this variable itself. Use another name."
    })
    void haveANameOfTheirOwn(String name, String advice) {
      build().environmentVariables =
          List.of(
              V3Settings.variable("A", "x", null, null),
              V3Settings.variable(name, "y", null, null));

      assertThat(foundProblems())
          .containsExactly(
              "<build><environmentVariables><environmentVariable><name> is `"
                  + name
                  + "`: "
                  + advice);
    }

    @Test
    void withoutNamesAreNotTheSame() {
      build().environmentVariables =
          List.of(
              V3Settings.variable(null, "x", null, null),
              V3Settings.variable(null, "y", null, null));

      assertThat(foundProblems()).hasSize(2).allMatch(problem -> problem.contains("is missing"));
    }

    @Test
    void needAnOrigin() {
      build().environmentVariables = List.of(V3Settings.variable("A", null, null, null));

      assertThat(foundProblems())
          .containsExactly(
              "<build><environmentVariables><environmentVariable>[A] needs one of <value>,"
                  + " <parameterStore> and <secretsManager>.");
    }

    @ParameterizedTest
    @CsvSource({"x,y,", "x,,z", ",y,z", "x,y,z"})
    void haveOneOrigin(String value, String parameter, String secret) {
      build().environmentVariables = List.of(V3Settings.variable("A", value, parameter, secret));

      assertThat(foundProblems())
          .containsExactly(
              "<build><environmentVariables><environmentVariable>[A] has more than one of <value>,"
                  + " <parameterStore> and <secretsManager>. Keep one of them.");
    }
  }

  @Nested
  class Stages {

    @ParameterizedTest
    @CsvSource({"beta, Beta", "eu-prod, EuProd", "EU-1, EU1", "preProd, PreProd", "a-, A"})
    void haveAnIdForTheTemplate(String name, String id) {
      assertThat(only(V3Settings.stage(name))).isEqualTo(stage(id, name, "orders" + id + "Stack"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "1st", "-a", "a_b", "a b", "größe", "a123456789012345678901234567890"})
    void haveAName(String name) {
      V3Settings.stages(settings, V3Settings.stage(name));

      assertThat(foundProblems())
          .contains(
              "<stages><stage name=\""
                  + name
                  + "\"><name> is `"
                  + name
                  + "`: use letters, digits and hyphens, starting with a letter, at most 30"
                  + " characters.");
    }

    @ParameterizedTest
    @CsvSource({
      "prod, prod, another stage has this name. Use each name once.",
      "prod, PROD, 'in the pipeline it becomes `PROD`, which clashes with stage `prod`: hyphens"
          + " and case are ignored. Use another name.'",
      "beta, Beta, 'in the pipeline it becomes `Beta`, which clashes with stage `beta`: hyphens"
          + " and case are ignored. Use another name.'",
      "pre-prod, preprod, 'in the pipeline it becomes `Preprod`, which clashes with stage"
          + " `pre-prod`: hyphens and case are ignored. Use another name.'",
      "beta, Source, the pipeline has a stage `Source` of its own. Use another name.",
      "beta, source, the pipeline has a stage `Source` of its own. Use another name.",
      "source, source, the pipeline has a stage `Source` of its own. Use another name.",
      "beta, build, the pipeline has a stage `Build` of its own. Use another name.",
      "beta-approval, beta, 'in the pipeline it becomes `BetaApproval`, which clashes with stage"
          + " `beta-approval`: hyphens and case are ignored. Use another name.'"
    })
    void haveANameOfTheirOwn(String first, String second, String advice) {
      V3Settings.stages(settings, V3Settings.stage(first), V3Settings.stage(second));
      settings.stages.get(1).approval = new ApprovalSettings();

      assertThat(foundProblems())
          .contains("<stages><stage name=\"" + second + "\"><name> is `" + second + "`: " + advice)
          .hasSize(first.equals("source") ? 2 : 1);
    }

    @Test
    void withoutNamesAreNotTheSame() {
      V3Settings.stages(settings, V3Settings.stage(null), V3Settings.stage(null));

      assertThat(foundProblems())
          .extracting(problem -> problem.replaceAll(": .*", ""))
          .containsExactly(
              "<stages><stage[1]><name> is missing", "<stages><stage[2]><name> is missing");
    }

    @ParameterizedTest
    @CsvSource({"orders-live, orders-live", "ordersProdStack, "})
    void haveAStackOfTheirOwn(String first, String second) {
      StageSettings beta = V3Settings.stage("beta");
      beta.stackName = first;
      StageSettings prod = V3Settings.stage("prod");
      prod.stackName = second;
      V3Settings.stages(settings, beta, prod);

      assertThat(foundProblems())
          .containsExactly(
              "<stages><stage name=\"prod\"><stackName>"
                  + (second == null ? " (by default) is `ordersProdStack" : " is `" + second)
                  + "`: stage `beta` has the same stack. Use another one.");
    }

    @Test
    void mayShareAChaliceStage() {
      StageSettings eu = V3Settings.stage("eu");
      eu.chaliceStage = "prod";
      StageSettings us = V3Settings.stage("us");
      us.chaliceStage = "prod";
      V3Settings.stages(settings, eu, us);

      assertThat(resolve().stages()).extracting(Stage::chaliceStage).containsOnly("prod");
      assertThat(problems.found()).isEmpty();
    }

    @Test
    void takeAnEmptyElementForAnEmptyOverride() {
      merging().parameterOverrides = new HashMap<>();
      prod().parameterOverrides.put("Prefix", null);

      assertThat(resolve().stages().get(0).parameterOverrides()).isEqualTo(Map.of("Prefix", ""));
      assertThat(problems.found()).isEmpty();
    }

    @Test
    void haveAKilobyteOfOverrides() {
      merging().parameterOverrides = Map.of("A", "x".repeat(486), "B", "ä".repeat(250));
      assertThat(foundProblems()).isEmpty();

      prod().parameterOverrides = Map.of("A", "x".repeat(487), "B", "ä".repeat(250));
      assertThat(foundProblems())
          .containsExactly(
              "<stages><stage name=\"prod\"><parameterOverrides> has 1001 bytes. Use at most 1000"
                  + " bytes for all names and values of a stage, the limit of CodePipeline.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<notifications>", "<stages><stage name=\"prod\"><approval>"})
    void tellOneReceiver(String place) {
      prod();
      notifications().topicArn = null;
      notifications().email = "team@example.com";
      if (place.equals("<notifications>")) {
        notifications().topicArn = V3Settings.TOPIC_ARN;
      } else {
        approval().email = "ops@example.com";
        approval().topicArn = V3Settings.TOPIC_ARN;
      }

      assertThat(foundProblems())
          .containsExactly(place + " has both <topicArn> and <email>. Keep one of them.");
    }
  }

  @Nested
  class Together {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--stage, prod | 1",
          "--stage=prod | 1",
          "--merge-template, x.json | 1",
          "--single-file | 1",
          "--profile, ops | 1",
          "--pkg-format, terraform | 1",
          "--pkg-format=terraform | 1",
          "--template-format, yaml | 1",
          "--pkg-format terraform | 1",
          "out | 1",
          "--pkg-format, cloudformation, --template-format, JSON, --new-option, a b | 0"
        })
    void packageArgumentsLeaveThePackageAsItIs(String arguments, int count) {
      build().packageArguments = List.of(arguments.split(", "));

      assertThat(foundProblems())
          .hasSize(count)
          .allMatch(problem -> problem.startsWith("<build><packageArguments><argument> is `"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "PATH",
          "HOME",
          "PYENV_VERSION",
          "AWS_PROFILE",
          "AWS_DEFAULT_REGION",
          "LD_PRELOAD"
        })
    void variablesThatTheBuildNeedsAreAProblem(String name) {
      build().environmentVariables = List.of(V3Settings.variable(name, "x", null, null));

      assertThat(foundProblems())
          .containsExactly(
              "<build><environmentVariables><environmentVariable><name> is `"
                  + name
                  + "`: the build's own commands need this variable as it is. Use another name, or"
                  + " set it within a command.");
    }

    @Test
    void aRepositoryOfScmThatIsCalledLikeTheApplicationStaysManaged() {
      source = new Source.ExistingCodeCommit("orders", "main");
      assertThat(resolve().source()).isEqualTo(new Source.CodeCommit("main"));

      source = new Source.ExistingCodeCommit("invoices", "main");
      assertThat(resolve().source()).isEqualTo(source);
      assertThat(problems.warnings()).last().asString().contains("deletes the repository");

      V3Settings.source(settings, "codecommit:orders");
      source = new Source.ExistingCodeCommit("orders", "main");
      assertThat(resolve().source()).isEqualTo(source);
    }

    @Test
    void parallelExecutionsAreAProblem() {
      settings.executionMode = "parallel";

      assertThat(foundProblems())
          .containsExactly(
              "<executionMode> (-Dchalice.executionMode) is `parallel`: parallel executions would"
                  + " share each stage's stack and change set, so one could deploy what another"
                  + " created or nobody approved. Use superseded or queued.");
    }

    @ParameterizedTest
    @CsvSource({", 6, 7", "1441, 1, 2", "86400, 59, 60"})
    void approvalsMayNotOutlastTheArtifacts(String minutes, String tooFew, String enough) {
      approval().timeoutMinutes = minutes;
      settings.artifactRetentionDays = enough;
      assertThat(foundProblems()).isEmpty();

      settings.artifactRetentionDays = tooFew;
      assertThat(foundProblems())
          .containsExactly(
              "<artifactRetentionDays> (-Dchalice.artifactRetentionDays) is `"
                  + tooFew
                  + "`: an execution may wait up to "
                  + enough
                  + " days for approvals, and its artifacts would be deleted before that. Use"
                  + " more days, or shorter <approval><timeoutMinutes> (7 days by default).");
    }

    @Test
    void allApprovalsOfAnExecutionMayNotOutlastTheArtifacts() {
      approval().timeoutMinutes = "86400";
      StageSettings second = V3Settings.stage("second");
      second.approval = approval();
      settings.stages = List.of(prod(), second);

      assertThat(foundProblems())
          .singleElement()
          .asString()
          .contains(" is `90`: an execution may wait up to 120 days for approvals");
    }

    @Test
    void aRoleOfOnesOwnTakesNoPolicies() {
      deployment().roleArn = ROLE_ARN;
      deployment().admin = "true";
      String problem =
          "<deployment><roleArn> is `"
              + ROLE_ARN
              + "`: <admin>, <apiGatewayRoleArns> and <managedPolicyArns> do not apply to an"
              + " existing role. Leave them out.";
      assertThat(foundProblems()).containsExactly(problem);

      deployment().admin = "false";
      deployment().managedPolicyArns = List.of(V3Settings.BOUNDARY_ARN);
      assertThat(foundProblems()).containsExactly(problem, problem);
    }

    @Test
    void aLongNameAndAConnectionToCreateAreAProblem() {
      source = connection(Optional.empty());
      appName = "a".repeat(32);
      assertThat(foundProblems()).isEmpty();

      appName = "a".repeat(33);
      assertThat(foundProblems())
          .containsExactly(
              "the project's <artifactId> is `"
                  + appName
                  + "`: the template creates a connection with the application's name, and the name"
                  + " of a connection has at most 32 characters. Use a shorter name, or an existing"
                  + " connection with <source><connectionArn>.");
    }

    @Test
    void aLongNameAndAGivenConnectionAreNot() {
      source = connection(Optional.of(V3Settings.CONNECTION_ARN));
      appName = "a".repeat(92);

      assertThat(foundProblems()).isEmpty();
    }

    private Source connection(Optional<String> arn) {
      return new Source.Connection(
          Source.Provider.GITHUB,
          "acme/orders",
          "main",
          arn,
          Optional.empty(),
          new Source.PushFilter(List.of(), List.of(), List.of(), List.of()));
    }
  }

  @Nested
  class Warnings {

    @Test
    void tellOfAStageThatChaliceDoesNotKnow() {
      Map<String, ConfigScope> stages = new LinkedHashMap<>();
      stages.put("dev", ConfigScope.EMPTY);
      stages.put("prod", ConfigScope.EMPTY);
      scope = new ConfigScope(Map.of(), Map.of(), stages);

      resolve();

      assertThat(problems.warnings())
          .containsExactly(
              "The default stage `beta`: .chalice/config.json has no stage `beta` (it has dev,"
                  + " prod), so Chalice packages it with the settings that all stages share. Add"
                  + " the stage there, or set <chaliceStage>.");
    }

    @Test
    void doNotTellOfStagesWhereChaliceKnowsNone() {
      resolve();

      assertThat(problems.warnings()).isEmpty();
    }

    @Test
    void tellOfAStackNameThatIsShortened() {
      prod().stackName = "a".repeat(25);
      resolve();
      assertThat(problems.warnings()).isEmpty();

      prod().stackName = "a".repeat(26);
      resolve();
      assertThat(problems.warnings())
          .containsExactly(
              "<stages><stage name=\"prod\">: the stack name has 26 characters. CloudFormation may"
                  + " shorten it in the names of functions and roles, and the deployment role's"
                  + " permissions apply only to names that start with the whole stack name. Use a"
                  + " <stackName> of at most 25 characters, or set <deployment>.");
    }

    @Test
    void tellOfALongApplicationNameToo() {
      appName = "an-application-of-ours";

      resolve();

      assertThat(problems.warnings())
          .containsExactly(
              "The default stage `beta`: the stack name has 31 characters. CloudFormation may"
                  + " shorten it in the names of functions and roles, and the deployment role's"
                  + " permissions apply only to names that start with the whole stack name. Use a"
                  + " <stackName> of at most 25 characters, or set <deployment>.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders--live", "orders-", "a---b"})
    void thatCloudFormationFoldsAreAProblem(String stack) {
      prod().stackName = stack;
      String problem =
          "<stages><stage name=\"prod\"><stackName> is `"
              + stack
              + "`: CloudFormation writes one hyphen instead of several in the names of functions"
              + " and roles, and the deployment role's permissions apply only to names that start"
              + " with the stack name. Use a <stackName> without two hyphens in a row or a hyphen"
              + " at the end.";
      assertThat(foundProblems()).containsExactly(problem);

      deployment().admin = "true";
      assertThat(foundProblems()).containsExactly(problem);

      deployment().admin = null;
      deployment().roleArn = ROLE_ARN;
      assertThat(foundProblems()).containsExactly(problem);
    }

    @Test
    void thatCloudFormationFoldsMayBeTheApplications() {
      appName = "my--app";

      assertThat(foundProblems())
          .singleElement()
          .asString()
          .startsWith("The default stage `beta` (its default stack name) is `my--appBetaStack`: ");
    }

    @Test
    void doNotTellWhoChoseTheDeploymentRole() {
      prod().stackName = "a".repeat(26);
      deployment().admin = "true";

      resolve();

      assertThat(problems.warnings()).isEmpty();
    }
  }

  private static final Build BUILD =
      new Build(PythonVersion.PYTHON_3_13, "an/image:1", ">=1.33.0,<1.34.0", "", Optional.empty());

  /** Chalice names functions after it, whatever the pipeline is called. */
  @ParameterizedTest
  @CsvSource({
    "my.app_1, true, ''",
    "my.app_1, false, ''",
    "my app, false, ''",
    "my app, true, 'app_name in .chalice/config.json is `my app`: use letters, digits, hyphens,"
        + " underscores and dots.'"
  })
  void theNameInChalicesConfigurationIsCheckedWhereItIsNotThePipelines(
      String name, boolean another, String problem) {
    configuredName = Optional.of(new Setting("app_name in config.json", name));
    settings.appName = another ? "orders" : null;

    assertThat(resolve().chaliceName()).isEqualTo(name);
    assertThat(problems.found()).isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
  }

  @Nested
  class Configuration {

    @Test
    void ofAStageSaysWhatItsDeploymentNeeds() {
      scope =
          new ConfigScope(
              Map.of("manage_iam_role", "false", "iam_role_arn", ROLE_ARN),
              Map.of(),
              Map.of(
                  "production",
                  new ConfigScope(Map.of("api_gateway_custom_domain", "{}"), Map.of(), Map.of())));
      prod().chaliceStage = "production";
      settings.stages = List.of(V3Settings.stage("beta"), prod());

      assertThat(resolve().stages())
          .extracting(Stage::needs)
          .containsExactly(
              new Stage.Needs(List.of(ROLE_ARN), false, false),
              new Stage.Needs(List.of(ROLE_ARN), true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "arn:aws:iam::111122223333:role/*", "{{resolve:x}}"})
    void namesRolesByTheirArns(String arn) {
      scope =
          new ConfigScope(
              Map.of("manage_iam_role", "false", "iam_role_arn", arn), Map.of(), Map.of());

      assertThat(foundProblems())
          .containsExactly(
              "iam_role_arn in .chalice/config.json is `"
                  + arn
                  + "`: use the ARN of an IAM role, such as"
                  + " arn:aws:iam::111122223333:role/orders.");

      deployment().roleArn = ROLE_ARN;
      assertThat(foundProblems()).hasSize(1);
    }
  }

  private V3Pipeline resolve() {
    Path folder = Path.of("repository").toAbsolutePath();
    ChaliceApp app =
        new ChaliceApp(folder, folder, new ChaliceConfig(configuredName, scope), Optional.empty());
    return new V3PipelineResolver(settings, app, problems)
        .resolve(appName, appName + "-pipeline", source, BUILD);
  }

  private List<String> foundProblems() {
    resolve();
    return problems.found();
  }

  private Stage only(StageSettings stage) {
    V3Settings.stages(settings, stage);
    Stage resolved = resolve().stages().get(0);
    assertThat(problems.found()).isEmpty();
    return resolved;
  }

  private static Stage stage(String id, String chaliceStage, String stackName) {
    return new Stage(
        id,
        chaliceStage,
        stackName,
        Map.of(),
        List.of("CAPABILITY_IAM"),
        Optional.empty(),
        List.of(),
        OnFailure.STOP,
        Optional.empty(),
        Stage.Needs.NONE,
        TestEnvironment.NONE,
        Optional.empty(),
        Gates.NONE,
        Map.of(),
        Target.HOME);
  }

  private BuildSettings build() {
    settings.build = settings.build == null ? new BuildSettings() : settings.build;
    return settings.build;
  }

  private VpcSettings vpc() {
    if (build().vpc == null) {
      build().vpc = new VpcSettings();
      build().vpc.vpcId = "vpc-0a1b2c3d";
      build().vpc.subnetIds = List.of("subnet-0a1b2c3d");
      build().vpc.securityGroupIds = List.of("sg-0a1b2c3d");
    }
    return build().vpc;
  }

  private PipIndexSettings pipIndex() {
    if (build().pipIndex == null) {
      build().pipIndex = new PipIndexSettings();
      build().pipIndex.domain = "acme";
      build().pipIndex.repository = "python";
    }
    return build().pipIndex;
  }

  /** The one stage. */
  private StageSettings prod() {
    if (settings.stages == null) {
      V3Settings.stages(settings, V3Settings.stage("prod"));
    }
    return settings.stages.get(0);
  }

  /** The one stage, of an application whose template is merged with another one. */
  private StageSettings merging() {
    build().mergeTemplate = "made-by-a-command.json";
    return prod();
  }

  private BuildSettings testing() {
    build().testCommands = List.of("pytest");
    return build();
  }

  private ApprovalSettings approval() {
    prod().approval = prod().approval == null ? new ApprovalSettings() : prod().approval;
    return prod().approval;
  }

  private AlarmSettings alarm() {
    if (prod().alarm == null) {
      prod().alarm = new AlarmSettings();
      prod().alarm.name = "Errors";
    }
    return prod().alarm;
  }

  private DeploymentSettings deployment() {
    settings.deployment =
        settings.deployment == null ? new DeploymentSettings() : settings.deployment;
    return settings.deployment;
  }

  private NotificationSettings notifications() {
    if (settings.notifications == null) {
      settings.notifications = new NotificationSettings();
      settings.notifications.topicArn = V3Settings.TOPIC_ARN;
    }
    return settings.notifications;
  }
}
