package io.github.chalicemaven.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.pipeline.PipelineVersion;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.pipeline.Source.Connection;
import io.github.chalicemaven.core.pipeline.Source.Provider;
import io.github.chalicemaven.core.pipeline.Source.PushFilter;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceResolverTest {

  private static final PushFilter EVERY_PUSH =
      new PushFilter(List.of(), List.of(), List.of(), List.of());
  private static final String HOST_ARN =
      "arn:aws:codeconnections:us-east-1:111122223333:host/ghe-0a1b2c3d";

  private final PipelineSettings settings = new PipelineSettings();
  private final Problems problems = new Problems();
  private PipelineVersion version = PipelineVersion.V3;
  private List<String> scmUrls = List.of();

  @Nested
  class Providers {

    @Test
    void nothingGivenIsARepositoryOfTheTemplate() {
      assertThat(resolve()).isEqualTo(new Source.CodeCommit("main"));
      assertThat(problems.found()).isEmpty();
      assertThat(problems.notes()).isEmpty();
    }

    @Test
    void codeCommitWithARepositoryIsOneThatExists() {
      V3Settings.source(settings, "codecommit:orders.service");
      settings.branch = "develop";

      assertThat(resolve()).isEqualTo(new Source.ExistingCodeCommit("orders.service", "develop"));
      assertThat(problems.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "github:acme/orders,           GITHUB,              acme/orders",
      "gitlab:acme/orders,           GITLAB,              acme/orders",
      "gitlab:acme/shop/orders,      GITLAB,              acme/shop/orders",
      "bitbucket:acme/orders.api,    BITBUCKET,           acme/orders.api",
      "azure-devops:shop/orders,     AZURE_DEVOPS,        shop/orders",
      "azure-devops:acme/shop/orders, AZURE_DEVOPS,       acme/shop/orders"
    })
    void aHostedProviderGetsAConnection(String shorthand, Provider provider, String repository) {
      V3Settings.source(settings, shorthand);

      assertThat(resolve())
          .isEqualTo(
              new Connection(
                  provider, repository, "main", Optional.empty(), Optional.empty(), EVERY_PUSH));
      assertThat(problems.found()).isEmpty();
    }

    @Test
    void aShorthandWithoutAProviderIsAProblem() {
      V3Settings.source(settings, ":acme/orders");

      resolve();

      assertThat(problems.found())
          .singleElement()
          .asString()
          .startsWith("<source> (-Dchalice.source) is ``: this source is not supported.");
    }

    @ParameterizedTest
    @CsvSource({"github-enterprise, GITHUB_ENTERPRISE", "gitlab-self-managed, GITLAB_SELF_MANAGED"})
    void aSelfHostedProviderGetsAConnectionToItsHost(String id, Provider provider) {
      V3Settings.source(settings, id + ":acme/orders");
      settings.source.hostArn = HOST_ARN;

      assertThat(resolve())
          .isEqualTo(
              new Connection(
                  provider,
                  "acme/orders",
                  "main",
                  Optional.empty(),
                  Optional.of(HOST_ARN),
                  EVERY_PUSH));
      assertThat(problems.found()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
        mode = EnumSource.Mode.EXCLUDE,
        names = {"CODECOMMIT", "S3"})
    void anyProviderTakesAConnectionThatExists(Provider provider) {
      V3Settings.source(settings, provider + ":acme/orders");
      settings.source.connectionArn = V3Settings.CONNECTION_ARN;

      assertThat(resolve())
          .isEqualTo(
              new Connection(
                  provider,
                  "acme/orders",
                  "main",
                  Optional.of(V3Settings.CONNECTION_ARN),
                  Optional.empty(),
                  EVERY_PUSH));
      assertThat(problems.found()).isEmpty();
      assertThat(problems.notes()).isEmpty();
    }

    @Test
    void aConnectionToCreateIsCompletedByAPerson() {
      V3Settings.source(settings, "gitlab:acme/orders");

      resolve();

      assertThat(problems.afterDeployment())
          .containsExactly(
              "After the deployment, complete the connection to gitlab once: in the AWS console,"
                  + " under Developer Tools, Settings, Connections, open the connection in the"
                  + " stack's output SourceConnection and choose \"Update pending connection\".");
    }

    @Test
    void s3IsABucketAndAKey() {
      V3Settings.s3Source(settings);

      assertThat(resolve()).isEqualTo(new Source.S3Object("acme-releases", "orders/source.zip"));
      assertThat(problems.found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"svn", "GitHub", "", "git hub"})
    void ofAnotherNameAreAProblem(String provider) {
      V3Settings.source(settings, provider + ":acme/orders");

      resolve();

      assertThat(problems.found())
          .containsExactly(
              "<source> (-Dchalice.source) is `"
                  + provider
                  + "`: this source is not supported. Use one of codecommit, github,"
                  + " github-enterprise, gitlab, gitlab-self-managed, bitbucket, azure-devops, s3.");
    }
  }

  @Nested
  class Urls {

    @ParameterizedTest
    @CsvSource({
      "https://github.com/acme/orders,          github:acme/orders",
      "https://gitlab.com/acme/shop/orders.git, gitlab:acme/shop/orders",
      "git@bitbucket.org:acme/orders.git,       bitbucket:acme/orders",
      "ssh://git.example.com/orders,            github:owner/name"
    })
    void areShownWholeWithTheShortForm(String url, String shorthand) {
      V3Settings.source(settings, url);

      resolve();

      assertThat(problems.found())
          .containsExactly(
              "<source> (-Dchalice.source) is `"
                  + url
                  + "`: a URL is not supported here. Use the short form, such as "
                  + shorthand
                  + ".");
    }

    @Test
    void areOneProblemInOtherVersionsToo() {
      V3Settings.source(settings, "https://github.com/acme/orders");

      version = PipelineVersion.V2;
      resolve();

      assertThat(problems.found())
          .containsExactly(
              "<source> (-Dchalice.source) is `https://github.com/acme/orders`: a URL is not"
                  + " supported here. Use one of codecommit, github.");
    }
  }

  @Nested
  class Filters {

    @Test
    void areOfPathsOrOfTags() {
      V3Settings.source(settings, "github:acme/orders");
      settings.source.includePaths = List.of("orders/**");
      settings.source.excludePaths = List.of("**/*.md");

      assertThat(((Connection) resolve()).filter())
          .isEqualTo(
              new PushFilter(List.of("orders/**"), List.of("**/*.md"), List.of(), List.of()));

      settings.source.includePaths = null;
      settings.source.excludePaths = null;
      settings.source.includeTags = List.of("v*");
      settings.source.excludeTags = List.of("*-rc");
      assertThat(((Connection) resolve()).filter())
          .isEqualTo(new PushFilter(List.of(), List.of(), List.of("v*"), List.of("*-rc")));
      assertThat(problems.found()).isEmpty();
    }

    @Test
    void ofBothAreAProblem() {
      V3Settings.source(settings, "github:acme/orders");
      settings.source.includePaths = List.of("orders/**");
      settings.source.excludeTags = List.of("*-rc");

      assertThat(foundProblems())
          .containsExactly(
              "<source> filters pushes by paths and by tags, and CodePipeline supports only one of"
                  + " the two. Remove one.");
    }

    @Test
    void haveEightPatternsAtMost() {
      V3Settings.source(settings, "github:acme/orders");
      settings.source.includePaths = Collections.nCopies(8, "a/**");
      assertThat(foundProblems()).isEmpty();

      settings.source.includePaths = Collections.nCopies(9, "a/**");
      assertThat(foundProblems())
          .containsExactly("<source><includePaths> has 9 elements. Use at most 8.");
    }

    @Test
    void haveNoEmptyPattern() {
      V3Settings.source(settings, "github:acme/orders");
      settings.source.includeTags = Arrays.asList("", null, "a\nb");

      assertThat(foundProblems())
          .containsExactly(
              "<source><includeTags> is ``: use a glob pattern such as orders/**.",
              "<source><includeTags> is missing: use a glob pattern such as orders/**.",
              "<source><includeTags> is `a\\u000ab`: use a glob pattern such as orders/**.");
    }
  }

  @Nested
  class WrongElements {

    @ParameterizedTest
    @MethodSource("io.github.chalicemaven.core.resolve.SourceResolverTest#onlyForConnections")
    void ofAConnectionAreAProblemForTheOthers(String place, Consumer<SourceSettings> element) {
      V3Settings.source(settings, "codecommit");
      element.accept(settings.source);
      assertThat(foundProblems())
          .satisfiesExactly(
              problem ->
                  assertThat(problem)
                      .startsWith(place + " is `")
                      .endsWith("`: it does not apply to codecommit. Leave it out."));

      settings.source.provider = "s3";
      settings.source.bucket = "acme-releases";
      settings.source.key = "source.zip";
      assertThat(problems.found()).hasSize(1);
      assertThat(foundProblems())
          .hasSize(2)
          .last()
          .asString()
          .startsWith(place + " is `")
          .endsWith("`: it does not apply to s3. Leave it out.");
    }

    @ParameterizedTest
    @CsvSource({"codecommit, codecommit", "github:acme/orders, github", "gitlab:a/b, gitlab"})
    void ofS3AreAProblemForTheOthers(String shorthand, String provider) {
      V3Settings.source(settings, shorthand);
      settings.source.bucket = "acme-releases";
      settings.source.key = "source.zip";

      assertThat(foundProblems())
          .containsExactly(
              "<source><bucket> is `acme-releases`: it does not apply to "
                  + provider
                  + ". Leave it out.",
              "<source><key> is `source.zip`: it does not apply to "
                  + provider
                  + ". Leave it out.");
    }

    @Test
    void s3HasNeitherRepositoryNorBranch() {
      V3Settings.s3Source(settings);
      settings.source.repository = "acme/orders";
      settings.source.branch = "main";

      assertThat(foundProblems())
          .containsExactly(
              "<source><repository> is `acme/orders`: it does not apply to s3. Leave it out.",
              "<source><branch> is `main`: it does not apply to s3. Leave it out.");
    }

    @Test
    void s3SaysWhatItsBucketMustDo() {
      V3Settings.s3Source(settings);

      resolve();

      assertThat(problems.found()).isEmpty();
      assertThat(problems.notes())
          .containsExactly(
              "The source bucket must have versioning turned on and send events to Amazon"
                  + " EventBridge: check both in its properties.");
    }

    @Test
    void s3NeedsItsBucketAndItsKey() {
      V3Settings.source(settings, "s3");

      assertThat(foundProblems())
          .containsExactly(
              "<source><bucket> is missing: use the name of an existing bucket.",
              "<source><key> is missing: use the key of a ZIP file in the bucket.");
    }

    @ParameterizedTest
    @CsvSource({
      "acme/orders,         use the name of an existing CodeCommit repository.",
      "orders.git,          use the name of an existing CodeCommit repository."
    })
    void aCodeCommitRepositoryHasAName(String repository, String advice) {
      V3Settings.source(settings, "codecommit:" + repository);

      assertThat(foundProblems())
          .containsExactly("<source><repository> is `" + repository + "`: " + advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"github:acme/orders.git", "gitlab:acme/shop/orders.git"})
    void aRepositoryIsNamedWithoutGit(String given) {
      V3Settings.source(settings, given);

      assertThat(foundProblems())
          .singleElement()
          .asString()
          .endsWith("orders.git`: leave out .git at the end.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "github:acme/..",
          "github:./orders",
          "github:../orders",
          "gitlab:acme/../orders"
        })
    void aRepositoryIsNoPath(String given) {
      V3Settings.source(settings, given);

      assertThat(foundProblems()).singleElement().asString().contains("`: use owner/name, or");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "/orders", "acme/", "acme/or ders", "acme/${x}", ""})
    void anotherRepositoryHasAnOwnerAndAName(String repository) {
      V3Settings.source(settings, "bitbucket:" + repository);

      assertThat(foundProblems())
          .containsExactly(
              "<source><repository> is `"
                  + repository
                  + "`: use owner/name, or the short form -Dchalice.source=bitbucket:owner/name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "bitbucket"})
    void onlyGitLabHasGroupsInGroups(String provider) {
      V3Settings.source(settings, provider + ":acme/shop/orders");

      assertThat(foundProblems())
          .containsExactly(
              "<source><repository> is `acme/shop/orders`: use owner/name, or the short form"
                  + " -Dchalice.source="
                  + provider
                  + ":owner/name.");
    }

    @Test
    void aMissingRepositoryIsAProblem() {
      V3Settings.source(settings, "github");

      assertThat(foundProblems())
          .containsExactly(
              "<source><repository> is missing: use owner/name, or the short form"
                  + " -Dchalice.source=github:owner/name.");
    }

    @Test
    void arnsHaveTheirForm() {
      V3Settings.source(settings, "github-enterprise:acme/orders");
      settings.source.connectionArn = HOST_ARN;
      assertThat(foundProblems())
          .containsExactly(
              "<source><connectionArn> is `"
                  + HOST_ARN
                  + "`: use the ARN of a connection, or leave it out and the template creates"
                  + " one.");
    }

    @Test
    void aHostHasItsForm() {
      V3Settings.source(settings, "github-enterprise:acme/orders");
      settings.source.hostArn = "ghe.example.com";

      assertThat(foundProblems())
          .containsExactly(
              "<source><hostArn> is `ghe.example.com`: use the ARN of a CodeConnections host.");
    }

    @Test
    void aSelfHostedProviderNeedsAConnectionOrAHost() {
      V3Settings.source(settings, "gitlab-self-managed:acme/orders");

      assertThat(foundProblems())
          .containsExactly(
              "<source><connectionArn> and <source><hostArn> are missing: a connection to"
                  + " gitlab-self-managed needs a host. Create the host in the AWS console, under"
                  + " Developer Tools, Settings, Connections, and specify its ARN.");
    }

    @Test
    void aHostIsForAConnectionToCreateToASelfHostedProvider() {
      V3Settings.source(settings, "github:acme/orders");
      settings.source.hostArn = HOST_ARN;
      assertThat(foundProblems())
          .containsExactly(
              "<source><hostArn> is `"
                  + HOST_ARN
                  + "`: it does not apply to github. Leave it out.");
    }

    @Test
    void aGivenConnectionHasItsHost() {
      V3Settings.source(settings, "github-enterprise:acme/orders");
      settings.source.connectionArn = V3Settings.CONNECTION_ARN;
      settings.source.hostArn = HOST_ARN;

      assertThat(foundProblems())
          .containsExactly(
              "<source><hostArn> is `"
                  + HOST_ARN
                  + "`: it does not apply to an existing connection. Leave it out.");
    }
  }

  @Nested
  class ChalicesVersions {

    @ParameterizedTest
    @MethodSource("io.github.chalicemaven.core.resolve.SourceResolverTest#everyElement")
    void haveNoElementOfV3(String place, Consumer<SourceSettings> element) {
      for (PipelineVersion chalices : List.of(PipelineVersion.V1, PipelineVersion.V2)) {
        version = chalices;
        V3Settings.source(settings, "github");
        element.accept(settings.source);
        foundProblems();
      }

      String problem =
          place
              + " is supported only in v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it"
              + " out.";
      assertThat(problems.found()).containsExactly(problem, problem);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"github-enterprise", "gitlab", "gitlab-self-managed", "bitbucket", "s3"})
    void haveNoProviderOfV3(String provider) {
      version = PipelineVersion.V2;
      V3Settings.source(settings, provider);

      assertThat(foundProblems())
          .containsExactly(
              "<source> (-Dchalice.source) is `"
                  + provider
                  + "`: this source is supported only in v3. Use one of codecommit, github, or"
                  + " <pipelineVersion>v3</pipelineVersion>.");
    }

    @Test
    void doNotInferTheSource() {
      version = PipelineVersion.V2;
      scmUrls = List.of("https://github.com/acme/orders");

      assertThat(resolve()).isEqualTo(new Source.CodeCommit("master"));
      assertThat(problems.notes()).isEmpty();
    }
  }

  @Nested
  class TheScm {

    @ParameterizedTest
    @CsvSource({
      "https://github.com/acme/orders,                          GITHUB,    acme/orders",
      "https://github.com/acme/orders/,                         GITHUB,    acme/orders",
      "https://github.com/acme/orders.git,                      GITHUB,    acme/orders",
      "https://github.com/acme/orders.git/child,                GITHUB,    acme/orders",
      "https://github.com/acme/orders/tree/main,                GITHUB,    acme/orders",
      "https://github.com/acme/orders/child-module,             GITHUB,    acme/orders",
      "https://ada@github.com/acme/orders,                      GITHUB,    acme/orders",
      "scm:git:https://github.com/acme/orders.git,              GITHUB,    acme/orders",
      "scm:git:git@github.com:acme/orders.git,                  GITHUB,    acme/orders",
      "scm:git:git://github.com/acme/orders.git,                GITHUB,    acme/orders",
      "scm:git:ssh://git@github.com/acme/orders.git,            GITHUB,    acme/orders",
      "scm:git:ssh://git@github.com:acme/orders.git/child,      GITHUB,    acme/orders",
      "git@github.com:acme/orders,                              GITHUB,    acme/orders",
      "scm|git|https://github.com/acme/orders.git,              GITHUB,    acme/orders",
      "https://github.com/acme/orders.github.io,                GITHUB,    acme/orders.github.io",
      "https://github.com/acme/.github,                         GITHUB,    acme/.github",
      "https://gitlab.com/acme/orders.git,                      GITLAB,    acme/orders",
      "https://gitlab.com/acme/shop/eu/orders.git,              GITLAB,    acme/shop/eu/orders",
      "https://gitlab.com/acme/shop/orders/-/tree/main,         GITLAB,    acme/shop/orders",
      "https://gitlab.com/acme/shop/orders/tree/main,           GITLAB,    acme/shop/orders",
      "https://gitlab.com/acme/orders/blob/main/README.md,      GITLAB,    acme/orders",
      "https://gitlab.com/acme/shop/orders.git/child,           GITLAB,    acme/shop/orders",
      "https://gitlab.com:443/acme/orders.git,                  GITLAB,    acme/orders",
      "ssh://git@altssh.gitlab.com:443/acme/orders.git,         GITLAB,    acme/orders",
      "https://github.com:443/acme/orders.git,                  GITHUB,    acme/orders",
      "ssh://git@github.com:22/acme/orders.git,                 GITHUB,    acme/orders",
      "ssh://git@ssh.github.com:443/acme/orders.git,            GITHUB,    acme/orders",
      "git@github.com:443/orders.git,                           GITHUB,    443/orders",
      "https://GitHub.com/Acme/Orders,                          GITHUB,    Acme/Orders",
      "https://www.github.com/acme/orders,                      GITHUB,    acme/orders",
      "https://github.com/acme/orders?tab=readme,               GITHUB,    acme/orders",
      "https://bitbucket.org/acme/orders/src/main/,             BITBUCKET, acme/orders",
      "git@gitlab.com:acme/shop/orders.git,                     GITLAB,    acme/shop/orders",
      "https://bitbucket.org/acme/orders,                       BITBUCKET, acme/orders",
      "scm:git:git@bitbucket.org:acme/orders.git,               BITBUCKET, acme/orders"
    })
    void onAKnownHostIsTheSource(String url, Provider provider, String repository) {
      scmUrls = List.of(url);

      assertThat(resolve())
          .isEqualTo(
              new Connection(
                  provider, repository, "main", Optional.empty(), Optional.empty(), EVERY_PUSH));
      assertThat(problems.found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/orders",
          "scm:git:https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/orders",
          "ssh://APKAEIBAERJR2EXAMPLE@git-codecommit.eu-west-1.amazonaws.com/v1/repos/orders",
          "https://git-codecommit.cn-north-1.amazonaws.com.cn/v1/repos/orders",
          "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/orders/child",
          "codecommit://orders",
          "codecommit::eu-west-1://orders",
          "codecommit::eu-west-1://profile@orders",
          "scm:git:codecommit::eu-west-1://orders"
        })
    void inCodeCommitIsARepositoryThatExists(String url) {
      scmUrls = List.of(url);

      assertThat(resolve()).isEqualTo(new Source.ExistingCodeCommit("orders", "main"));
      assertThat(problems.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "https://git.example.com/acme/orders.git,        gitlab-self-managed:acme/orders",
      "https://gitlab.example.com/acme/shop/orders,    gitlab-self-managed:acme/shop/orders",
      "scm:git:ssh://gitlab.example.com:2222/a/b,      gitlab-self-managed:a/b",
      "git@GitHub.acme.com:acme/orders.git,            github-enterprise:acme/orders",
      "https://gitlab.example.com/a/b/-/tree/main,     gitlab-self-managed:a/b",
      "https://github.com,                             github:owner/name",
      "https://github.com/acme,                        github:owner/name",
      "https://github.com.example.com/acme/orders,     github-enterprise:acme/orders",
      "https://notgithub.com/acme/orders,              github-enterprise:acme/orders",
      "https://example.com/github.com/acme,            gitlab-self-managed:github.com/acme",
      "scm:svn:https://svn.example.com/orders,         github:owner/name",
      "'',                                             github:owner/name",
      "${project.scm.url},                             github:owner/name"
    })
    void elsewhereIsNotButIsAWarning(String url, String example) {
      scmUrls = List.of(url);

      assertThat(resolve()).isEqualTo(new Source.CodeCommit("main"));
      assertThat(problems.notes()).isEmpty();
      assertThat(problems.inferred()).isEmpty();
      assertThat(problems.warnings())
          .containsExactly(
              "Using the source codecommit, a repository that the template creates: <source> is not"
                  + " set, and <scm> has no repository on a known host ("
                  + url
                  + "). Set <source>, for example "
                  + example
                  + ", or codecommit.");
    }

    @Test
    void elsewhereIsNoWarningWhereTheSourceIsGiven() {
      scmUrls = List.of("https://git.example.com/acme/orders.git");
      V3Settings.source(settings, "codecommit");

      resolve();

      assertThat(problems.warnings()).isEmpty();
    }

    @Test
    void isSaidToBeMissing() {
      resolve();

      assertThat(problems.inferred())
          .singleElement()
          .asString()
          .endsWith("<source> is not set, and the POMs of this checkout have no <scm>.");
    }

    @Test
    void isToldOfWithoutCredentials() {
      scmUrls = List.of("https://ada:secret@github.com/acme/orders.git");

      resolve();

      assertThat(problems.notes()).first().asString().contains("(https://github.com/acme");
      scmUrls = List.of("https://ada:secret@git.example.com/acme/orders.git");
      resolve();
      assertThat(problems.warnings()).singleElement().asString().doesNotContain("secret");
    }

    @Test
    void isToldOf() {
      scmUrls = List.of("https://git.example.com/x/y", "git@github.com:acme/orders.git");
      settings.branch = "release";

      resolve();

      assertThat(problems.notes())
          .containsExactly(
              "Using the source github:acme/orders, branch release, from <scm>"
                  + " (git@github.com:acme/orders.git). To use another source, set <source>.");
    }

    @Test
    void leavesAGivenProviderAlone() {
      scmUrls = List.of("https://github.com/acme/orders");
      V3Settings.source(settings, "codecommit");

      assertThat(resolve()).isEqualTo(new Source.CodeCommit("main"));
      assertThat(problems.notes()).isEmpty();
    }

    @Test
    void goesWithTheOtherElementsOfTheSource() {
      scmUrls = List.of("https://github.com/acme/orders");
      settings.source = new SourceSettings();
      settings.source.connectionArn = V3Settings.CONNECTION_ARN;
      settings.source.includePaths = List.of("orders/**");

      assertThat(resolve())
          .isEqualTo(
              new Connection(
                  Provider.GITHUB,
                  "acme/orders",
                  "main",
                  Optional.of(V3Settings.CONNECTION_ARN),
                  Optional.empty(),
                  new PushFilter(List.of("orders/**"), List.of(), List.of(), List.of())));
    }

    @Test
    void givesWayToAGivenRepository() {
      scmUrls = List.of("https://github.com/acme/parent");
      settings.source = new SourceSettings();
      settings.source.repository = "acme/orders";

      assertThat(resolve())
          .isInstanceOfSatisfying(
              Connection.class, source -> assertThat(source.repository()).isEqualTo("acme/orders"));
      assertThat(problems.notes())
          .first()
          .asString()
          .startsWith("Using the source github:acme/orders, branch main, from <scm>");
    }
  }

  static Stream<Arguments> onlyForConnections() {
    return Stream.of(
        element("<source><connectionArn>", s -> s.connectionArn = V3Settings.CONNECTION_ARN),
        element("<source><hostArn>", s -> s.hostArn = HOST_ARN),
        element("<source><includePaths>", s -> s.includePaths = List.of("a")),
        element("<source><excludePaths>", s -> s.excludePaths = List.of("a")),
        element("<source><includeTags>", s -> s.includeTags = List.of("a")),
        element("<source><excludeTags>", s -> s.excludeTags = List.of("a")));
  }

  static Stream<Arguments> everyElement() {
    return Stream.concat(
        onlyForConnections(),
        Stream.of(
            element("<source><repository>", s -> s.repository = "acme/orders"),
            element("<source><bucket>", s -> s.bucket = "acme-releases"),
            element("<source><key>", s -> s.key = "source.zip")));
  }

  private static Arguments element(String place, Consumer<SourceSettings> element) {
    return Arguments.of(place, element);
  }

  private Source resolve() {
    Path folder = Path.of("orders");
    ProjectFacts project =
        new ProjectFacts(Optional.empty(), folder, folder, Optional.empty(), folder, scmUrls);
    return new SourceResolver(settings, project, version, problems).resolve();
  }

  private List<String> foundProblems() {
    resolve();
    return problems.found();
  }
}
