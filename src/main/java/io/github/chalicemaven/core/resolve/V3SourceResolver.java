package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.pipeline.Source.Provider;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves the source of a {@code v3} pipeline. */
final class V3SourceResolver {

  private static final int MOST_PATTERNS = 8;

  private static final Pattern OWNER_AND_NAME = Pattern.compile("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");
  private static final Pattern GROUPS_AND_NAME =
      Pattern.compile("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+");
  private static final Pattern CONNECTION_ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:(codeconnections|codestar-connections):[a-z0-9-]+:\\d{12}:connection/[a-z0-9-]+");
  private static final Pattern HOST_ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:(codeconnections|codestar-connections):[a-z0-9-]+:\\d{12}:host/[A-Za-z0-9-]+");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9!_.*'()/-]{1,1024}");
  private static final Pattern GLOB = Pattern.compile("[^\\p{Cntrl}\\\\]{1,255}");

  /** In the order of the alternatives: HTTPS and SSH, then {@code git-remote-codecommit}. */
  private static final Pattern CODECOMMIT_URL =
      Pattern.compile(
          "(?:.*(?://|@)git-codecommit\\.[a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?/v1/repos/"
              + "|(?:scm:git:)?codecommit:[^/]*//(?:[^@/]*@)?)([A-Za-z0-9_.-]+).*");

  private final PipelineSettings settings;
  private final ProjectFacts project;
  private final SourceSettings source;
  private final Problems problems;
  private final SettingReader checks;

  V3SourceResolver(PipelineSettings settings, ProjectFacts project, Problems problems) {
    this.settings = settings;
    this.project = project;
    this.source = settings.source == null ? new SourceSettings() : settings.source;
    this.problems = problems;
    this.checks = new SettingReader(problems);
  }

  /** The source; it is what the user wants only if no problem was added. */
  Source resolve(String branch) {
    if (source.provider == null) {
      return inferred(branch)
          .orElseGet(() -> source(Provider.CODECOMMIT, source.repository, branch));
    }
    Optional<Provider> provider = Provider.parse(source.provider);
    if (provider.isEmpty()) {
      notFor(source.provider, "<source><bucket>", source.bucket);
      notFor(source.provider, "<source><key>", source.key);
      problems.add(
          Setting.of("source", source.provider),
          "there is no such source. Use one of "
              + SettingReader.oneOf(List.of(Provider.values()))
              + ".");
      return new Source.CodeCommit(branch);
    }
    return source(provider.get(), source.repository, branch);
  }

  private Source source(Provider provider, String repository, String branch) {
    if (provider == Provider.S3) {
      return s3Object(repository);
    }
    notFor(provider, "<source><bucket>", source.bucket);
    notFor(provider, "<source><key>", source.key);
    return provider == Provider.CODECOMMIT
        ? codeCommit(repository, branch)
        : connection(provider, repository, branch);
  }

  private Source s3Object(String repository) {
    notFor(Provider.S3, "<source><repository>", repository);
    notFor(Provider.S3, "<branch>", settings.branch != null ? settings.branch : source.branch);
    onlyForConnections(Provider.S3);
    problems.note(
        "The source's bucket must be versioned and send its events to EventBridge: turn both on in"
            + " its properties.");
    return new Source.S3Object(
        checks.required(
            "<source><bucket>", source.bucket, AwsLimits.BUCKET, "name a bucket that exists."),
        checks.required("<source><key>", source.key, KEY, "name a ZIP file in the bucket."));
  }

  private Source codeCommit(String repository, String branch) {
    onlyForConnections(Provider.CODECOMMIT);
    return repository == null
        ? new Source.CodeCommit(branch)
        : new Source.ExistingCodeCommit(
            checks.required(
                "<source><repository>",
                repository,
                AwsLimits.CODECOMMIT_REPOSITORY,
                "this is not the name of a CodeCommit repository."),
            branch);
  }

  private Source connection(Provider provider, String given, String branch) {
    String repository =
        checks.required(
            "<source><repository>",
            given,
            provider.hasGroups() ? GROUPS_AND_NAME : OWNER_AND_NAME,
            "name the repository as owner/name, or shorter -Dchalice.source="
                + provider
                + ":owner/name.");
    Optional<String> connectionArn =
        checks.matching(
            "<source><connectionArn>",
            source.connectionArn,
            CONNECTION_ARN,
            "this is not the ARN of a connection. Leave it out to have one created.");
    Optional<String> hostArn =
        checks.matching(
            "<source><hostArn>", source.hostArn, HOST_ARN, "this is not the ARN of a host.");
    if (source.connectionArn != null || !provider.isSelfHosted()) {
      notFor(
          source.connectionArn != null ? "a given <connectionArn>" : provider,
          "<source><hostArn>",
          source.hostArn);
    } else if (source.hostArn == null) {
      problems.add(
          "<source><connectionArn> and <source><hostArn> are missing: a connection to "
              + provider
              + " needs its host. Create the host in the console under Developer Tools, Connections,"
              + " and give its ARN.");
    }
    Source.PushFilter filter =
        new Source.PushFilter(
            patterns("<source><includePaths>", source.includePaths),
            patterns("<source><excludePaths>", source.excludePaths),
            patterns("<source><includeTags>", source.includeTags),
            patterns("<source><excludeTags>", source.excludeTags));
    if (filter.hasPaths() && filter.hasTags()) {
      problems.add(
          "<source> filters pushes both by paths and by tags: CodePipeline takes one or the other."
              + " Leave one out.");
    }
    if (source.connectionArn == null) {
      problems.note(
          "After the deployment, complete the connection to "
              + provider
              + " once: in the AWS console, under Developer Tools, Settings, Connections, choose"
              + " the stack's output SourceConnection and \"Update pending connection\".");
    }
    return new Source.Connection(provider, repository, branch, connectionArn, hostArn, filter);
  }

  /** The source that the POM's {@code <scm>} names, if it is on a known host. */
  private Optional<Source> inferred(String branch) {
    for (String url : project.scmUrls()) {
      Matcher codeCommit = CODECOMMIT_URL.matcher(url);
      if (codeCommit.matches()
          && AwsLimits.CODECOMMIT_REPOSITORY.matcher(codeCommit.group(1)).matches()) {
        return Optional.of(inferred(url, Provider.CODECOMMIT, codeCommit.group(1), branch));
      }
      for (Provider provider : Provider.values()) {
        Optional<String> repository =
            provider.host().flatMap(host -> repositoryAt(host, provider, url));
        if (repository.isPresent()) {
          return Optional.of(inferred(url, provider, repository.get(), branch));
        }
      }
    }
    return Optional.empty();
  }

  private Source inferred(String url, Provider provider, String named, String branch) {
    String repository = source.repository == null ? named : source.repository;
    problems.note(
        "The source is "
            + provider
            + ":"
            + repository
            + ", branch "
            + branch
            + ", as <scm> says ("
            + Setting.shown(url)
            + "); <source> would choose another.");
    return source(provider, repository, branch);
  }

  /** {@code owner/name}; GitLab's projects may lie deeper. */
  private static Optional<String> repositoryAt(String host, Provider provider, String url) {
    String depth = provider.hasGroups() ? "+" : "{1}";
    Matcher matcher =
        Pattern.compile(
                "(?:.*[@/])?"
                    + Pattern.quote(host)
                    + "[:/]([A-Za-z0-9_-][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.][A-Za-z0-9_.-]*?)"
                    + depth
                    + ")(?:\\.git(?:/.*)?|/-/.*|/.*|)")
            .matcher(url);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private List<String> patterns(String place, List<String> patterns) {
    return checks.allMatching(
        place, patterns, MOST_PATTERNS, GLOB, "use a glob pattern such as orders/**.");
  }

  private void onlyForConnections(Provider provider) {
    notFor(provider, "<source><connectionArn>", source.connectionArn);
    notFor(provider, "<source><hostArn>", source.hostArn);
    notFor(provider, "<source><includePaths>", source.includePaths);
    notFor(provider, "<source><excludePaths>", source.excludePaths);
    notFor(provider, "<source><includeTags>", source.includeTags);
    notFor(provider, "<source><excludeTags>", source.excludeTags);
  }

  private void notFor(Object what, String place, Object value) {
    if (value != null) {
      problems.add(
          new Setting(place, value.toString()),
          "there is no such thing for " + what + ". Leave it out.");
    }
  }
}
