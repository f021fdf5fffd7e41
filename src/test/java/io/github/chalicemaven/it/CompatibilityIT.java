package io.github.chalicemaven.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chalicemaven.SupportedVersions;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The installed plugin on several releases of Maven, each on several JDKs: the same settings give
 * the same bytes, those of the golden files. Run by the profile {@code thorough}.
 */
class CompatibilityIT {

  private static final String PLUGIN_VERSION = System.getProperty("it.plugin.version");
  private static final String GOAL =
      "io.github.chalicemaven:chalice-maven-plugin:" + PLUGIN_VERSION + ":generate-pipeline";

  private static final String INIT =
      "io.github.chalicemaven:chalice-maven-plugin:" + PLUGIN_VERSION + ":init";

  private static final String YAML = "-Dchalice.outputFile=target/pipeline.yaml";

  /** What makes a short run of Maven shorter. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ";

  /**
   * Another language, encoding, line separator and time zone. The separator is the launcher's
   * business: the shell splits {@code MAVEN_OPTS} at white space, and takes the line feed away.
   */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "MAVEN_OPTS",
          QUICK + "-Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-1",
          "JDK_JAVA_OPTIONS",
          "\"-Dline.separator=\r\n\"",
          "TZ",
          "Asia/Tokyo");

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path SETTINGS = TARGET.resolve("compatibility/settings.xml");

  private static final Path TERMINAL =
      Path.of("src/test/resources/it/terminal.py").toAbsolutePath();

  private static List<Combination> combinations;

  static List<Combination> combinations() {
    return combinations;
  }

  @BeforeAll
  static void findCombinations() throws IOException {
    List<Jdk> jdks = jdks();
    Map<String, Path> mavens = mavens();
    combinations =
        jdks.stream()
            .flatMap(
                jdk ->
                    mavens.entrySet().stream()
                        .map(maven -> new Combination(maven.getKey(), maven.getValue(), jdk)))
            .toList();
    combinations.forEach(System.out::println);
    if (jdks.size() == 1) {
      System.out.println("There is no second JDK (17 or later) beside " + jdks.get(0).home());
    }
  }

  @BeforeAll
  static void writeSettings() throws IOException {
    Path repository = Path.of(System.getProperty("it.outer.repository"));
    String settings = Files.readString(Path.of("src/it/settings.xml"));
    Files.createDirectories(SETTINGS.getParent());
    Files.writeString(
        SETTINGS, settings.replace("@localRepositoryUrl@", repository.toUri().toString()));
  }

  /** What the site says is tested; where only one JDK is installed, there is less. */
  @Test
  void testsWhatTheSiteSays() {
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
    Run run = new Run(combination, "pom").withPom();

    run.succeeds(Map.of(), "package");
    run.succeeds(Map.of(), "package", YAML);

    run.hasExpectedFiles("pipeline.json", "pipeline.yaml", "buildspec.yml");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void givesTheSameBytesWithoutAPom(Combination combination) throws Exception {
    Run run = new Run(combination, "no-pom");

    run.succeeds(Map.of(), GOAL, "-Dchalice.branch=main");
    run.succeeds(Map.of(), GOAL, "-Dchalice.branch=main", YAML);

    run.hasExpectedFiles("pipeline.json", "pipeline.yaml", "buildspec.yml");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void givesTheSameBytesElsewhere(Combination combination) throws Exception {
    Run run = new Run(combination, "elsewhere").withPom();

    String log = run.succeeds(ELSEWHERE, "package");
    run.succeeds(ELSEWHERE, GOAL, YAML);

    run.hasExpectedFiles("pipeline.json", "pipeline.yaml", "buildspec.yml");
    assertThat(log)
        .contains("Default locale: tr_TR, platform encoding: ISO-8859-1\r\n")
        .contains("+09:00\r\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void failsWithASentence(Combination combination) throws Exception {
    Run run = new Run(combination, "failure").withPom();

    String log = run.exits(1, Map.of(), "package", "-Dchalice.pipelineVersion=v9");

    InvokedProject.assertProblems(
        log,
        List.of(
            "<pipelineVersion> (-Dchalice.pipelineVersion) is `v9`: this pipeline version does not"
                + " exist. Use one of v1, v2, v3."));
    assertThat(InvokedProject.files(run.folder.resolve("target").toFile())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void asksOnATerminal(Combination combination) throws Exception {
    assumeTrue(hasPython(), "python3 makes the pseudo-terminal");
    Run run = new Run(combination, "terminal");
    Files.delete(run.folder.resolve(".python-version"));

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
    assertThat(run.folder.resolve("pom.xml"))
        .content()
        .contains("<groupId>com.acme</groupId>")
        .contains("<source>gitlab:acme/shop/orders</source>")
        .contains("<branch>next</branch>")
        .doesNotContain("pythonVersion");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void asksNothingWithoutATerminalAndWithBatchMode(Combination combination) throws Exception {
    Run run = new Run(combination, "no-terminal");

    assertThat(run.ends(0, Map.of(), run.command(List.of(), INIT))).contains("Wrote pom.xml");
    if (hasPython()) {
      Files.delete(run.folder.resolve("pom.xml"));
      assertThat(run.succeedsOnATerminal(List.of(), "--batch-mode", INIT))
          .contains("Wrote pom.xml");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void writesNothingThatIsNotConfirmed(Combination combination) throws Exception {
    assumeTrue(hasPython(), "python3 makes the pseudo-terminal");
    Run run = new Run(combination, "not-confirmed").withPom();
    String pom = Files.readString(run.folder.resolve("pom.xml"));
    String without = pom.replaceAll("(?s)  <build>.*</build>\\R", "");
    Files.writeString(run.folder.resolve("pom.xml"), without);

    String log =
        run.succeedsOnATerminal(
            List.of(
                List.of("Source (", ""),
                List.of("Branch that is deployed [main]: ", ""),
                List.of("Write pom.xml? [y]: ", "n")),
            INIT);

    assertThat(log).contains("Nothing was written. The same without a POM:");
    assertThat(run.folder.resolve("pom.xml")).hasContent(without);
  }

  private static boolean hasPython() {
    try {
      return new ProcessBuilder("python3", "-c", "import pty").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void saysWhatIsWrongWithThePom(Combination combination) throws Exception {
    Run run = new Run(combination, "errors").withPoms("configuration-errors");

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
    Run run = new Run(combination, "environment").withPoms("environment");

    String log = run.exits(1, Map.of("ORDERS_TOKEN", "a-secret", "ORDERS_BRANCH", "x"), "package");

    assertThat(log)
        .contains(
            ": 9 problems, nothing was written:", "${from.environment}, which is ${env.ORDERS")
        .doesNotContain("a-secret");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void runsForTheModulesThatConfigureThePlugin(Combination combination) throws Exception {
    Run run = new Run(combination, "modules").withPoms("reactor-root");

    String log = run.succeeds(Map.of(), GOAL);

    assertThat(log).contains("For the modules that configure the plugin: orders, invoices");
    for (String module : List.of("orders", "invoices")) {
      assertThat(run.folder.resolve(module).resolve("target/pipeline.json")).isRegularFile();
    }
    assertThat(InvokedProject.files(run.folder.resolve("target").toFile())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void refusesStagesThatAreMergedByPosition(Combination combination) throws Exception {
    Run run = new Run(combination, "stages").withPoms("inherited-stages");

    String log = run.exits(1, Map.of(), "package", "--fail-at-end");

    assertThat(log).contains("<stages> in the POM of mixed and the POM of apps: ");
    assertThat(run.folder.resolve("mixed/target/pipeline.json")).doesNotExist();
    assertThat(run.folder.resolve("replaced/target/pipeline.json"))
        .content()
        .contains("\"Name\": \"Prod\"")
        .doesNotContain("\"Name\": \"Beta\"");
    assertThat(run.folder.resolve("added/target/pipeline.json"))
        .content()
        .contains("\"Name\": \"Prod\"", "\"Name\": \"Beta\"");
  }

  /** The Maven of this build and the releases that the profile has unpacked, by their version. */
  private static Map<String, Path> mavens() throws IOException {
    Map<String, Path> mavens = new TreeMap<>();
    mavens.put(
        System.getProperty("it.maven.version"), Path.of(System.getProperty("it.maven.home")));
    String prefix = "apache-maven-";
    for (Path home : list(Path.of(System.getProperty("it.maven.releases")))) {
      String name = home.getFileName().toString();
      assertThat(name).startsWith(prefix);
      mavens.put(name.substring(prefix.length()), home);
    }
    return mavens;
  }

  /** The JDK of this build, and one of each other release from 17 on that lies beside it. */
  private static List<Jdk> jdks() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    Map<Integer, Jdk> jdks = new TreeMap<>();
    jdks.put(Runtime.version().feature(), new Jdk(System.getProperty("java.version"), own));
    for (Path folder : list(own.getParent())) {
      Path release = folder.resolve("release");
      if (Files.isExecutable(folder.resolve("bin/javac")) && Files.isRegularFile(release)) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
          properties.load(in);
        }
        String version = properties.getProperty("JAVA_VERSION").replace("\"", "");
        int feature = Runtime.Version.parse(version).feature();
        if (feature >= 17) {
          jdks.putIfAbsent(feature, new Jdk(version, folder.toRealPath()));
        }
      }
    }
    return List.copyOf(jdks.values());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private record Jdk(String version, Path home) {}

  private record Combination(String maven, Path home, Jdk jdk) {
    @Override
    public String toString() {
      return "Maven " + maven + " on JDK " + jdk.version();
    }
  }

  /** A folder with the sample application, in which Maven runs. */
  private static final class Run {

    private final Combination combination;
    private final Path folder;

    Run(Combination combination, String name) throws IOException {
      this.combination = combination;
      this.folder =
          TARGET.resolve("compatibility/" + combination.toString().replace(' ', '-') + "-" + name);
      if (Files.exists(folder)) {
        try (Stream<Path> old = Files.walk(folder)) {
          old.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
      }
      InvokedProject.sampleApp(folder.toFile());
    }

    Run withPom() throws IOException {
      String pom = Files.readString(Path.of("src/it/bound-to-package/pom.xml"));
      Files.writeString(
          folder.resolve("pom.xml"), pom.replace("@project.version@", PLUGIN_VERSION));
      return this;
    }

    /** Takes the POMs and applications of an integration test. */
    Run withPoms(String test) throws IOException {
      Path from = Path.of("src/it", test);
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path to = folder.resolve(from.relativize(file));
          Files.createDirectories(to.getParent());
          Files.writeString(
              to, Files.readString(file).replace("@project.version@", PLUGIN_VERSION));
        }
      }
      return this;
    }

    String succeeds(Map<String, String> environment, String... arguments) throws Exception {
      return exits(0, environment, arguments);
    }

    /** Runs Maven and returns its log. */
    String exits(int status, Map<String, String> environment, String... arguments)
        throws Exception {
      return ends(status, environment, command(List.of("--batch-mode"), arguments));
    }

    /** Runs Maven on a pseudo-terminal, answers its questions, and returns what is shown. */
    String succeedsOnATerminal(List<List<String>> dialogue, String... arguments) throws Exception {
      List<String> command = new ArrayList<>();
      command.addAll(List.of("python3", TERMINAL.toString()));
      dialogue.forEach(command::addAll);
      command.add("--");
      command.addAll(command(List.of(), arguments));
      return ends(0, Map.of(), command);
    }

    List<String> command(List<String> options, String... arguments) {
      List<String> command = new ArrayList<>();
      command.add(combination.home().resolve("bin/mvn").toString());
      command.addAll(options);
      command.add("--show-version");
      command.addAll(List.of("--settings", SETTINGS.toString()));
      command.add("-Dmaven.repo.local=" + TARGET.resolve("it-repository"));
      // No network: the build that runs this test has all that the plugin needs.
      command.addAll(List.of("--offline", "-Daether.offline.protocols=file"));
      command.addAll(List.of(arguments));
      return command;
    }

    String ends(int status, Map<String, String> environment, List<String> command)
        throws Exception {
      Path output = folder.resolve("build.log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      // Nothing of the build that runs this test, and nothing of the user's.
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.startsWith("MAVEN_") || Set.of("M2_HOME", "CI").contains(name));
      builder.environment().put("MAVEN_SKIP_RC", "true");
      builder.environment().put("MAVEN_OPTS", QUICK);
      builder.environment().put("JAVA_HOME", combination.jdk().home().toString());
      builder.environment().putAll(environment);

      int exit = builder.start().waitFor();

      String log =
          InvokedProject.withoutColours(Files.readString(output, StandardCharsets.ISO_8859_1));
      assertThat(exit).describedAs(log).isEqualTo(status);
      assertThat(log)
          .contains("Apache Maven " + combination.maven())
          .contains("Java version: " + combination.jdk().version());
      return log;
    }

    void hasExpectedFiles(String... names) {
      assertThat(InvokedProject.files(folder.resolve("target").toFile()))
          .containsExactlyInAnyOrder(names);
      for (String name : names) {
        assertThat(folder.resolve("target").resolve(name))
            .hasSameBinaryContentAs(InvokedProject.expected(folder.toFile(), name).toPath());
      }
    }
  }
}
