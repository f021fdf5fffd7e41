package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.pipeline.PipelineVersion;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.pipeline.Source.Provider;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Resolves {@code <source>} and {@code <branch>}; {@link V3SourceResolver} the sources of {@code
 * v3}.
 */
final class SourceResolver {

  private static final String DEFAULT_BRANCH = "main";
  private static final List<Provider> CLASSIC = List.of(Provider.CODECOMMIT, Provider.GITHUB);

  /**
   * As {@code git check-ref-format} has it, of letters of any script, digits and the usual signs:
   * no part starts or ends with a dot or ends with {@code .lock}.
   */
  private static final Pattern BRANCH =
      Pattern.compile(
          "(?!@$)(?!.*(\\.\\.|//|/\\.|\\./|\\.lock/|(/|\\.|\\.lock)$))"
              + "[\\p{L}\\p{N}_@][\\p{L}\\p{M}\\p{N}_./+#@=,!%-]{0,254}");

  /** What Git knows beside the names of branches. */
  private static final Pattern NO_BRANCH = Pattern.compile("(refs|origin)/.*|HEAD|FETCH_HEAD");

  private final PipelineSettings settings;
  private final ProjectFacts project;
  private final SourceSettings source;
  private final PipelineVersion version;
  private final Problems problems;

  SourceResolver(
      PipelineSettings settings, ProjectFacts project, PipelineVersion version, Problems problems) {
    this.settings = settings;
    this.project = project;
    this.source = Objects.requireNonNullElse(settings.source, new SourceSettings());
    this.version = version;
    this.problems = problems;
  }

  /** The source; it is what the user wants only if no problem was added. */
  Source resolve() {
    String branch = branch();
    return version == PipelineVersion.V3
        ? new V3SourceResolver(settings, project, problems).resolve(branch)
        : classic(branch);
  }

  private Source classic(String branch) {
    onlyInV3("repository", isUrl(source) ? null : source.repository);
    onlyInV3("connectionArn", source.connectionArn);
    onlyInV3("hostArn", source.hostArn);
    onlyInV3("includePaths", source.includePaths);
    onlyInV3("excludePaths", source.excludePaths);
    onlyInV3("includeTags", source.includeTags);
    onlyInV3("excludeTags", source.excludeTags);
    onlyInV3("bucket", source.bucket);
    onlyInV3("key", source.key);
    if (source.provider == null) {
      return new Source.CodeCommit(branch);
    }
    Optional<Provider> provider = Provider.parse(source.provider);
    if (provider.isEmpty() || !CLASSIC.contains(provider.get())) {
      problems.add(
          setting(source),
          (isUrl(source)
                  ? "a URL is not supported here"
                  : "this source is "
                      + (provider.isPresent() ? "supported only in v3" : "not supported"))
              + ". Use one of "
              + SettingReader.oneOf(CLASSIC)
              + (provider.isPresent() ? ", or <pipelineVersion>v3</pipelineVersion>." : "."));
    }
    return provider.equals(Optional.of(Provider.GITHUB))
        ? new Source.GitHubToken(branch, tokenStore())
        : new Source.CodeCommit(branch);
  }

  private Source.TokenStore tokenStore() {
    return version == PipelineVersion.V1
        ? Source.TokenStore.PARAMETER
        : Source.TokenStore.SECRETS_MANAGER;
  }

  /** The branch that is deployed where none is given; v1 and v2 have Chalice's. */
  static String defaultBranch(PipelineVersion version) {
    return version == PipelineVersion.V3 ? DEFAULT_BRANCH : "master";
  }

  private String branch() {
    if (settings.branch != null
        && source.branch != null
        && !settings.branch.equals(source.branch)) {
      problems.add(
          Setting.of("branch", settings.branch),
          "<source><branch> is `" + Setting.shown(source.branch) + "`. Specify the branch once.");
    }
    String branch = settings.branch != null ? settings.branch : source.branch;
    if (branch == null) {
      return defaultBranch(version);
    }
    Setting given =
        settings.branch != null
            ? Setting.of("branch", branch)
            : new Setting("<source><branch>", branch);
    if (!BRANCH.matcher(branch).matches()) {
      problems.add(given, "this is not a valid branch name. Use a name such as main.");
    } else if (NO_BRANCH.matcher(branch).matches()) {
      problems.add(
          given,
          "this is a reference of a Git checkout, not the name of a branch in the source"
              + " repository. Use the name alone, such as main.");
    }
    return branch.isEmpty() ? DEFAULT_BRANCH : branch;
  }

  /** An unknown source as the user wrote it. */
  static Setting setting(SourceSettings source) {
    String url = source.provider + ":" + source.repository;
    return Setting.of("source", isUrl(source) ? url : source.provider);
  }

  /** Whether the user wrote a URL, which the shorthand splits at its colon. */
  static boolean isUrl(SourceSettings source) {
    return source.provider != null
        && source.repository != null
        && (source.repository.startsWith("//") || source.provider.contains("@"));
  }

  private void onlyInV3(String element, Object value) {
    PipelineResolver.onlyInV3("<source><" + element + ">", value, problems);
  }
}
