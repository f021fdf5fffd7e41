package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.buildspec.Shell;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.pipeline.Build;
import io.github.chalicemaven.core.pipeline.BuildOptions;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.TestEnvironment;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.pipeline.Variables;
import io.github.chalicemaven.core.render.ImagePython;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The build specifications of a {@code v3} pipeline. Every phase begins in the application's
 * folder, and the user's commands run there.
 */
final class V3BuildSpec {

  /** The group of the unit tests' report; CodeBuild puts the project's name before it. */
  static final String REPORT_GROUP = "unit-tests";

  /** Where pip keeps its downloads when CodeBuild caches them. */
  static final String PIP_CACHE = "/tmp/pip-cache";

  private static final String VERSION = "0.2";

  /**
   * Writes a stack's outputs as shell commands. A name that the environment or the shell has
   * already is left out: the build itself may need it.
   */
  private static final String EXPORTS =
      """
      import json, os, re, shlex, sys
      taken = re.compile("[0-9].*|PYTHON.*|BASH.*|COMP.*|IFS|ENV|CDPATH|E?UID|PPID|GROUPS|S?RANDOM|SECONDS|LINENO|OPT(IND|ARG|ERR)|FUNCNAME|DIRSTACK|HISTCMD|SHELLOPTS|PIPESTATUS|EPOCH.*|OLDPWD")
      for output in json.load(open("/tmp/stack-outputs.json")) or []:
          name = output["OutputKey"]
          if name in os.environ or taken.fullmatch(name):
              print("Output", name, "is left out: the build has a variable of that name.", file=sys.stderr)
          else:
              print("export", name + "=" + shlex.quote(output["OutputValue"]))
      """;

  private V3BuildSpec() {}

  /** The one build: tests the application, and packages it for every stage. */
  static BuildSpec render(V3Pipeline pipeline) {
    Build build = pipeline.build();
    BuildOptions options = pipeline.buildOptions();
    List<BuildSpec.Phase> phases = new ArrayList<>();
    phases.add(phase("install", build, build.runtimeVersion(), install(pipeline)));
    // In the build phase: CodeBuild uploads no reports if an earlier phase fails.
    List<String> commands = new ArrayList<>(usersOwn(options.testCommands(), build));
    commands.addAll(packageStages(pipeline));
    pipeline.stages().forEach(stage -> commands.addAll(writeConfiguration(stage)));
    phases.add(phase("build", build, Optional.empty(), commands));
    return new BuildSpec(
        VERSION,
        phases,
        options.testReports().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new BuildSpec.Report(
                    REPORT_GROUP, new BuildSpec.Files(build.appPath(), options.testReports()))),
        Optional.of(new BuildSpec.Files(build.appPath(), artifacts(pipeline.stages()))),
        options.cache() == BuildOptions.Cache.NONE ? List.of() : List.of(PIP_CACHE + "/**/*"));
  }

  private static List<String> artifacts(List<Stage> stages) {
    return Stream.concat(
            stages.stream().map(Stage::templateFile).distinct(),
            stages.stream().flatMap(stage -> stage.configurationFile().stream()))
        .toList();
  }

  /**
   * The command that writes the tags of a stage's stack.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html">Template
   *     configuration file</a>
   */
  private static List<String> writeConfiguration(Stage stage) {
    Value tags = Value.texts(stage.tags());
    String json = DocumentFormat.compactJson(Value.mapping().with("Tags", tags));
    return stage
        .configurationFile()
        .map(file -> List.of("printf '%s\\n' " + Shell.word(json) + " > " + file))
        .orElse(List.of());
  }

  /** The tests of a deployed stage, the outputs of its stack in the environment. */
  static BuildSpec tests(Build build, Stage stage) {
    List<String> commands = new ArrayList<>();
    if (stage.target().account().isEmpty()) {
      commands.addAll(readOutputs(stage.target().region()));
    }
    commands.addAll(eachLine(stage.testCommands()));
    return new BuildSpec(
        VERSION,
        List.of(
            installTests(build, stage.testEnvironment()),
            phase("build", build, Optional.empty(), commands)),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The outputs of a stage's stack as variables. */
  private static List<String> readOutputs(Optional<String> region) {
    return List.of(
        "aws cloudformation describe-stacks"
            + region.map(name -> " --region " + name).orElse("")
            + " --stack-name \"$"
            + Variables.STACK_NAME
            + "\" --query 'Stacks[0].Outputs' --output json > /tmp/stack-outputs.json",
        "python3 -c " + Shell.word(EXPORTS) + " > /tmp/stack-outputs.sh",
        ". /tmp/stack-outputs.sh");
  }

  private static BuildSpec.Phase installTests(Build build, TestEnvironment environment) {
    List<String> commands = new ArrayList<>();
    environment.pipIndex().map(V3BuildSpec::login).ifPresent(commands::add);
    commands.addAll(eachLine(environment.installCommands()));
    if (!commands.isEmpty() && !build.appPath().isEmpty()) {
      commands.add(0, changeToApp(build));
    }
    commands.add(0, choosePython(build));
    return new BuildSpec.Phase("install", build.runtimeVersion(), commands);
  }

  /**
   * Sees to it that the commands run the application's Python. In CodeBuild's images, a {@code
   * .python-version} of the source would take precedence over {@code runtime-versions}.
   */
  private static String choosePython(Build build) {
    return build.hasCodeBuildImage()
        ? "export PYENV_VERSION=\"$(pyenv global)\""
        : ImagePython.checkCommand(build.python().toString());
  }

  private static List<String> install(V3Pipeline pipeline) {
    List<String> commands = new ArrayList<>();
    commands.add(choosePython(pipeline.build()));
    pipeline.buildOptions().pipIndex().map(V3BuildSpec::login).ifPresent(commands::add);
    commands.addAll(usersOwn(pipeline.buildOptions().installCommands(), pipeline.build()));
    commands.add(
        "pip install --no-input " + Shell.word("chalice" + pipeline.build().chaliceVersionRange()));
    commands.add("pip install --no-input -r requirements.txt");
    return commands;
  }

  private static String login(BuildOptions.PipIndex index) {
    return "aws codeartifact login --tool pip --domain "
        + index.domain()
        + index.domainOwner().map(owner -> " --domain-owner " + owner).orElse("")
        + " --repository "
        + index.repository();
  }

  private static List<String> packageStages(V3Pipeline pipeline) {
    List<String> commands = new ArrayList<>();
    Map<String, Map<String, Stage>> packages = new LinkedHashMap<>();
    for (Stage stage : pipeline.stages()) {
      packages
          .computeIfAbsent(stage.chaliceStage(), name -> new LinkedHashMap<>())
          .putIfAbsent(stage.templateFile(), stage);
    }
    packages.forEach(
        (name, stages) -> commands.addAll(packageStage(name, stages.values(), pipeline)));
    return commands;
  }

  /** Chalice packages a stage of its own once, whatever regions and accounts it is for. */
  private static List<String> packageStage(
      String stage, Collection<Stage> packaged, V3Pipeline pipeline) {
    BuildOptions options = pipeline.buildOptions();
    String folder = "/tmp/packaged/" + stage;
    String merge =
        options.mergeTemplate().map(file -> " --merge-template " + Shell.word(file)).orElse("");
    String more =
        options.packageArguments().stream()
            .map(argument -> " " + Shell.word(argument))
            .collect(Collectors.joining());
    List<String> commands = new ArrayList<>();
    commands.add("chalice package --stage " + stage + merge + more + " " + folder);
    // One boundary takes the place of another one; what needs none goes first.
    packaged.stream()
        .sorted(Comparator.comparing(one -> pipeline.permissionsBoundary(one).isPresent()))
        .forEach(one -> commands.addAll(upload(one, folder, pipeline)));
    return commands;
  }

  private static List<String> upload(Stage stage, String folder, V3Pipeline pipeline) {
    Optional<String> region = stage.target().region();
    List<String> commands = new ArrayList<>();
    pipeline
        .permissionsBoundary(stage)
        .map(boundary -> BoundaryScript.command(folder + "/sam.json", boundary))
        .ifPresent(commands::add);
    commands.add(
        "aws cloudformation package"
            + region.map(name -> " --region " + name).orElse("")
            + " --template-file "
            + folder
            + "/"
            + template(pipeline.buildOptions())
            + " --s3-bucket "
            + variable(Variables.APPLICATION_BUCKET, region)
            // Without it, the CLI asks S3 for AES256, whatever the bucket's default is.
            + (pipeline.options().customerKey()
                ? " --kms-key-id " + variable(Variables.APPLICATION_KEY, region)
                : "")
            + " --output-template-file "
            + stage.templateFile());
    return commands;
  }

  private static String variable(String name, Optional<String> region) {
    return "\"$" + Variables.in(region, name) + "\"";
  }

  /** The file that Chalice writes: YAML where it merges YAML. */
  private static String template(BuildOptions options) {
    return options.mergesYaml() ? "sam.yaml" : "sam.json";
  }

  /** The user's commands, of which the first line that fails ends the build, not only the last. */
  private static List<String> eachLine(List<String> commands) {
    return commands.stream()
        .map(command -> command.strip().contains("\n") ? "set -e\n" + command : command)
        .toList();
  }

  /** The user's commands may change the folder: whatever follows them is to find its own. */
  private static List<String> usersOwn(List<String> commands, Build build) {
    List<String> andBack = new ArrayList<>(eachLine(commands));
    if (!commands.isEmpty()) {
      andBack.add(changeToApp(build));
    }
    return andBack;
  }

  private static BuildSpec.Phase phase(
      String name, Build build, Optional<String> python, List<String> commands) {
    List<String> inApp = new ArrayList<>();
    if (!build.appPath().isEmpty()) {
      inApp.add(changeToApp(build));
    }
    inApp.addAll(commands);
    return new BuildSpec.Phase(name, python, inApp);
  }

  private static String changeToApp(Build build) {
    return "cd \"$CODEBUILD_SRC_DIR\""
        + (build.appPath().isEmpty() ? "" : "/" + Shell.word(build.appPath()));
  }
}
