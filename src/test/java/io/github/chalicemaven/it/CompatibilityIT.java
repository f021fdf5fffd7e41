package io.github.chalicemaven.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chalicemaven.SupportedVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.util.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The installed plugin on several releases of Maven, each on several JDKs: the same settings give
 * the same bytes, those of the golden files. Run by the profile {@code thorough}.
 */
class CompatibilityIT {

  private static final String GOAL = MavenRun.goal("generate-pipeline");
  private static final String INIT = MavenRun.goal("init");

  private static final String YAML = "-Dchalice.outputFile=target/pipeline.yaml";

  /**
   * Another language, encoding, line separator and time zone. The separator is the launcher's
   * business: the shell splits {@code MAVEN_OPTS} at white space, and takes the line feed away.
   */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "MAVEN_OPTS",
          MavenRun.QUICK + "-Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-1",
          "JDK_JAVA_OPTIONS",
          "\"-Dline.separator=\r\n\"",
          "TZ",
          "Asia/Tokyo");

  static List<Combination> combinations() throws IOException {
    return Combination.all();
  }

  @BeforeAll
  static void printCombinations() throws IOException {
    combinations().forEach(System.out::println);
  }

  /** What the site says is tested; where only one JDK is installed, there is less. */
  @Test
  void testsWhatTheSiteSays() throws IOException {
    List<Combination> combinations = combinations();
    assumeTrue(combinations.stream().map(Combination::jdk).distinct().count() > 1, "one JDK");

    for (String maven : SupportedVersions.of("Maven").tested()) {
      assertThat(combinations)
          .filteredOn(combination -> combination.maven().equals(maven))
          .extracting(combination -> combination.jdk().version().replaceAll("\\..*", ""))
          .as("Maven %s", maven)
          .containsAll(SupportedVersions.of("JDK").tested());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void givesTheSameBytesWithAPom(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "pom").withPom();

    run.succeeds(Map.of(), "package");
    run.succeeds(Map.of(), "package", YAML);

    run.hasExpectedFiles("pipeline.json", "pipeline.yaml", "buildspec.yml");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void givesTheSameBytesWithoutAPom(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "no-pom");

    run.succeeds(Map.of(), GOAL, "-Dchalice.branch=main");
    run.succeeds(Map.of(), GOAL, "-Dchalice.branch=main", YAML);

    run.hasExpectedFiles("pipeline.json", "pipeline.yaml", "buildspec.yml");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void givesTheSameBytesElsewhere(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "elsewhere").withPom();

    String log = run.succeeds(ELSEWHERE, "package");
    run.succeeds(ELSEWHERE, GOAL, YAML);

    run.hasExpectedFiles("pipeline.json", "pipeline.yaml", "buildspec.yml");
    assertThat(log)
        .contains("Default locale: tr_TR, platform encoding: ISO-8859-1\r\n")
        .contains("+09:00\r\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void givesTheSameBytesForOtherAccountsAndRegions(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "accounts").withPoms("v3-account-region");

    run.succeeds(ELSEWHERE, "package");

    run.hasGoldenFiles(
        "v3-account-region",
        "pipeline.json",
        "pipeline-target-444455556666.json",
        "pipeline-region-eu-west-1.json",
        "buildspec.yml");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void failsWithASentence(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "failure").withPom();

    String log = run.exits(1, Map.of(), "package", "-Dchalice.pipelineVersion=v9");

    InvokedProject.assertProblems(
        log,
        List.of(
            "<pipelineVersion> (-Dchalice.pipelineVersion) is `v9`: this pipeline version does not"
                + " exist. Use one of v1, v2, v3."));
    assertThat(InvokedProject.files(run.folder().resolve("target").toFile())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void asksOnATerminal(Combination combination) throws Exception {
    assumeTrue(MavenRun.hasPython(), "python3 makes the pseudo-terminal");
    MavenRun run = new MavenRun(combination, "terminal");
    Files.delete(run.folder().resolve(".python-version"));

    String log =
        run.succeedsOnATerminal(
            List.of(
                List.of("Python version [3.13]: ", "3.5"),
                List.of("<pythonVersion> (-Dchalice.pythonVersion) is `3.5`: ", ""),
                List.of("Source (", "gitlab:acme/shop/orders"),
                List.of("Branch that is deployed [main]: ", "next"),
                List.of("Group ID of the new POM [com.example]: ", "com.acme"),
                List.of("Write pom.xml? [y]: ", "y")),
            INIT);

    assertThat(log).contains("Found the application's name: orders").contains("Wrote pom.xml");
    assertThat(run.folder().resolve("pom.xml"))
        .content()
        .contains("<groupId>com.acme</groupId>")
        .contains("<source>gitlab:acme/shop/orders</source>")
        .contains("<branch>next</branch>")
        .doesNotContain("pythonVersion");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void asksNothingWithoutATerminalAndWithBatchMode(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "no-terminal");

    assertThat(run.ends(0, Map.of(), run.command(List.of(), INIT))).contains("Wrote pom.xml");
    if (MavenRun.hasPython()) {
      Files.delete(run.folder().resolve("pom.xml"));
      assertThat(run.succeedsOnATerminal(List.of(), "--batch-mode", INIT))
          .contains("Wrote pom.xml");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void writesNothingThatIsNotConfirmed(Combination combination) throws Exception {
    assumeTrue(MavenRun.hasPython(), "python3 makes the pseudo-terminal");
    MavenRun run = new MavenRun(combination, "not-confirmed").withPom();
    String pom = Files.readString(run.folder().resolve("pom.xml"));
    String without = pom.replaceAll("(?s)  <build>.*</build>\\R", "");
    Files.writeString(run.folder().resolve("pom.xml"), without);

    String log =
        run.succeedsOnATerminal(
            List.of(
                List.of("Source (", ""),
                List.of("Branch that is deployed [main]: ", ""),
                List.of("Write pom.xml? [y]: ", "n")),
            INIT);

    assertThat(log).contains("Nothing was written. To do the same without a POM, run:");
    assertThat(run.folder().resolve("pom.xml")).hasContent(without);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void saysWhatIsWrongWithThePom(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "errors").withPoms("configuration-errors");

    String log = run.exits(1, Map.of(), "package", "-Dchalice.sorce=github");

    assertThat(log)
        .contains(
            ": 12 problems, nothing was written:",
            "<stages><stage name=\"beta\"><alarm> is `errors`: it takes elements",
            "<stagess> in the POM of orders is unknown. Did you mean <stages>?",
            "-Dchalice.sorce is unknown. Did you mean -Dchalice.source?");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void keepsTheMachineOutOfTheFiles(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "environment").withPoms("environment");

    String log = run.exits(1, Map.of("ORDERS_TOKEN", "a-secret", "ORDERS_BRANCH", "x"), "package");

    assertThat(log)
        .contains(
            ": 9 problems, nothing was written:", "${from.environment}, which is ${env.ORDERS")
        .doesNotContain("a-secret");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void runsForTheModulesThatConfigureThePlugin(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "modules").withPoms("reactor-root");

    String log = run.succeeds(Map.of(), GOAL);

    assertThat(log)
        .contains("Running the goal for the modules that configure the plugin: orders, invoices");
    for (String module : List.of("orders", "invoices")) {
      assertThat(run.folder().resolve(module).resolve("target/pipeline.json")).isRegularFile();
    }
    assertThat(InvokedProject.files(run.folder().resolve("target").toFile())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void refusesStagesThatAreMergedByPosition(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "stages").withPoms("inherited-stages");

    String log = run.exits(1, Map.of(), "package", "--fail-at-end");

    assertThat(log).contains("<stages> in the POM of mixed and the POM of apps: ");
    assertThat(run.folder().resolve("mixed/target/pipeline.json")).doesNotExist();
    assertThat(run.folder().resolve("replaced/target/pipeline.json"))
        .content()
        .contains("\"Name\": \"Prod\"")
        .doesNotContain("\"Name\": \"Beta\"");
    assertThat(run.folder().resolve("added/target/pipeline.json"))
        .content()
        .contains("\"Name\": \"Prod\"", "\"Name\": \"Beta\"");
  }

  /** In a build of three applications and a module that is none, which starts with no network. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void writesTheReportsOfASite(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "site").withPoms("report-site");
    Path root = run.folder();
    FileUtils.deleteDirectory(root.resolve(".chalice").toFile());
    Files.delete(root.resolve("app.py"));
    InvokedProject.sampleApp(root.toFile(), "orders");

    run.succeeds(Map.of(), "site");

    for (String app : List.of("orders", "invoices", "mailing")) {
      assertThat(root.resolve(app).resolve("target/site/pipeline-report.html"))
          .content()
          .contains("<h1>Pipeline of " + app + "</h1>", "id=\"bodyColumn\"", "acme/shop")
          .containsOnlyOnce("<title>Pipeline of " + app);
      assertThat(root.resolve(app).resolve("target/pipeline.md")).isRegularFile();
    }
    assertThat(root.resolve("target/site/pipeline-report.html")).doesNotExist();
    assertThat(root.resolve("common/target/site/pipeline-report.html")).doesNotExist();
  }
}
