package io.github.chalicemaven.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.buildspec.BuildSpec.Phase;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Value.Mapping;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.PipIndexSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the commands of generated build specifications in a shell, as CodeBuild does: those of
 * version 0.2 in one shell, those of 0.1 each in a shell of its own that begins at the source's
 * root; a command that fails ends the build.
 *
 * <p>Stubs of the programs that the commands call write their folder and arguments, a line a word,
 * into a file.
 */
class BuildCommandsTest {

  private static final String STUB =
      """
      #!/bin/sh
      {
        printf '%s in %s\\n' "${0##*/}" "$(pwd)"
        for word in "$@"; do printf '  %s\\n' "$word"; done
      } >> "$CALLS"
      if [ "$1 $2" = 'cloudformation describe-stacks' ]; then cat "$OUTPUTS"; fi
      if [ "$1" = global ]; then echo system; fi
      if [ "${0##*/}" = "$FAILING" ]; then exit 1; fi
      """;

  /** {@code sudo} runs what it is told to. */
  private static final String SUDO = "#!/bin/sh\nexec \"$@\"\n";

  @TempDir Path folder;

  private final PipelineSettings settings = new PipelineSettings();
  private Path source;
  private Path calls;
  private String failing = "";
  private String outputs = "[]";
  private String shell = "/bin/sh";

  @BeforeEach
  void makeStubs() throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/bin/sh")),
        "There is no /bin/sh to run the build's commands with.");
    Path stubs = Files.createDirectory(folder.resolve("stubs"));
    for (String program : List.of("pip", "chalice", "aws", "pytest", "smoke", "pyenv")) {
      makeExecutable(stubs.resolve(program), STUB);
    }
    makeExecutable(stubs.resolve("sudo"), SUDO);
    source = Files.createDirectory(folder.resolve("source")).toRealPath();
    calls = Files.createFile(folder.resolve("calls"));
    settings.appName = "orders";
    settings.appDirectory = source;
    settings.repositoryDirectory = source;
  }

  @Test
  void v1InstallsPackagesAndUploads() throws Exception {
    settings.pipelineVersion = "v1";
    settings.pythonVersion = "3.7";

    assertThat(run(buildSpec())).isZero();
    assertThat(calls())
        .isEqualTo(
            """
            pip in APP
              install
              --upgrade
              awscli
            aws in APP
              --version
            pip in APP
              install
              chalice>=1.30.0,<1.31.0
            pip in APP
              install
              -r
              requirements.txt
            chalice in APP
              package
              /tmp/packaged
            aws in APP
              cloudformation
              package
              --template-file
              /tmp/packaged/sam.json
              --s3-bucket
              a-bucket
              --output-template-file
              transformed.yaml
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void anApplicationBelowTheRootIsPackagedFromThere(String version) throws Exception {
    settings.pipelineVersion = version;
    settings.pythonVersion = "3.7";
    below("Ada's apps/-orders $HOME");

    assertThat(run(buildSpec())).isZero();
    assertThat(calls())
        .contains("pip in APP\n  install\n  -r\n  requirements.txt\n")
        .contains(
            "chalice in SOURCE\n  --project-dir\n  Ada's apps/-orders $HOME\n  package\n"
                + "  /tmp/packaged\n")
        .contains("aws in SOURCE\n  cloudformation\n");
  }

  @Test
  void v2InstallsPackagesAndUploads() throws Exception {
    settings.pipelineVersion = "v2";

    assertThat(run(buildSpec())).isZero();
    assertThat(calls())
        .isEqualTo(
            """
            pip in APP
              install
              chalice>=1.33.0,<1.34.0
            pip in APP
              install
              -r
              requirements.txt
            chalice in APP
              package
              /tmp/packaged
            aws in APP
              cloudformation
              package
              --template-file
              /tmp/packaged/sam.json
              --s3-bucket
              a-bucket
              --output-template-file
              transformed.yaml
            """);
  }

  @Test
  void v3TestsAndPackagesEachStageInTheApplicationsFolder() throws Exception {
    everyCommand();
    below("Ada's apps/orders");

    assertThat(run(buildSpec())).isZero();
    assertThat(calls())
        .isEqualTo(
            """
            pyenv in APP
              global
            aws in APP
              codeartifact
              login
              --tool
              pip
              --domain
              acme
              --repository
              python
            pip in APP
              install
              -r
              requirements-dev.txt
            pip in APP
              install
              --no-input
              chalice>=1.33.0,<1.34.0
            pip in APP
              install
              --no-input
              -r
              requirements.txt
            pytest in APP
              --junitxml=reports/unit tests.xml
            chalice in APP
              package
              --stage
              beta
              --merge-template
              more of it.json
              --another-option
              it's "quoted"; $HOME
              /tmp/packaged/beta
            aws in APP
              cloudformation
              package
              --template-file
              /tmp/packaged/beta/sam.json
              --s3-bucket
              a-bucket
              --kms-key-id
              a-key
              --output-template-file
              transformed-beta.yaml
            chalice in APP
              package
              --stage
              prod
              --merge-template
              more of it.json
              --another-option
              it's "quoted"; $HOME
              /tmp/packaged/prod
            aws in APP
              cloudformation
              package
              --template-file
              /tmp/packaged/prod/sam.json
              --s3-bucket
              a-bucket
              --kms-key-id
              a-key
              --output-template-file
              transformed-prod.yaml
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "apps/orders"})
  void v3FindsItsFolderAgainAfterAUsersCommandLeftIt(String appPath) throws Exception {
    everyCommand();
    below(appPath);
    settings.build.installCommands = List.of("cd /");
    settings.build.testCommands = List.of("mkdir -p tests && cd tests", "pytest");

    assertThat(run(buildSpec())).isZero();
    assertThat(calls())
        .contains("pip in APP\n  install\n  --no-input\n  -r\n  requirements.txt\n")
        .contains("pytest in APP/tests\n")
        .contains("chalice in APP\n  package\n  --stage\n  beta\n");
  }

  @Test
  void v3StopsAtAFailingTestBeforeAnythingIsPackaged() throws Exception {
    everyCommand();
    below("");
    failing = "pytest";

    assertThat(run(buildSpec())).isEqualTo(1);
    assertThat(calls()).contains("pytest in APP\n").doesNotContain("chalice in");
  }

  @Test
  void v3StopsWhereChaliceFails() throws Exception {
    everyCommand();
    below("");
    failing = "chalice";

    assertThat(run(buildSpec())).isEqualTo(1);
    assertThat(calls())
        .containsOnlyOnce("chalice in")
        .doesNotContain("aws in APP\n  cloudformation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bin/sh", "/bin/bash"})
  void stageTestsHaveTheStacksOutputsUnchanged(String program) throws Exception {
    assumeTrue(Files.isExecutable(Path.of(program)));
    shell = program;
    StageSettings stage = V3Settings.stage("beta");
    stage.testCommands =
        List.of(
            "smoke \"$EndpointURL\" \"$Greeting\" \"$Quoted\" \"$Empty\" \"$Lines\"",
            "pytest integration");
    V3Settings.stages(V3Settings.v3(settings), stage);
    below("Ada's apps/orders");
    outputs =
        """
        [{"OutputKey": "EndpointURL", "OutputValue": "https://x.example.com/api/"},
         {"OutputKey": "Greeting", "OutputValue": "\\t  two  spaces,\\tand a tab \\t"},
         {"OutputKey": "Quoted", "OutputValue": "it's \\"$HOME\\" `id` $(id) \\\\n *"},
         {"OutputKey": "Empty", "OutputValue": ""},
         {"OutputKey": "Lines", "OutputValue": "a\\n=b\\n"}]
        """;

    assertThat(run(testSpec())).isZero();
    assertThat(calls())
        .isEqualTo(
            """
            pyenv in SOURCE
              global
            aws in APP
              cloudformation
              describe-stacks
              --stack-name
              a-stack
              --query
              Stacks[0].Outputs
              --output
              json
            smoke in APP
              https://x.example.com/api/
              \t  two  spaces,\tand a tab \t
              it's "$HOME" `id` $(id) \\n *
             \s
              a
            =b

            pytest in APP
              integration
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATH", "HOME", "IFS", "1Url", "STACKNAME", "PYTHONPATH", "UID"})
  void stageTestsLeaveOutWhatTheBuildNeeds(String name) throws Exception {
    StageSettings stage = V3Settings.stage("beta");
    stage.testCommands = List.of("smoke \"$Last\"");
    V3Settings.stages(V3Settings.v3(settings), stage);
    below("");
    outputs =
        "[{\"OutputKey\": \"NAME\", \"OutputValue\": \"x\"}, {\"OutputKey\": \"Last\","
                .replace("NAME", name)
            + " \"OutputValue\": \"last\"}]";

    assertThat(run(testSpec())).isZero();
    assertThat(calls()).contains("smoke in APP\n  last\n");
    String said = "Output " + name + " is left out: the build has a variable of that name.";
    if (name.equals("STACKNAME")) {
      assertThat(folder.resolve("log")).content().doesNotContain(said);
    } else {
      assertThat(folder.resolve("log")).content().contains(said);
    }
  }

  @Test
  void stageTestsOfAStackWithoutOutputsRun() throws Exception {
    StageSettings stage = V3Settings.stage("beta");
    stage.testCommands = List.of("smoke");
    V3Settings.stages(V3Settings.v3(settings), stage);
    outputs = "null";

    assertThat(run(testSpec())).isZero();
    assertThat(calls()).contains("smoke in APP\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bin/sh", "/bin/bash"})
  void aCommandOfSeveralLinesStopsAtTheFirstThatFails(String program) throws Exception {
    assumeTrue(Files.isExecutable(Path.of(program)));
    shell = program;
    everyCommand();
    below("");
    settings.build.testCommands = List.of("pytest\n  smoke after\n");
    failing = "pytest";

    assertThat(run(buildSpec())).isEqualTo(1);
    assertThat(calls()).contains("pytest in APP\n").doesNotContain("smoke in", "chalice in");
  }

  @Test
  void anImageWithAnotherPythonStopsTheBuild() throws Exception {
    V3Settings.v3(settings);
    settings.codebuildImage = "python:3";
    settings.pythonVersion = "3.9";
    String actual = "import sys\nsys.version_info = (3, 12)\n";
    makeExecutable(
        folder.resolve("stubs/python3"),
        "#!/bin/sh\nPATH=${PATH#*:} exec python3 -c \"" + actual + "$2\"\n");

    assertThat(run(buildSpec())).isEqualTo(1);
    assertThat(folder.resolve("log")).content().contains("The image has Python 3.12, not 3.9.");
    assertThat(calls()).doesNotContain("pip in");

    settings.pythonVersion = "3.12";
    assertThat(run(buildSpec())).isZero();
  }

  @Test
  void stageTestsStopWhereTheyFail() throws Exception {
    StageSettings stage = V3Settings.stage("beta");
    stage.testCommands = List.of("smoke", "pytest");
    V3Settings.stages(V3Settings.v3(settings), stage);
    failing = "smoke";

    assertThat(run(testSpec())).isEqualTo(1);
    assertThat(calls()).contains("smoke in").doesNotContain("pytest in");
  }

  @Test
  void stageTestsDoNotBeginWithoutTheStack() throws Exception {
    StageSettings stage = V3Settings.stage("beta");
    stage.testCommands = List.of("smoke");
    V3Settings.stages(V3Settings.v3(settings), stage);
    failing = "aws";

    assertThat(run(testSpec())).isEqualTo(1);
    assertThat(calls()).doesNotContain("smoke in");
  }

  /** Two stages, and commands of every kind. */
  private void everyCommand() {
    V3Settings.stages(V3Settings.v3(settings), V3Settings.stage("beta"), V3Settings.stage("prod"));
    settings.build = new BuildSettings();
    settings.build.installCommands = List.of("pip install -r requirements-dev.txt");
    settings.build.testCommands = List.of("pytest --junitxml='reports/unit tests.xml'");
    settings.build.mergeTemplate = "more of it.json";
    settings.build.packageArguments = List.of("--another-option", "it's \"quoted\"; $HOME");
    settings.build.pipIndex = new PipIndexSettings();
    settings.build.pipIndex.domain = "acme";
    settings.build.pipIndex.repository = "python";
  }

  private void below(String appPath) throws IOException {
    settings.appDirectory = source.resolve(appPath);
    Files.createDirectories(settings.appDirectory);
  }

  private static void makeExecutable(Path file, String script) throws IOException {
    Files.writeString(file, script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private BuildSpec buildSpec() {
    return parse(Generated.of(settings, LocalDate.EPOCH).buildSpecText());
  }

  /** The specification of the stage's tests, as the template embeds it. */
  private BuildSpec testSpec() {
    Mapping template = Generated.of(settings, LocalDate.EPOCH).template();
    Value embedded =
        List.of("Resources", "BetaTestBuild", "Properties", "Source", "BuildSpec").stream()
            .reduce((Value) template, (at, key) -> get(at, key), (first, second) -> second);
    return parse(DocumentFormat.YAML.render(((Value.Embedded) embedded).content()));
  }

  private static Value get(Value mapping, String key) {
    return ((Mapping) mapping).entries().get(key);
  }

  private static BuildSpec parse(String yaml) {
    Problems problems = new Problems();
    Mapping document = DocumentReader.parse("buildspec.yml", yaml, problems).orElseThrow();
    List<Phase> phases = new ArrayList<>();
    ((Mapping) document.entries().get("phases"))
        .entries()
        .forEach(
            (name, phase) -> {
              Value commands = get(phase, "commands");
              List<String> texts =
                  commands == null
                      ? List.of()
                      : ((Value.Sequence) commands)
                          .items().stream().map(c -> ((Value.Text) c).text()).toList();
              phases.add(new Phase(name, Optional.empty(), texts));
            });
    String version = ((Value.Text) document.entries().get("version")).text();
    return new BuildSpec(version, phases, List.of());
  }

  private int run(BuildSpec buildSpec) throws IOException, InterruptedException {
    List<String> commands =
        buildSpec.phases().stream().flatMap(phase -> phase.commands().stream()).toList();
    boolean shellForEach = buildSpec.version().equals("0.1");
    Path script = folder.resolve("build.sh");
    Files.writeString(
        script,
        commands.stream()
            .map(command -> shellForEach ? "(" + command + "\n)" : command)
            .map(command -> command + "\n[ $? -eq 0 ] || exit 1\n")
            .collect(Collectors.joining()));
    ProcessBuilder builder =
        new ProcessBuilder(shell, script.toString())
            .directory(source.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    Path outputsFile = Files.writeString(folder.resolve("outputs"), outputs);
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                folder.resolve("stubs") + File.pathSeparator + System.getenv("PATH"),
                "CODEBUILD_SRC_DIR",
                source.toString(),
                "APP_S3_BUCKET",
                "a-bucket",
                "APP_KMS_KEY",
                "a-key",
                "STACK_NAME",
                "a-stack",
                "CALLS",
                calls.toString(),
                "OUTPUTS",
                outputsFile.toString(),
                "FAILING",
                failing));
    Process process = builder.start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private String calls() throws IOException {
    return Files.readString(calls, UTF_8)
        .replace(" in " + settings.appDirectory, " in APP")
        .replace(" in " + source, " in SOURCE");
  }
}
