package io.github.chalicemaven.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.ChaliceConfig;
import io.github.chalicemaven.core.app.ConfigScope;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.pipeline.Build;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.PipelineVersion;
import io.github.chalicemaven.core.pipeline.PythonVersion;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineResolverTest {

  private static final Path REPOSITORY = Path.of("repository").toAbsolutePath();

  private final PipelineSettings settings = new PipelineSettings();
  private Optional<Setting> configuredName = Optional.empty();
  private Optional<Setting> pythonVersionFile = Optional.empty();
  private Optional<String> artifactId = Optional.of("demo");
  private Path appDirectory = REPOSITORY;
  private List<String> foundBefore = List.of();

  @Test
  void nothingGivenIsTheNewestPythonInAV2PipelineFromCodeCommit() {
    assertThat(resolve())
        .isEqualTo(
            new ClassicPipeline(
                PipelineVersion.V2,
                "demo",
                "demo-pipeline",
                new Source.CodeCommit("master"),
                new Build(
                    PythonVersion.PYTHON_3_13,
                    "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
                    ">=1.33.0,<1.34.0",
                    "",
                    Optional.empty())));
  }

  @Test
  void everythingGivenIsTaken() {
    settings.appName = "orders";
    settings.stackName = "shop";
    settings.pipelineVersion = "v1";
    settings.pythonVersion = "3.6";
    settings.source = source("github");
    settings.branch = "main";
    settings.codebuildImage = "aws/codebuild/standard:7.0";
    settings.chaliceVersionRange = "==1.21.*";
    settings.buildspecFile = REPOSITORY.resolve("ci/buildspec.yml");
    appDirectory = REPOSITORY.resolve("services/orders");

    assertThat(resolve())
        .isEqualTo(
            new ClassicPipeline(
                PipelineVersion.V1,
                "orders",
                "shop",
                new Source.GitHubToken("main", Source.TokenStore.PARAMETER),
                new Build(
                    PythonVersion.PYTHON_3_6,
                    "aws/codebuild/standard:7.0",
                    "==1.21.*",
                    "services/orders",
                    Optional.of("ci/buildspec.yml"))));
  }

  @Test
  void allProblemsAreReportedAtOnceAfterThoseFoundBefore() {
    foundBefore = List.of("Found before.");
    settings.appName = "my_app";
    settings.stackName = "1_stack";
    settings.pythonVersion = "4.0";
    settings.pipelineVersion = "v9";
    settings.codebuildImage = " ";
    settings.chaliceVersionRange = "newest";
    settings.buildspecFile = Path.of("elsewhere/buildspec.yml").toAbsolutePath();
    settings.source = source("svn");
    settings.branch = "a b";

    assertThat(problems())
        .satisfiesExactly(
            problem -> assertThat(problem).isEqualTo("Found before."),
            problem -> assertThat(problem).startsWith("<appName> (-Dchalice.appName) is `my_app`"),
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "<stackName> (-Dchalice.stackName) is `1_stack`: use letters, digits and"
                            + " hyphens, starting with a letter, at most 128 characters."),
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "<pythonVersion> (-Dchalice.pythonVersion) is `4.0`: Lambda has no runtime"
                            + " for this Python version. Use one of 2.7, 3.6, 3.7, 3.8, 3.9, 3.10,"
                            + " 3.11, 3.12, 3.13, 3.14 for <pythonVersion>"
                            + " (-Dchalice.pythonVersion)."),
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "<pipelineVersion> (-Dchalice.pipelineVersion) is `v9`: this pipeline"
                            + " version does not exist. Use one of v1, v2, v3."),
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "<codebuildImage> (-Dchalice.codebuildImage) is ` `: this is not the name"
                            + " of a container image. Use a name such as"
                            + " aws/codebuild/standard:7.0, or leave it out."),
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "<chaliceVersionRange> (-Dchalice.chaliceVersionRange) is `newest`: this is"
                            + " not a pip version specifier. Use a specifier such as"
                            + " >=1.33.0,<1.34.0, or leave it out."),
            problem ->
                assertThat(problem)
                    .startsWith("<buildspecFile> (-Dchalice.buildspecFile) is `")
                    .contains("outside the repository " + REPOSITORY),
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "<branch> (-Dchalice.branch) is `a b`: this is not a valid branch name. Use"
                            + " a name such as main."),
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "<source> (-Dchalice.source) is `svn`: this source is not supported. Use"
                            + " one of codecommit, github, github-enterprise, gitlab,"
                            + " gitlab-self-managed, bitbucket, azure-devops, s3."));
  }

  @Nested
  class TheName {

    @Test
    void givenBeatsConfiguredBeatsTheArtifactId() {
      assertThat(resolve().appName()).isEqualTo("demo");
      configuredName = Optional.of(new Setting("app_name in config.json", "configured"));
      assertThat(resolve().appName()).isEqualTo("configured");
      settings.appName = "given";
      assertThat(resolve().appName()).isEqualTo("given");
    }

    @ParameterizedTest
    @CsvSource({
      "my_app, 'stack, change set', my-app",
      "my app, 'CodeCommit repository, CodeBuild project, pipeline, stack, change set', my-app",
      "café, 'CodeCommit repository, CodeBuild project, pipeline, stack, change set', caf",
      "a/b, 'CodeCommit repository, CodeBuild project, pipeline, stack, change set', a-b",
      "my.app, 'CodeBuild project, stack, change set', my-app",
      "my.git, 'CodeCommit repository, CodeBuild project, stack, change set', my-git",
      "9app, 'stack, change set', app",
      "-app, 'CodeBuild project, stack, change set', app",
      "42, 'stack, change set', my-app",
      "日本, 'CodeCommit repository, CodeBuild project, pipeline, stack, change set', my-app"
    })
    void thatAwsWouldRefuseIsAProblemWithASuggestion(
        String name, String broken, String suggestion) {
      settings.appName = name;

      assertThat(problems())
          .containsExactly(
              "<appName> (-Dchalice.appName) is `"
                  + name
                  + "`: AWS does not allow it in the name of the "
                  + broken
                  + ". Use letters, digits and hyphens, starting with a letter, at most 92"
                  + " characters: for example, -Dchalice.appName="
                  + suggestion
                  + " or <appName>.");
      settings.appName = suggestion;
      assertThat(resolve().appName()).isEqualTo(suggestion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A", "orders", "Orders-2", "a-", "a--b"})
    void ofLettersDigitsAndHyphensIsTaken(String name) {
      settings.appName = name;

      assertThat(resolve().appName()).isEqualTo(name);
    }

    @Test
    void hasAtMost92Characters() {
      settings.appName = "a".repeat(92);
      assertThat(resolve().appName()).hasSize(92);

      settings.appName = "a".repeat(93);
      assertThat(problems())
          .singleElement()
          .asString()
          .contains("AWS does not allow it in the name of the pipeline. ")
          .contains("for example, -Dchalice.appName=" + "a".repeat(92) + " or");
    }

    @Test
    void thatIsEmptyIsAProblemWithASuggestion() {
      settings.appName = "";

      assertThat(problems())
          .singleElement()
          .asString()
          .startsWith("<appName> (-Dchalice.appName) is ``: Use letters, digits and hyphens")
          .contains("for example, -Dchalice.appName=my-app or");
    }

    @Test
    void thatWasOnlyDerivedIsToldByItsPlace() {
      artifactId = Optional.of("my_artifact");
      assertThat(problems())
          .singleElement()
          .asString()
          .startsWith("the project's <artifactId> is `my_artifact`: ");

      configuredName = Optional.of(new Setting("app_name in config.json", "my_app"));
      assertThat(problems())
          .singleElement()
          .asString()
          .startsWith("app_name in config.json is `my_app`: ");
    }

    @Test
    void mustComeFromSomewhere() {
      artifactId = Optional.empty();

      assertThat(problems())
          .containsExactly(
              "<appName> (-Dchalice.appName) is not set, and neither a POM nor"
                  + " .chalice/config.json names the application in "
                  + REPOSITORY
                  + ": use -Dchalice.appName=my-app, or specify another folder with"
                  + " -Dchalice.appDirectory.");
    }
  }

  /** The tables of CodeBuild's images, of Chalice's releases and of Lambda's runtimes. */
  @Nested
  class ThePython {

    @ParameterizedTest
    @CsvSource({
      "2.7,  v1, aws/codebuild/python:2.7.12",
      "3.6,  v1, aws/codebuild/python:3.6.5",
      "3.7,  v1, aws/codebuild/python:3.7.1",
      "3.7,  v2, aws/codebuild/amazonlinux2-x86_64-standard:3.0",
      "3.8,  v2, aws/codebuild/amazonlinux2-x86_64-standard:3.0",
      "3.9,  v2, aws/codebuild/amazonlinux2-x86_64-standard:5.0",
      "3.10, v2, aws/codebuild/amazonlinux2-x86_64-standard:5.0",
      "3.11, v2, aws/codebuild/amazonlinux2-x86_64-standard:5.0",
      "3.12, v2, aws/codebuild/amazonlinux2-x86_64-standard:5.0",
      "3.13, v2, aws/codebuild/amazonlinux2-x86_64-standard:5.0",
      "3.14, v2, aws/codebuild/amazonlinux2-x86_64-standard:5.0"
    })
    void withThePipelineVersionDecidesTheImage(String python, String version, String image) {
      settings.pythonVersion = python;
      settings.pipelineVersion = version;

      assertThat(resolve().build().image()).isEqualTo(image);
    }

    @ParameterizedTest
    @CsvSource({
      "2.7, v1",
      "3.6, v1",
      "3.7, v1",
      "3.8, v2",
      "3.9, v2",
      "3.10, v2",
      "3.13, v2",
      "3.14, v2"
    })
    void decidesThePipelineVersionThatIsNotGiven(String python, String version) {
      settings.pythonVersion = python;

      assertThat(resolve().version()).hasToString(version);
    }

    @ParameterizedTest
    @CsvSource({
      "2.7,  '>=1.23.0,<1.24.0'",
      "3.6,  '>=1.30.0,<1.31.0'",
      "3.7,  '>=1.30.0,<1.31.0'",
      "3.8,  '>=1.31.0,<1.32.0'",
      "3.9,  '>=1.32.0,<1.33.0'",
      "3.10, '>=1.33.0,<1.34.0'",
      "3.11, '>=1.33.0,<1.34.0'",
      "3.12, '>=1.33.0,<1.34.0'",
      "3.13, '>=1.33.0,<1.34.0'",
      "3.14, '>=1.33.0,<1.34.0'"
    })
    void decidesTheRangeOfChalice(String python, String range) {
      settings.pythonVersion = python;

      assertThat(resolve().build().chaliceVersionRange()).isEqualTo(range);
    }

    @ParameterizedTest
    @CsvSource({
      "3.9, 2025-12-15",
      "3.10, 2026-10-31",
      "3.12, 2028-10-31",
      "3.13, 2029-06-30",
      "3.14, 2029-06-30"
    })
    void knowsTheDayOnWhichLambdaDeprecatesIt(String python, LocalDate day) {
      settings.pythonVersion = python;

      assertThat(resolve().build().python().lambdaDeprecation()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
      "3.12, 3.12",
      "python3.12, 3.12",
      "python-3.12, 3.12",
      "3.12.7, 3.12",
      "3.13-dev, 3.13",
      "3.14.0rc2, 3.14",
      "python-3.12.4, 3.12",
      "cpython@3.12, 3.12",
      "cpython3.12, 3.12",
      "cpython-3.12.4-linux-x86_64-gnu, 3.12",
      "cpython-3.12-macos-aarch64-none, 3.12",
      "cp312, 3.12",
      "3.12.1.2, ",
      "3.12 or so, ",
      "3.12-so, ",
      "3.12., ",
      "3.12.x, ",
      "3.13-dev-debug, ",
      "'>=3.12,<3.13', ",
      "3.10, 3.10",
      "3.14t, ",
      "3, ",
      "3.1, ",
      "3.5, ",
      "3.15, ",
      "Python3.12, ",
      "' 3.12', ",
      "pypy3.9-7.3.9, ",
      "system, "
    })
    void isWrittenInAFewForms(String text, String python) {
      settings.pythonVersion = text;

      if (python == null) {
        assertThat(problems())
            .singleElement()
            .asString()
            .startsWith(
                "<pythonVersion> (-Dchalice.pythonVersion) is `"
                    + text
                    + "`: Lambda has no runtime for this Python version.");
      } else {
        assertThat(resolve().build().python()).hasToString(python);
      }
    }

    @Test
    void givenBeatsTheFile() {
      pythonVersionFile = Optional.of(new Setting(".python-version", "3.11.4"));
      assertThat(resolve().build().python()).isEqualTo(PythonVersion.PYTHON_3_11);

      settings.pythonVersion = "3.12";
      assertThat(resolve().build().python()).isEqualTo(PythonVersion.PYTHON_3_12);
    }

    @Test
    void inTheFileIsToldByTheFile() {
      pythonVersionFile = Optional.of(new Setting("app/.python-version", "2.6"));

      assertThat(problems())
          .singleElement()
          .asString()
          .startsWith(
              "app/.python-version is `2.6`: Lambda has no runtime for this Python version.")
          .endsWith("for <pythonVersion> (-Dchalice.pythonVersion).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.7", "3.6"})
    void beforeVersion37HasNoV2Pipeline(String python) {
      settings.pythonVersion = python;
      settings.pipelineVersion = "v2";
      String problem =
          "<pythonVersion> (-Dchalice.pythonVersion) is `"
              + python
              + "`: the v2 pipeline requires Python 3.7 or later. Use a later Python, or"
              + " <pipelineVersion>v1</pipelineVersion>.";

      assertThat(problems()).containsExactly(problem);
      settings.codebuildImage = "aws/codebuild/standard:7.0";
      assertThat(problems()).as("whatever the image").containsExactly(problem);
    }

    @ParameterizedTest
    @EnumSource(
        names = {"PYTHON_2_7", "PYTHON_3_6", "PYTHON_3_7"},
        mode = EnumSource.Mode.EXCLUDE)
    void withoutAnImageOfItsOwnHasNoV1Pipeline(PythonVersion python) {
      pythonVersionFile = Optional.of(new Setting("app/.python-version", python.toString()));
      settings.pipelineVersion = "v1";

      assertThat(problems())
          .containsExactly(
              "app/.python-version is `"
                  + python
                  + "`: the v1 pipeline has no default CodeBuild image for this Python version."
                  + " Specify an image that has it with <codebuildImage>"
                  + " (-Dchalice.codebuildImage), or use <pipelineVersion>v2</pipelineVersion>.");
      settings.codebuildImage = "aws/codebuild/standard:7.0";
      assertThat(resolve().version()).isEqualTo(PipelineVersion.V1);
    }

    @Test
    void byDefaultIsToldAsIfItWereGiven() {
      settings.pipelineVersion = "v1";

      assertThat(problems())
          .singleElement()
          .asString()
          .startsWith("<pythonVersion> (-Dchalice.pythonVersion) is `3.13`: the v1 pipeline");
    }
  }

  @Nested
  class TheImage {

    @Test
    void givenWithoutAVersionMeansV1() {
      settings.codebuildImage = "aws/codebuild/standard:7.0";

      assertThat(resolve().version()).isEqualTo(PipelineVersion.V1);
      assertThat(resolve().build().image()).isEqualTo("aws/codebuild/standard:7.0");
    }

    @Test
    void isHonouredInV2() {
      settings.codebuildImage = "aws/codebuild/standard:7.0";
      settings.pipelineVersion = "v2";

      assertThat(resolve().version()).isEqualTo(PipelineVersion.V2);
      assertThat(resolve().build().image()).isEqualTo("aws/codebuild/standard:7.0");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "python:3.13",
          "public.ecr.aws/docker/library/python:3.13-slim",
          "123456789012.dkr.ecr.eu-west-1.amazonaws.com/build/python_3@sha256:0123456789abcdef"
        })
    void mayComeFromAnyRegistry(String image) {
      settings.codebuildImage = image;

      assertThat(resolve().build().image()).isEqualTo(image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "python 3", " python:3.13", "-python", "python\n", "é"})
    void thatIsNoNameIsAProblem(String image) {
      settings.codebuildImage = image;

      assertThat(problems())
          .containsExactly(
              "<codebuildImage> (-Dchalice.codebuildImage) is `"
                  + Setting.shown(image)
                  + "`: this is not the name of a container image. Use a name such as"
                  + " aws/codebuild/standard:7.0, or leave it out.");
    }
  }

  @Nested
  class TheRange {

    @ParameterizedTest
    @CsvSource({
      "'>=1.31.0,<1.32.0', '>=1.31.0,<1.32.0'",
      "' >= 1.31.0, < 1.32.0 ', '>=1.31.0,<1.32.0'",
      "==1.33.0, ==1.33.0",
      "==1.33.*, ==1.33.*",
      "~=1.33, ~=1.33",
      "'!=1.32.0,>1', '!=1.32.0,>1'",
      "<=1.33.0rc1, <=1.33.0rc1"
    })
    void isAPipVersionSpecifierWithoutWhiteSpace(String given, String range) {
      settings.chaliceVersionRange = given;

      assertThat(resolve().build().chaliceVersionRange()).isEqualTo(range);
    }

    @Test
    void hasAtMost255Characters() {
      settings.chaliceVersionRange = ">=" + "1".repeat(253);
      assertThat(resolve().build().chaliceVersionRange()).hasSize(255);

      settings.chaliceVersionRange += "1";
      assertThat(problems()).singleElement().asString().contains("not a pip version specifier");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "", " ", "1.33.0", "=1.33", "===1.33", ">=", ">=1,", ",>=1", ">=1;id", "==$(id)"
        })
    void ofAnotherFormIsAProblem(String range) {
      settings.chaliceVersionRange = range;

      assertThat(problems())
          .singleElement()
          .asString()
          .startsWith(
              "<chaliceVersionRange> (-Dchalice.chaliceVersionRange) is `"
                  + range
                  + "`: this is not a pip version specifier.");
    }
  }

  @Nested
  class TheSource {

    @ParameterizedTest
    @CsvSource({"v1, PARAMETER", "v2, SECRETS_MANAGER"})
    void githubHasItsTokenWhereTheVersionSays(String version, Source.TokenStore store) {
      settings.pipelineVersion = version;
      settings.pythonVersion = "3.7";
      settings.source = source("github");

      assertThat(resolve().source()).isEqualTo(new Source.GitHubToken("master", store));
    }

    @Test
    void withoutAProviderIsCodeCommit() {
      settings.source = new SourceSettings();
      settings.source.branch = "main";

      assertThat(resolve().source()).isEqualTo(new Source.CodeCommit("main"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GitHub", "GITHUB", " github", "svn"})
    void ofAnotherNameIsAProblem(String provider) {
      settings.source = source(provider);

      assertThat(problems())
          .containsExactly(
              "<source> (-Dchalice.source) is `"
                  + provider
                  + "`: this source is not supported. Use one of codecommit, github.");
    }
  }

  @Nested
  class TheBranch {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "main",
          "release/1.2",
          "feature/a_b#7",
          "v1.0+fix",
          "_x",
          "1",
          "a.b",
          "lock",
          "release@2024",
          "users/jan\u00e9",
          "\u30d6\u30e9\u30f3\u30c1",
          "a@b/c=d,e!f%g",
          "HEAD2",
          "my/origin/x",
          "origins/x"
        })
    void isAnyNameThatGitTakes(String branch) {
      settings.branch = branch;

      assertThat(resolve().source()).isEqualTo(new Source.CodeCommit(branch));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "a b",
          "-x",
          "/a",
          "a/",
          "a//b",
          "a..b",
          ".a",
          "a/.b",
          "a.",
          "a.lock",
          "a.lock/b",
          "a~1",
          "a^",
          "a:b",
          "a?",
          "a*",
          "a[",
          "a\\b",
          "a\nb",
          "${x}",
          "@",
          "a@{1}",
          "a{{b"
        })
    void thatGitWouldRefuseIsAProblem(String branch) {
      settings.branch = branch;

      assertThat(problems())
          .containsExactly(
              "<branch> (-Dchalice.branch) is `"
                  + Setting.shown(branch)
                  + "`: this is not a valid branch name. Use a name such as main.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refs/heads/main", "refs/tags/v1", "origin/main", "HEAD", "FETCH_HEAD"})
    void thatIsAReferenceOfACheckoutIsAProblem(String branch) {
      settings.branch = branch;

      assertThat(problems())
          .containsExactly(
              "<branch> (-Dchalice.branch) is `"
                  + branch
                  + "`: this is a reference of a Git checkout, not the name of a branch in the source"
                  + " repository. Use the name alone, such as main.");
    }

    @Test
    void isNamedWhereItStands() {
      settings.source = new SourceSettings();
      settings.source.branch = "a b";

      assertThat(problems())
          .containsExactly(
              "<source><branch> is `a b`: this is not a valid branch name. Use a name such as"
                  + " main.");
    }

    @Test
    void maySayTheSameInBothPlaces() {
      settings.branch = "main";
      settings.source = new SourceSettings();
      settings.source.branch = "main";

      assertThat(resolve().source()).isEqualTo(new Source.CodeCommit("main"));
    }

    @Test
    void givenTwiceAndDifferentlyIsAProblem() {
      settings.branch = "main";
      settings.source = new SourceSettings();
      settings.source.branch = "develop";

      assertThat(problems())
          .containsExactly(
              "<branch> (-Dchalice.branch) is `main`: <source><branch> is `develop`. Specify the"
                  + " branch once.");
    }
  }

  @Nested
  class TheBuildSpecification {

    @ParameterizedTest
    @ValueSource(strings = {"buildspec.yml", "ci/build/spec.yaml"})
    void inAFileIsToldByItsPathInTheRepository(String path) {
      settings.buildspecFile = REPOSITORY.resolve(path);

      assertThat(resolve().build().buildSpecFile()).contains(path);
    }

    @Test
    void outsideOfTheRepositoryIsAProblem() {
      Path file = REPOSITORY.resolveSibling("buildspec.yml");
      settings.buildspecFile = file;

      assertThat(problems())
          .containsExactly(
              "<buildspecFile> (-Dchalice.buildspecFile) is `"
                  + Setting.shown(file.toString())
                  + "`: the file is outside the repository "
                  + REPOSITORY
                  + ", where CodeBuild cannot find it. Specify a file in the repository.");
    }
  }

  private Pipeline resolve() {
    ChaliceConfig config = new ChaliceConfig(configuredName, ConfigScope.EMPTY);
    ChaliceApp app = new ChaliceApp(appDirectory, REPOSITORY, config, pythonVersionFile);
    Problems problems = new Problems();
    foundBefore.forEach(problems::add);
    ProjectFacts project =
        new ProjectFacts(
            artifactId, REPOSITORY, REPOSITORY, Optional.empty(), REPOSITORY, List.of());
    return PipelineResolver.resolve(settings, project, app, LocalDate.EPOCH, problems);
  }

  private List<String> problems() {
    String message =
        catchThrowableOfType(InvalidConfigurationException.class, this::resolve).getMessage();
    return Arrays.stream(message.split("\n  - ")).skip(1).toList();
  }

  private static SourceSettings source(String provider) {
    SourceSettings source = new SourceSettings();
    source.set(provider);
    return source;
  }
}
