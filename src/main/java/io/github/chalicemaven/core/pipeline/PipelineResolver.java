package io.github.chalicemaven.core.pipeline;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a {@link Pipeline} of what the user gave and of what lies on disk: the one place of
 * defaults, and of the rules for values.
 */
public final class PipelineResolver {

  private static final String DEFAULT_BRANCH = "master";
  private static final String AMAZON_LINUX_2 = "aws/codebuild/amazonlinux2-x86_64-standard:";

  private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:@-]{0,254}");
  private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./+#-]{0,254}");

  /** PEP 440 clauses, without the white space and the arbitrary equality that it also allows. */
  private static final Pattern VERSION_RANGE =
      Pattern.compile(
          "(~=|==|!=|<=|>=|<|>)[0-9A-Za-z.*+!-]+(,(~=|==|!=|<=|>=|<|>)[0-9A-Za-z.*+!-]+)*");

  /** A longer one would exhaust the matcher's stack. */
  private static final int MAX_RANGE = 255;

  private final PipelineSettings settings;
  private final ChaliceApp app;
  private final Problems problems;

  private PipelineResolver(PipelineSettings settings, ChaliceApp app, Problems problems) {
    this.settings = settings;
    this.app = app;
    this.problems = problems;
  }

  /**
   * Applies defaults and rules.
   *
   * @param settings what the user gave
   * @param app the application on disk
   * @param problems what was wrong so far; what is wrong here is added
   * @throws io.github.chalicemaven.core.problem.InvalidConfigurationException with all problems, if
   *     there are any
   */
  public static Pipeline resolve(PipelineSettings settings, ChaliceApp app, Problems problems) {
    return new PipelineResolver(settings, app, problems).resolve();
  }

  private Pipeline resolve() {
    String appName = appName();
    Optional<PythonVersion> python = python();
    Optional<PipelineVersion> version = version(python);
    String image = image(version, python);
    String range = chaliceVersionRange(python);
    Optional<String> buildSpecFile = buildSpecFile();
    Optional<Source> source = source(version);
    problems.throwIfAny();
    return new Pipeline(
        version.orElseThrow(),
        appName,
        source.orElseThrow(),
        new Build(python.orElseThrow(), image, range, app.pathInRepository(), buildSpecFile));
  }

  private String appName() {
    Setting name =
        settings.appName != null
            ? Setting.of("appName", settings.appName)
            : app.config()
                .appName()
                .orElse(new Setting("the project's <artifactId>", settings.artifactId));
    if (name.value() == null) {
      problems.add(
          Setting.place("appName")
              + " is not set, and neither a POM nor .chalice/config.json names the application in "
              + app.directory()
              + ": use -Dchalice.appName=my-app, or name another folder with"
              + " -Dchalice.appDirectory.");
    } else if (!ApplicationName.isValid(name.value())) {
      problems.add(name, ApplicationName.advice(name.value()));
    }
    return name.value();
  }

  private Optional<PythonVersion> python() {
    Optional<Setting> given =
        settings.pythonVersion != null
            ? Optional.of(Setting.of("pythonVersion", settings.pythonVersion))
            : app.pythonVersion();
    if (given.isEmpty()) {
      return Optional.of(PythonVersion.DEFAULT);
    }
    Optional<PythonVersion> python = PythonVersion.parse(given.get().value());
    if (python.isEmpty()) {
      problems.add(
          given.get(),
          "Lambda runs no such Python. Use one of "
              + oneOf(PythonVersion.values())
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
            "there is no such version. Use one of " + oneOf(PipelineVersion.values()) + ".");
      }
      return version;
    }
    boolean v1 =
        settings.codebuildImage != null || python.flatMap(PythonVersion::v1Image).isPresent();
    return Optional.of(v1 ? PipelineVersion.V1 : PipelineVersion.V2);
  }

  private String image(Optional<PipelineVersion> version, Optional<PythonVersion> python) {
    boolean v2 = version.filter(PipelineVersion.V2::equals).isPresent();
    if (v2 && python.isPresent() && !python.get().isAtLeast(PythonVersion.PYTHON_3_7)) {
      problems.add(
          pythonSetting(python.get()),
          "the v2 pipeline requires Python 3.7 or later. Use a later Python, or"
              + " <pipelineVersion>v1</pipelineVersion>.");
    }
    if (settings.codebuildImage != null) {
      if (!IMAGE.matcher(settings.codebuildImage).matches()) {
        problems.add(
            Setting.of("codebuildImage", settings.codebuildImage),
            "this is not the name of an image. Use one such as aws/codebuild/standard:7.0, or leave"
                + " it out.");
      }
      return settings.codebuildImage;
    }
    if (version.isEmpty() || python.isEmpty()) {
      return null;
    }
    if (v2) {
      return AMAZON_LINUX_2 + (python.get().isAtLeast(PythonVersion.PYTHON_3_9) ? "5.0" : "3.0");
    }
    Optional<String> image = python.get().v1Image();
    if (image.isEmpty()) {
      problems.add(
          pythonSetting(python.get()),
          "the v1 pipeline has no CodeBuild image for it. Name one that has this Python with "
              + Setting.place("codebuildImage")
              + ", or use <pipelineVersion>v2</pipelineVersion>.");
    }
    return image.orElse(null);
  }

  /** The Python version with the place it came from, the default's included. */
  private Setting pythonSetting(PythonVersion python) {
    return settings.pythonVersion == null && app.pythonVersion().isPresent()
        ? app.pythonVersion().get()
        : Setting.of("pythonVersion", python);
  }

  private String chaliceVersionRange(Optional<PythonVersion> python) {
    if (settings.chaliceVersionRange == null) {
      return python.map(PythonVersion::chaliceVersionRange).orElse(null);
    }
    String range = settings.chaliceVersionRange.replaceAll("\\s", "");
    if (range.length() > MAX_RANGE || !VERSION_RANGE.matcher(range).matches()) {
      problems.add(
          Setting.of("chaliceVersionRange", settings.chaliceVersionRange),
          "this is not a pip version specifier. Use one such as >=1.33.0,<1.34.0, or leave it out.");
    }
    return range;
  }

  private Optional<String> buildSpecFile() {
    if (settings.buildspecFile == null) {
      return Optional.empty();
    }
    Path file = settings.buildspecFile;
    if (!app.isInRepository(file)) {
      problems.add(
          Setting.of("buildspecFile", file),
          "it lies outside of the repository "
              + app.repository()
              + ", where CodeBuild would not find it. Name a file in the repository.");
      return Optional.empty();
    }
    if (!ChaliceApp.isPlain(file)) {
      problems.add(
          Setting.of("buildspecFile", file),
          "control characters, `${` and `{{` have a meaning of their own in a template. Name another"
              + " file.");
    }
    return Optional.of(app.pathInRepository(file));
  }

  private Optional<Source> source(Optional<PipelineVersion> version) {
    SourceSettings source = settings.source == null ? new SourceSettings() : settings.source;
    String branch = branch(source);
    String provider = source.provider == null ? "codecommit" : source.provider;
    if (provider.equals("codecommit")) {
      return Optional.of(new Source.CodeCommit(branch));
    }
    if (provider.equals("github")) {
      Source.TokenStore store =
          version.filter(PipelineVersion.V1::equals).isPresent()
              ? Source.TokenStore.PARAMETER
              : Source.TokenStore.SECRETS_MANAGER;
      return Optional.of(new Source.GitHubToken(branch, store));
    }
    problems.add(
        Setting.of("source", provider), "there is no such source. Use one of codecommit, github.");
    return Optional.empty();
  }

  private String branch(SourceSettings source) {
    if (settings.branch != null
        && source.branch != null
        && !settings.branch.equals(source.branch)) {
      problems.add(
          Setting.of("branch", settings.branch),
          "<source><branch> says `" + Setting.shown(source.branch) + "`. Give the branch once.");
    }
    String branch = settings.branch != null ? settings.branch : source.branch;
    if (branch != null
        && (!BRANCH.matcher(branch).matches()
            || branch.contains("..")
            || branch.contains("//")
            || branch.endsWith("/")
            || branch.endsWith(".")
            || branch.endsWith(".lock"))) {
      problems.add(
          Setting.of("branch", branch), "this is not a branch's name. Use one such as main.");
    }
    return branch == null ? DEFAULT_BRANCH : branch;
  }

  private static String oneOf(Object[] values) {
    return Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", "));
  }
}
