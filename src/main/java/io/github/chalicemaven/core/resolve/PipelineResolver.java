package io.github.chalicemaven.core.resolve;

import static io.github.chalicemaven.core.pipeline.PipelineVersion.V3;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.Build;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.PipelineVersion;
import io.github.chalicemaven.core.pipeline.PythonVersion;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes a {@link Pipeline} from the user's settings and the application on disk. All defaults and
 * all rules for values are in this package.
 */
public final class PipelineResolver {

  /** PEP 440 clauses, without the white space and the arbitrary equality that it also allows. */
  private static final Pattern VERSION_RANGE =
      Pattern.compile(
          "(~=|==|!=|<=|>=|<|>)[0-9A-Za-z.*+!-]+(,(~=|==|!=|<=|>=|<|>)[0-9A-Za-z.*+!-]+)*");

  /** A longer one would exhaust the matcher's stack. */
  private static final int MAX_RANGE = 255;

  private final PipelineSettings settings;
  private final ProjectFacts project;
  private final ChaliceApp app;
  private final LocalDate today;
  private final Problems problems;

  private PipelineResolver(
      PipelineSettings settings,
      ProjectFacts project,
      ChaliceApp app,
      LocalDate today,
      Problems problems) {
    this.settings = settings;
    this.project = project;
    this.app = app;
    this.today = today;
    this.problems = problems;
  }

  /**
   * Applies defaults and rules.
   *
   * @param settings the user's settings
   * @param project facts about the project other than its settings
   * @param app the application on disk
   * @param today decides whether a Python runtime is deprecated; the pipeline does not depend on it
   * @param problems the problems found so far; those found here are added
   * @throws io.github.chalicemaven.core.problem.InvalidConfigurationException with all problems, if
   *     there are any
   */
  public static Pipeline resolve(
      PipelineSettings settings,
      ProjectFacts project,
      ChaliceApp app,
      LocalDate today,
      Problems problems) {
    return new PipelineResolver(settings, project, app, today, problems).resolve();
  }

  /**
   * If a setting is wrong, adds a problem and goes on with a value that the constructors accept;
   * the pipeline is not returned then.
   */
  private Pipeline resolve() {
    String appName = appName();
    String stackName = stackName(appName);
    Setting pythonSetting = pythonSetting();
    Optional<PythonVersion> python = python(pythonSetting);
    Optional<PipelineVersion> known = version(python);
    PipelineVersion version = known.orElse(V3);
    String image = new ImageResolver(settings, problems).resolve(known, python, pythonSetting);
    String range = chaliceVersionRange(python);
    Optional<String> buildSpecFile = buildSpecFile();
    Source source = new SourceResolver(settings, project, version, problems).resolve();
    DeployedBranch.tell(settings, source, SourceResolver.defaultBranch(version), app, problems);
    Build build =
        new Build(
            python.orElse(PythonVersion.DEFAULT),
            image,
            range,
            app.pathInRepository(),
            buildSpecFile);
    Pipeline pipeline =
        version == V3
            ? new V3PipelineResolver(settings, app, problems)
                .resolve(appName, stackName, source, build)
            : classic(version, appName, stackName, source, build);
    problems.throwIfAny();
    InferredValues.note(settings, app, build.python(), problems);
    new LifecycleWarnings(today, problems).warn(pipeline, app);
    LogGroupWarning.warn(pipeline, app, problems);
    return pipeline;
  }

  private Pipeline classic(
      PipelineVersion version, String appName, String stackName, Source source, Build build) {
    if (stackName.equals(appName + ClassicPipeline.STACK_SUFFIX)) {
      problems.add(
          Setting.of("stackName", stackName),
          "this is the name of the application's stack, whose deployment would replace the pipeline."
              + " Use another one.");
    }
    onlyInV3("<build>", settings.build, problems);
    onlyInV3("<stages>", settings.stages, problems);
    onlyInV3("<deployment>", settings.deployment, problems);
    onlyInV3("<roles>", settings.roles, problems);
    onlyInV3("<notifications>", settings.notifications, problems);
    onlyInV3("<organizationId>", settings.organizationId, problems);
    onlyInV3("<tags>", settings.tags, problems);
    onlyInV3("<permissionsBoundary>", settings.permissionsBoundary, problems);
    onlyInV3("<rolePath>", settings.rolePath, problems);
    onlyInV3("<encryption>", settings.encryption, problems);
    onlyInV3("<executionMode>", settings.executionMode, problems);
    onlyInV3("<logRetentionDays>", settings.logRetentionDays, problems);
    onlyInV3("<artifactRetentionDays>", settings.artifactRetentionDays, problems);
    onlyInV3("<mergeTemplate>", settings.mergeTemplate, problems);
    return new ClassicPipeline(version, appName, stackName, source, build);
  }

  /** A problem where what v1 and v2 do not have is set. */
  static void onlyInV3(String place, Object value, Problems problems) {
    if (value != null) {
      problems.add(
          place
              + " is supported only in v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it"
              + " out.");
    }
  }

  private String appName() {
    String given =
        settings.appName != null
            ? settings.appName
            : app.config().appName().map(Setting::value).or(project::artifactId).orElse(null);
    Setting name = new Setting(ApplicationName.place(settings, app), given);
    if (name.value() == null) {
      problems.add(
          Setting.place("appName")
              + " is not set, and neither a POM nor .chalice/config.json names the application in "
              + app.directory()
              + ": use -Dchalice.appName=my-app, or specify another folder with"
              + " -Dchalice.appDirectory.");
    } else if (!ApplicationName.isValid(name.value())) {
      problems.add(name, ApplicationName.advice(name.value()));
    }
    return orElse(name.value(), ApplicationName.EXAMPLE);
  }

  private String stackName(String appName) {
    if (settings.stackName == null) {
      return Pipeline.defaultStackName(appName);
    }
    if (!AwsLimits.STACK.matcher(settings.stackName).matches()) {
      problems.add(Setting.of("stackName", settings.stackName), AwsLimits.STACK_ADVICE);
    }
    return orElse(settings.stackName, Pipeline.defaultStackName(appName));
  }

  private Optional<PythonVersion> python(Setting given) {
    Optional<PythonVersion> python = PythonVersion.parse(given.value());
    if (python.isEmpty()) {
      problems.add(
          given,
          "Lambda has no runtime for this Python version. Use one of "
              + SettingReader.oneOf(List.of(PythonVersion.values()))
              + " for "
              + Setting.place("pythonVersion")
              + ".");
    }
    return python;
  }

  /** Unset: {@code v1} where Chalice's own command would have worked, else {@code v2}. */
  private Optional<PipelineVersion> version(Optional<PythonVersion> python) {
    if (settings.pipelineVersion != null) {
      Optional<PipelineVersion> version = PipelineVersion.parse(settings.pipelineVersion);
      if (version.isEmpty()) {
        problems.add(
            Setting.of("pipelineVersion", settings.pipelineVersion),
            "this pipeline version does not exist. Use one of "
                + SettingReader.oneOf(List.of(PipelineVersion.values()))
                + ".");
      }
      return version;
    }
    boolean v1 =
        settings.codebuildImage != null || python.isPresent() && python.get().v1Image().isPresent();
    return Optional.of(v1 ? PipelineVersion.V1 : PipelineVersion.V2);
  }

  /** The Python version as it is written, and where; the default's too. */
  private Setting pythonSetting() {
    return settings.pythonVersion == null && app.pythonVersion().isPresent()
        ? app.pythonVersion().get()
        : Setting.of(
            "pythonVersion",
            Objects.requireNonNullElse(settings.pythonVersion, PythonVersion.DEFAULT));
  }

  private String chaliceVersionRange(Optional<PythonVersion> python) {
    if (settings.chaliceVersionRange == null) {
      return python.orElse(PythonVersion.DEFAULT).chaliceVersionRange();
    }
    String range = settings.chaliceVersionRange.replaceAll("\\s", "");
    if (range.length() > MAX_RANGE || !VERSION_RANGE.matcher(range).matches()) {
      problems.add(
          Setting.of("chaliceVersionRange", settings.chaliceVersionRange),
          "this is not a pip version specifier. Use a specifier such as >=1.33.0,<1.34.0, or leave"
              + " it out.");
    }
    return orElse(range, PythonVersion.DEFAULT.chaliceVersionRange());
  }

  private Optional<String> buildSpecFile() {
    if (settings.buildspecFile == null) {
      return Optional.empty();
    }
    Path file = settings.buildspecFile;
    if (!app.isInRepository(file)) {
      problems.add(
          Setting.of("buildspecFile", file),
          "the file is outside the repository "
              + app.repository()
              + ", where CodeBuild cannot find it. Specify a file in the repository.");
      return Optional.empty();
    }
    if (!ChaliceApp.isPlain(file)) {
      problems.add(
          Setting.of("buildspecFile", file),
          "the path contains control characters, `${` or `{{`, which have a special meaning in a"
              + " template. Specify another file.");
    }
    return Optional.of(app.pathInRepository(file));
  }

  /** Text that is not empty; {@code otherwise} follows a problem. */
  private static String orElse(String text, String otherwise) {
    return text == null || text.isEmpty() ? otherwise : text;
  }
}
