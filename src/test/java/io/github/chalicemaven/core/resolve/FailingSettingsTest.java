package io.github.chalicemaven.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.app.ConfigScope;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of the right form, with which every build or every deployment would fail. */
class FailingSettingsTest {

  private static final String PROD = "<stages><stage name=\"prod\">";

  @TempDir Path folder;

  private Problems problems = new Problems();
  private final StageSettings prod = V3Settings.stage("prod");
  private final BuildSettings build = new BuildSettings();

  @Test
  void overridesOfParametersThatNoTemplateDeclares() {
    prod.parameterOverrides = Map.of("LogLevel", "debug", "Greeting", "hi");

    assertThat(found())
        .containsExactly(
            PROD
                + "<parameterOverrides> has Greeting, LogLevel, and the template of a Chalice"
                + " application declares no parameters: every deployment would fail. Declare them in"
                + " a template for <build><mergeTemplate>, or remove them.");
  }

  @ParameterizedTest
  @CsvSource({"extras.json, true", "extras.yaml, false", "made-by-a-command.json, true"})
  void overridesAreHeldAgainstTheTemplateThatIsMerged(String name, boolean json)
      throws IOException {
    merge(
        "extras.json",
        "{\"Parameters\": {\"LogLevel\": {\"Type\": \"String\", \"Default\": \"\"}}}");
    merge("extras.yaml", "Parameters:\n  LogLevel:\n    Type: String\n    Default: !Ref X\n");
    build.mergeTemplate = name;
    prod.parameterOverrides = Map.of("LogLevel", "debug");
    assertThat(found()).isEmpty();

    prod.parameterOverrides = Map.of("LogLevel", "debug", "Level", "debug");
    List<String> problem =
        List.of(
            PROD
                + "<parameterOverrides> has Level, which <build><mergeTemplate> does not declare (it"
                + " has LogLevel): every deployment would fail. Add them to its Parameters, or remove"
                + " them.");
    assertThat(found()).isEqualTo(name.startsWith("made") ? List.of() : problem);
  }

  @Test
  void parametersWithoutAValue() throws IOException {
    merge(
        "extras.json",
        "{\"Parameters\": {\"A\": {\"Type\": \"String\"}, \"B\": {\"Default\": \"\"}, \"C\": {}}}");
    prod.parameterOverrides = Map.of("C", "");

    assertThat(found())
        .containsExactly(
            PROD
                + " has no value for A, which <build><mergeTemplate> declares without a Default:"
                + " every deployment would fail. Add them to <parameterOverrides>.");
  }

  @Test
  void aTemplateThatChaliceCannotRead() throws IOException {
    merge("extras.json", "{\"Resources\": }");
    assertThat(found())
        .singleElement()
        .asString()
        .startsWith("<build><mergeTemplate>: " + folder.resolve("extras.json") + ", line 1");

    merge("extras.yaml", "Resources: &a\n  X:\n    <<: *a\n");
    assertThat(found()).isEmpty();
    assertThat(problems.warnings())
        .anySatisfy(
            text -> assertThat(text).startsWith("<build><mergeTemplate> could not be checked"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"RoleName\": \"prodrole\"}",
        "\"Type\": \"AWS::IAM::ManagedPolicy\", \"Properties\": {\"ManagedPolicyName\": \"x\"}",
      })
  void namesOfIamResourcesWithoutTheirCapability(String resource) throws IOException {
    merge("extras.json", "{\"Resources\": {\"Worker\": {" + resource + "}}}");
    assertThat(found())
        .containsExactly(
            PROD
                + ": <build><mergeTemplate> gives IAM resources names of their own (Worker), which"
                + " CloudFormation refuses without CAPABILITY_NAMED_IAM. Add it to <capabilities>.");

    prod.capabilities = List.of("CAPABILITY_NAMED_IAM");
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    ", orders-pipeline, ,",
    "release, release, ,",
    "release, release-target, 444455556666,",
    "release, release-target, 444455556666, eu-west-1",
    "release, release-region, , eu-west-1",
  })
  void aStackOfThePipelineItself(String own, String stack, String account, String region) {
    prod.stackName = stack;
    prod.account = account;
    prod.region = region;

    assertThat(found(given -> home(given, own)))
        .containsExactly(
            PROD
                + "<stackName> is `"
                + stack
                + "`: this is the name of a stack of the pipeline, which the deployment would replace."
                + " Use another one.");
  }

  @ParameterizedTest
  @CsvSource({
    "release, orders-pipeline, ,",
    "release, release-target, ,",
    "release, release, 444455556666,",
    "release, release, , eu-west-1",
  })
  void anotherStackThanThoseOfThePipeline(String own, String stack, String account, String region) {
    prod.stackName = stack;
    prod.account = account;
    prod.region = region;

    assertThat(found(given -> home(given, own))).isEmpty();
  }

  @Test
  void aNameToWhichStacksElsewhereAddToo() {
    assertThat(found(given -> home(given, "p".repeat(128)))).isEmpty();

    prod.account = "444455556666";
    assertThat(found(given -> home(given, "p".repeat(121)))).isEmpty();
    assertThat(found(given -> home(given, "p".repeat(122))))
        .containsExactly(
            "<stackName> (-Dchalice.stackName) is `"
                + Setting.shown("p".repeat(122))
                + "`: the names of the stacks in other accounts and regions start with it. Use at"
                + " most 121 characters.");
  }

  @Test
  void theStackOfTheApplicationInAPipelineOfChalices() {
    assertThat(
            found(
                given -> {
                  given.pipelineVersion = "v2";
                  given.stackName = "ordersBetaStack";
                }))
        .containsExactly(
            "<stackName> (-Dchalice.stackName) is `ordersBetaStack`: this is the name of the"
                + " application's stack, whose deployment would replace the pipeline. Use another"
                + " one.");
  }

  private void home(PipelineSettings given, String stackName) {
    settings(given);
    given.account = "111122223333";
    given.region = "us-east-1";
    given.stackName = stackName;
  }

  @Test
  void capabilitiesWithoutRoles() {
    prod.capabilities = List.of("CAPABILITY_AUTO_EXPAND");

    assertThat(found())
        .containsExactly(
            PROD
                + "<capabilities> has no CAPABILITY_IAM, and the application's template creates"
                + " roles: every deployment would fail. Add it.");
  }

  @Test
  void anApplicationWithGivenRolesNeedsNoCapability() {
    prod.capabilities = List.of("CAPABILITY_AUTO_EXPAND");
    ConfigScope given =
        new ConfigScope(
            Map.of(
                "manage_iam_role",
                "false",
                "iam_role_arn",
                "arn:aws:iam::111122223333:role/orders"),
            Map.of(),
            Map.of());

    assertThat(V3Settings.pipeline(this::settings, given).stages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Type\": \"AWS::DynamoDB::Table\"|Added (AWS::DynamoDB::Table)",
        "\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"ManagedPolicyArns\": []}"
            + "|Added (ManagedPolicyArns)",
        "\"Properties\": {\"ManagedPolicyArns\": []}|Added (ManagedPolicyArns)",
        "\"Type\": \"AWS::Serverless::Function\", \"Properties\": {\"Handler\": \"a.b\"}|Added"
            + " (SAM creates a role with a managed policy)",
        "\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"RoleName\": \"ordersProd\"}"
            + "|Added (RoleName `ordersProd`)",
        "\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"RoleName\": \"ordersProdStack-x\"}|",
        "\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"RoleName\": {\"Ref\": \"X\"}}|",
        "\"Type\": \"AWS::Logs::LogGroup\"|",
        "\"Properties\": {\"Timeout\": 3}|"
      })
  void resourcesThatTheDeploymentRoleMayNotCreateAreAWarning(String resource, String what)
      throws IOException {
    prod.capabilities = List.of("CAPABILITY_NAMED_IAM");
    merge("extras.json", "{\"Resources\": {\"Added\": {" + resource + "}}}");
    String warning =
        "<build><mergeTemplate> is `extras.json`: a deployment role has the permissions that a Chalice"
            + " application needs, and none for "
            + what
            + ". Allow them with <deployment><managedPolicyArns>.";

    assertThat(found()).isEmpty();
    assertThat(problems.warnings())
        .filteredOn(text -> text.contains("extras"))
        .isEqualTo(what == null ? List.of() : List.of(warning));
  }

  @Test
  void policiesOfTheUsersAllowTheirResources() throws IOException {
    merge("extras.json", "{\"Resources\": {\"Added\": {\"Type\": \"AWS::DynamoDB::Table\"}}}");
    prod.deployment = new DeploymentSettings();
    prod.deployment.managedPolicyArns = List.of("arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess");

    found();
    assertThat(problems.warnings()).noneMatch(text -> text.contains("extras"));
  }

  @Test
  void reportsThatNoCommandMakes() {
    build.testReports = List.of("reports/*.xml");
    assertThat(found())
        .containsExactly(
            "<build><testReports><file> is `reports/*.xml`: no command of <build> creates it, and"
                + " the build fails without its reports. Add <testCommands>, or remove"
                + " <testReports>.");

    build.installCommands = List.of("make test");
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[x]", "a*", "b?", "{c", "d}/e"})
  void aFolderWhoseNameIsAPattern(String name) {
    Path repository = Path.of("repository").toAbsolutePath();
    Consumer<PipelineSettings> settings =
        given -> {
          V3Settings.v3(given);
          given.appDirectory = repository.resolve("apps").resolve(name);
        };

    assertThat(found(settings))
        .containsExactly(
            "<appDirectory> (-Dchalice.appDirectory) is `apps/"
                + name
                + "`: CodeBuild treats *, ?, [, ], { and } in the folder of artifacts as a"
                + " pattern and would find no files. Rename the folder.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3.13|aws/codebuild/amazonlinux2-x86_64-standard:3.0|3.7 to 3.9",
        "3.9|aws/codebuild/standard:8.0|3.10 to 3.14",
        "3.9|aws/codebuild/amazonlinux-x86_64-standard:6.0|3.10 to 3.14",
        "3.9|aws/codebuild/amazonlinux-aarch64-standard:4.0|3.10 to 3.14",
        "3.11|aws/codebuild/standard:6.0|3.10",
        "3.10|aws/codebuild/amazonlinux-x86_64-standard:4.0|3.9",
        "3.14|aws/codebuild/standard:5.0-22.06.30|3.7 to 3.9",
        "3.9|aws/codebuild/amazonlinux2-x86_64-standard:5.0|",
        "3.14|aws/codebuild/amazonlinux-aarch64-standard:3.0|",
        "3.14|aws/codebuild/standard:9.0|",
        "3.14|python:3.9|"
      })
  void anImageWithoutThePython(String python, String image, String pythons) {
    String problem =
        "<codebuildImage> (-Dchalice.codebuildImage) is `"
            + image
            + "`: the image has no Python "
            + python
            + ", but "
            + pythons
            + ", so every build would fail. Use another image, or leave it out.";

    assertThat(
            found(
                given -> {
                  V3Settings.v3(given).pythonVersion = python;
                  given.codebuildImage = image;
                }))
        .isEqualTo(pythons == null ? List.of() : List.of(problem));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PATH",
        "HOME",
        "PYENV_VERSION",
        "PIP_REQUIRE_HASHES",
        "PIP_PLATFORM",
        "PIP_HELP",
        "AWS_SESSION_TOKEN"
      })
  void aVariableThatTheBuildNeeds(String name) {
    build.environmentVariables = List.of(V3Settings.variable(name, "x", null, null));

    assertThat(found())
        .singleElement()
        .asString()
        .contains("`" + name + "`: the build's own commands");
  }

  @Test
  void filtersThatLetNoPushThrough() {
    assertThat(found(given -> filtered(given, List.of("orders/**"), List.of("orders/**", "*.md"))))
        .containsExactly(
            "<source><excludePaths> excludes everything that would start the pipeline, so no push"
                + " would start it. Remove a pattern.");
    assertThat(found(given -> filtered(given, null, List.of("**")))).hasSize(1);
    assertThat(found(given -> filtered(given, List.of("a", "b"), List.of("a")))).isEmpty();
  }

  private static void filtered(
      PipelineSettings given, List<String> includes, List<String> excludes) {
    V3Settings.source(V3Settings.v3(given), "github:acme/orders");
    given.source.includePaths = includes;
    given.source.excludePaths = excludes;
  }

  @Test
  void anOptionThatChaliceDoesNotKnowIsAWarning() {
    build.packageArguments = List.of("--bogus=1", "--pkg-format", "cloudformation");

    assertThat(found()).isEmpty();
    assertThat(problems.warnings())
        .containsOnlyOnce(
            "<build><packageArguments><argument> is `--bogus=1`: `chalice package` of Chalice"
                + " 1.33 has no such option, and an unknown option fails the build.");
  }

  private void merge(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    build.mergeTemplate = name;
  }

  private void settings(PipelineSettings given) {
    V3Settings.stages(V3Settings.v3(given), prod);
    given.appDirectory = folder;
    given.build = build;
  }

  private List<String> found() {
    return found(this::settings);
  }

  private List<String> found(Consumer<PipelineSettings> settings) {
    problems = new Problems();
    try {
      V3Settings.pipeline(settings, problems);
    } catch (InvalidConfigurationException e) {
      assertThat(problems.found()).isNotEmpty();
    }
    return problems.found();
  }
}
