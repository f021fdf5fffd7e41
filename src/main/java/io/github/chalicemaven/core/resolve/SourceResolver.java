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
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Resolves {@code <source>} and {@code <branch>}; {@link V3SourceResolver} the sources of {@code
 * v3}.
 */
final class SourceResolver {

  private static final String DEFAULT_BRANCH = "main";
  private static final List<Provider> CLASSIC = List.of(Provider.CODECOMMIT, Provider.GITHUB);

  /** Less than Git takes, and no part that begins or ends in a dot or ends in {@code .lock}. */
  private static final Pattern BRANCH =
      Pattern.compile(
          "(?!.*(\\.\\.|//|/\\.|\\./|\\.lock/|(/|\\.|\\.lock)$))"
              + "[A-Za-z0-9_][A-Za-z0-9_./+#-]{0,254}");

  private final PipelineSettings settings;
  private final ProjectFacts project;
  private final SourceSettings source;
  private final PipelineVersion version;
  private final Problems problems;

  SourceResolver(
      PipelineSettings settings, ProjectFacts project, PipelineVersion version, Problems problems) {
    this.settings = settings;
    this.project = project;
    this.source = settings.source == null ? new SourceSettings() : settings.source;
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
    onlyInV3("<source><repository>", source.repository);
    onlyInV3("<source><connectionArn>", source.connectionArn);
    onlyInV3("<source><hostArn>", source.hostArn);
    onlyInV3("<source><includePaths>", source.includePaths);
    onlyInV3("<source><excludePaths>", source.excludePaths);
    onlyInV3("<source><includeTags>", source.includeTags);
    onlyInV3("<source><excludeTags>", source.excludeTags);
    onlyInV3("<source><bucket>", source.bucket);
    onlyInV3("<source><key>", source.key);
    if (source.provider == null) {
      return new Source.CodeCommit(branch);
    }
    Optional<Provider> provider = Provider.parse(source.provider);
    if (provider.isEmpty() || !CLASSIC.contains(provider.get())) {
      problems.add(
          Setting.of("source", source.provider),
          "there is no such source"
              + (provider.isPresent() ? " in this version; v3 has it" : "")
              + ". Use one of "
              + SettingReader.oneOf(CLASSIC)
              + ".");
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

  private String branch() {
    if (settings.branch != null
        && source.branch != null
        && !settings.branch.equals(source.branch)) {
      problems.add(
          Setting.of("branch", settings.branch),
          "<source><branch> says `" + Setting.shown(source.branch) + "`. Give the branch once.");
    }
    String branch = settings.branch != null ? settings.branch : source.branch;
    if (branch == null) {
      return version == PipelineVersion.V3 ? DEFAULT_BRANCH : "master";
    }
    if (!BRANCH.matcher(branch).matches()) {
      problems.add(
          Setting.of("branch", branch), "this is not a branch's name. Use one such as main.");
    }
    return branch.isEmpty() ? DEFAULT_BRANCH : branch;
  }

  private void onlyInV3(String place, Object value) {
    if (value != null) {
      problems.add(
          place
              + " is an element of v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.");
    }
  }
}
