package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.app.MergedTemplate;
import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.BuildOptions;
import io.github.chalicemaven.core.pipeline.BuildOptions.ComputeType;
import io.github.chalicemaven.core.pipeline.BuildOptions.Variable;
import io.github.chalicemaven.core.pipeline.TestEnvironment;
import io.github.chalicemaven.core.pipeline.Variables;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.EnvironmentVariableSettings;
import io.github.chalicemaven.core.settings.PipIndexSettings;
import io.github.chalicemaven.core.settings.TestEnvironmentSettings;
import io.github.chalicemaven.core.settings.VpcSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Resolves {@code <build>}, and {@code <testEnvironment>}, which has some of its elements. */
final class BuildOptionsResolver {

  private static final Pattern VARIABLE = Pattern.compile("(?!CODEBUILD_)[A-Za-z_][A-Za-z0-9_]*");

  /** Variables that the shell, pyenv, Python or the AWS CLI needs as it has them. */
  private static final Pattern NEEDED =
      Pattern.compile(
          "PATH|HOME|PWD|OLDPWD|IFS|ENV|SHELL|SHELLOPTS|BASHOPTS|BASH_ENV|LD_.*|PYENV_.*|PYTHONHOME"
              + "|PIP_(TARGET|PREFIX|ROOT|USER|NO_DEPS|DRY_RUN|REQUIRE_(VIRTUALENV|HASHES)|HELP|VERSION"
              + "|PLATFORM|ABI|IMPLEMENTATION|PYTHON(_VERSION)?)|E?UID|PPID"
              + "|AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|(DEFAULT_)?(PROFILE|REGION)|.*_FILE"
              + "|CONTAINER_.*|ENDPOINT_URL.*|ROLE_.*)");

  private static final Pattern PARAMETER_NAME =
      Pattern.compile("[A-Za-z0-9_.-]+|(/[A-Za-z0-9_.-]+)+");
  private static final Pattern SECRET =
      Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}(:[A-Za-z0-9_.-]+)?");
  private static final Pattern ARTIFACT_DOMAIN = Pattern.compile("[a-z][a-z0-9-]{0,48}[a-z0-9]");
  private static final Pattern ARTIFACT_REPOSITORY =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,99}");
  private static final Pattern PATH = Pattern.compile("(?!/)(?!.*\\.\\.)[^\\p{Cntrl}\\\\]{1,255}");

  private static final Pattern VPC_ID = Pattern.compile("vpc-[0-9a-f]+");
  private static final Pattern SUBNET_ID = Pattern.compile("subnet-[0-9a-f]+");
  private static final Pattern SECURITY_GROUP_ID = Pattern.compile("sg-[0-9a-f]+");

  private final String element;
  private final Problems problems;
  private final SettingReader reader;

  /** Resolves the build of an element, for example of {@code <build>}. */
  BuildOptionsResolver(String element, Problems problems) {
    this.element = element;
    this.problems = problems;
    this.reader = new SettingReader(problems);
  }

  /** The options; they are what the user wants only if no problem was added. */
  BuildOptions resolve(BuildSettings settings) {
    BuildSettings build = Objects.requireNonNullElse(settings, new BuildSettings());
    return new BuildOptions(
        reader.choice(
            "<build><computeType>", build.computeType, ComputeType.SMALL, ComputeType.class),
        reader.number(
            "<build><timeoutMinutes>",
            build.timeoutMinutes,
            60,
            AwsLimits.MIN_TIMEOUT_MINUTES,
            AwsLimits.MAX_BUILD_MINUTES),
        reader.truth("<build><privilegedMode>", build.privilegedMode),
        reader.choice(
            "<build><cache>", build.cache, BuildOptions.Cache.NONE, BuildOptions.Cache.class),
        Optional.ofNullable(build.vpc).flatMap(this::vpc),
        variables(build.environmentVariables, Variables::isOfBuild),
        Optional.ofNullable(build.pipIndex).map(this::pipIndex),
        reader.commands("<build><installCommands><command>", build.installCommands),
        reader.commands("<build><testCommands><command>", build.testCommands),
        testReports(build),
        reader.matching(
            MergedTemplate.PLACE,
            build.mergeTemplate,
            PATH,
            build.mergeTemplate != null && build.mergeTemplate.contains("\\")
                ? "use / instead of \\."
                : "use a path in the application's folder."),
        new PackageArguments(problems).resolve(build.packageArguments));
  }

  /** Reports are made by tests: a file of the source would be an old one. */
  private List<String> testReports(BuildSettings build) {
    List<String> reports =
        reader.allMatching(
            "<build><testReports><file>",
            build.testReports,
            20,
            PATH,
            "use a path in the application's folder, such as reports/*.xml.");
    boolean noCommands =
        SettingReader.orEmpty(build.testCommands).isEmpty()
            && SettingReader.orEmpty(build.installCommands).isEmpty();
    if (!reports.isEmpty() && noCommands) {
      problems.add(
          new Setting("<build><testReports><file>", build.testReports.get(0)),
          "no command of <build> creates it, and the build fails without its reports. Add"
              + " <testCommands>, or remove <testReports>.");
    }
    return reports;
  }

  /** Where tests run; it is what the user wants only if no problem was added. */
  TestEnvironment resolve(TestEnvironmentSettings tests) {
    return new TestEnvironment(
        Optional.ofNullable(tests.vpc).flatMap(this::vpc),
        variables(tests.environmentVariables, Variables::isOfTests),
        Optional.ofNullable(tests.pipIndex).map(this::pipIndex),
        reader.commands(element + "<installCommands><command>", tests.installCommands));
  }

  private Optional<BuildOptions.Vpc> vpc(VpcSettings vpc) {
    String place = element + "<vpc>";
    String id =
        reader.required(place + "<vpcId>", vpc.vpcId, VPC_ID, "use an ID such as vpc-0a1b2c3d.");
    List<String> subnets =
        reader.allMatching(
            place + "<subnetIds>",
            vpc.subnetIds,
            16,
            SUBNET_ID,
            "use an ID such as subnet-0a1b2c3d.");
    List<String> groups =
        reader.allMatching(
            place + "<securityGroupIds>",
            vpc.securityGroupIds,
            5,
            SECURITY_GROUP_ID,
            "use an ID such as sg-0a1b2c3d.");
    if (subnets.isEmpty() || groups.isEmpty()) {
      problems.add(
          place
              + " needs at least one subnet in <subnetIds> and one security group in"
              + " <securityGroupIds>.");
      return Optional.empty();
    }
    return Optional.of(new BuildOptions.Vpc(id, subnets, groups));
  }

  private BuildOptions.PipIndex pipIndex(PipIndexSettings index) {
    String place = element + "<pipIndex>";
    return new BuildOptions.PipIndex(
        reader.required(
            place + "<domain>",
            index.domain,
            ARTIFACT_DOMAIN,
            "use the name of a CodeArtifact domain: 2 to 50 lowercase letters, digits and hyphens,"
                + " starting with a letter."),
        reader.account(place + "<domainOwner>", index.domainOwner),
        reader.required(
            place + "<repository>",
            index.repository,
            ARTIFACT_REPOSITORY,
            "use the name of a CodeArtifact repository: 2 to 100 letters, digits and ._-, starting"
                + " with a letter or a digit."));
  }

  private List<Variable> variables(
      List<EnvironmentVariableSettings> variables, Predicate<String> reserved) {
    List<Variable> resolved = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (EnvironmentVariableSettings variable : SettingReader.orEmpty(variables)) {
      String place = element + "<environmentVariables><environmentVariable>";
      String name =
          reader.required(
              place + "<name>",
              variable.name,
              VARIABLE,
              "use letters, digits and underscores, not starting with a digit or CODEBUILD_.");
      String advice = null;
      if (NEEDED.matcher(name).matches()) {
        advice =
            "the build's own commands need this variable as it is. Use another name, or set it"
                + " within a command.";
      } else if (reserved.test(name)) {
        advice = "the pipeline sets this variable itself. Use another name.";
      } else if (variable.name != null && !names.add(name)) {
        advice = "another variable has this name. Use each name once.";
      }
      if (advice != null) {
        problems.add(new Setting(place + "<name>", name), advice);
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
      problems.add(
          place
              + (given == 0 ? " needs one of" : " has more than one of")
              + " <value>, <parameterStore> and <secretsManager>"
              + (given == 0 ? "." : ". Keep one of them."));
    }
    if (variable.parameterStore != null) {
      return new Variable(
          name,
          Variable.Type.PARAMETER_STORE,
          reader.required(
              place + "<parameterStore>",
              variable.parameterStore,
              PARAMETER_NAME,
              "use the name of a Systems Manager parameter, such as /orders/db-url."));
    }
    if (variable.secretsManager != null) {
      return new Variable(
          name,
          Variable.Type.SECRETS_MANAGER,
          reader.required(
              place + "<secretsManager>",
              variable.secretsManager,
              SECRET,
              "use the name of a secret, or name:key for one key of its JSON."));
    }
    return new Variable(
        name,
        Variable.Type.PLAINTEXT,
        reader
            .freeText(place + "<value>", variable.value, 4_096)
            .orElse(SettingReader.PLACEHOLDER));
  }
}
