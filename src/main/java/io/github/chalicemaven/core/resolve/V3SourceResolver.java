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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Resolves the source of a {@code v3} pipeline. */
final class V3SourceResolver {

  private static final int MOST_PATTERNS = 8;

  private static final String NO_DOTS = "(?!(.*/)?\\.{1,2}(/|$))(?!.*\\.git$)";
  private static final Pattern OWNER_AND_NAME =
      Pattern.compile(NO_DOTS + "[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");
  private static final Pattern GROUPS_AND_NAME =
      Pattern.compile(NO_DOTS + "[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+");
  private static final Pattern CONNECTION_ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:(codeconnections|codestar-connections):[a-z0-9-]+:\\d{12}:connection/[a-z0-9-]+");
  private static final Pattern HOST_ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:(codeconnections|codestar-connections):[a-z0-9-]+:\\d{12}:host/[A-Za-z0-9-]+");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9!_.*'()/-]{1,1024}");
  private static final Set<String> ALL = Set.of("**", "**/*", "**/**");
  private static final Pattern GLOB = Pattern.compile("[^\\p{Cntrl}\\\\]{1,255}");

  private final PipelineSettings settings;
  private final ProjectFacts project;
  private final SourceSettings source;
  private final Problems problems;
  private final SettingReader reader;

  V3SourceResolver(PipelineSettings settings, ProjectFacts project, Problems problems) {
    this.settings = settings;
    this.project = project;
    this.source = Objects.requireNonNullElse(settings.source, new SourceSettings());
    this.problems = problems;
    this.reader = new SettingReader(problems);
  }

  /** The source; it is what the user wants only if no problem was added. */
  Source resolve(String branch) {
    if (source.provider == null) {
      return inferred(branch).orElseGet(() -> codeCommitByDefault(branch));
    }
    Optional<Provider> provider = Provider.parse(source.provider);
    if (provider.isEmpty()) {
      notFor(source.provider, "<source><bucket>", source.bucket);
      notFor(source.provider, "<source><key>", source.key);
      problems.add(
          SourceResolver.setting(source),
          SourceResolver.isUrl(source)
              ? "a URL is not supported here. Use the short form, such as "
                  + RepositoryUrl.parse(source.provider + ":" + source.repository)
                      .map(RepositoryUrl::shorthand)
                      .orElse("github:owner/name")
                  + "."
              : "this source is not supported. Use one of "
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
    notFor(Provider.S3, Setting.place("branch"), settings.branch);
    notFor(Provider.S3, "<source><branch>", source.branch);
    onlyForConnections(Provider.S3);
    problems.note(
        "The source bucket must have versioning turned on and send events to Amazon EventBridge:"
            + " check both in its properties.");
    return new Source.S3Object(
        reader.required(
            "<source><bucket>",
            source.bucket,
            AwsLimits.BUCKET,
            "use the name of an existing bucket."),
        reader.required(
            "<source><key>", source.key, KEY, "use the key of a ZIP file in the bucket."));
  }

  private Source codeCommit(String repository, String branch) {
    onlyForConnections(Provider.CODECOMMIT);
    return repository == null
        ? new Source.CodeCommit(branch)
        : new Source.ExistingCodeCommit(
            reader.required(
                "<source><repository>",
                repository,
                AwsLimits.CODECOMMIT_REPOSITORY,
                "use the name of an existing CodeCommit repository."),
            branch);
  }

  private Source connection(Provider provider, String given, String branch) {
    String repository =
        reader.required(
            "<source><repository>",
            given,
            provider.hasGroups() ? GROUPS_AND_NAME : OWNER_AND_NAME,
            given != null && given.endsWith(".git")
                ? "leave out .git at the end."
                : "use owner/name, or the short form -Dchalice.source="
                    + provider
                    + ":owner/name.");
    Optional<String> connectionArn =
        reader.matching(
            "<source><connectionArn>",
            source.connectionArn,
            CONNECTION_ARN,
            "use the ARN of a connection, or leave it out and the template creates one.");
    Optional<String> hostArn =
        reader.matching(
            "<source><hostArn>",
            source.hostArn,
            HOST_ARN,
            "use the ARN of a CodeConnections host.");
    if (source.connectionArn != null || !provider.isSelfHosted()) {
      notFor(
          source.connectionArn != null ? "an existing connection" : provider,
          "<source><hostArn>",
          source.hostArn);
    } else if (source.hostArn == null) {
      problems.add(
          "<source><connectionArn> and <source><hostArn> are missing: a connection to "
              + provider
              + " needs a host. Create the host in the AWS console, under Developer Tools,"
              + " Settings, Connections, and specify its ARN.");
    }
    Source.PushFilter filter =
        new Source.PushFilter(
            patterns("<source><includePaths>", source.includePaths),
            patterns("<source><excludePaths>", source.excludePaths),
            patterns("<source><includeTags>", source.includeTags),
            patterns("<source><excludeTags>", source.excludeTags));
    if (filter.hasPaths() && filter.hasTags()) {
      problems.add(
          "<source> filters pushes by paths and by tags, and CodePipeline supports only one of the"
              + " two. Remove one.");
    }
    leavesSome("Paths", filter.includePaths(), filter.excludePaths());
    leavesSome("Tags", filter.includeTags(), filter.excludeTags());
    if (source.connectionArn == null) {
      problems.noteAfterDeployment(
          "After the deployment, complete the connection to "
              + provider
              + " once: in the AWS console, under Developer Tools, Settings, Connections, open the"
              + " connection in the stack's output SourceConnection and choose \"Update pending"
              + " connection\".");
    }
    return new Source.Connection(provider, repository, branch, connectionArn, hostArn, filter);
  }

  /** An exclusion beats an inclusion. */
  private void leavesSome(String what, List<String> includes, List<String> excludes) {
    boolean all =
        excludes.stream().anyMatch(ALL::contains)
            || !includes.isEmpty() && excludes.containsAll(includes);
    if (all) {
      problems.add(
          "<source><exclude"
              + what
              + "> excludes everything that would start the pipeline, so no push would start it."
              + " Remove a pattern.");
    }
  }

  /** The source that the POM's {@code <scm>} names, if it is on a known host. */
  private Optional<Source> inferred(String branch) {
    for (String url : project.scmUrls()) {
      Optional<RepositoryUrl> known = RepositoryUrl.parse(url);
      if (known.isPresent()) {
        return Optional.of(inferred(url, known.get().provider(), known.get().repository(), branch));
      }
    }
    return Optional.empty();
  }

  private Source codeCommitByDefault(String branch) {
    if (source.repository == null && project.scmUrls().isEmpty()) {
      problems.infer(
          "Using the source codecommit, a repository that the template creates: <source> is not set,"
              + " and the POMs of this checkout have no <scm>.");
    } else if (source.repository == null) {
      warnOfUnknownHost(project.scmUrls());
    }
    return source(Provider.CODECOMMIT, source.repository, branch);
  }

  /** A warning that goes away with {@code <source>}, whichever it is. */
  private void warnOfUnknownHost(List<String> urls) {
    String example =
        urls.stream()
            .flatMap(url -> RepositoryUrl.guess(url).stream())
            .findFirst()
            .map(RepositoryUrl::shorthand)
            .orElse("github:owner/name");
    problems.warn(
        "Using the source codecommit, a repository that the template creates: <source> is not set, and"
            + " <scm> has no repository on a known host ("
            + urls.stream().map(V3SourceResolver::shown).collect(Collectors.joining(", "))
            + "). Set <source>, for example "
            + example
            + ", or codecommit.");
  }

  private static String shown(String url) {
    return Setting.shown(RepositoryUrl.withoutCredentials(url));
  }

  private Source inferred(String url, Provider provider, String named, String branch) {
    String repository = source.repository == null ? named : source.repository;
    problems.note(
        "Using the source "
            + provider
            + ":"
            + repository
            + ", branch "
            + branch
            + ", from <scm> ("
            + shown(url)
            + "). To use another source, set <source>.");
    return source(provider, repository, branch);
  }

  private List<String> patterns(String place, List<String> patterns) {
    return reader.allMatching(
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
          new Setting(place, value.toString()), "it does not apply to " + what + ". Leave it out.");
    }
  }
}
