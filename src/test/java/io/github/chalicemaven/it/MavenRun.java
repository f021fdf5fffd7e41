package io.github.chalicemaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder with the sample application, in which Maven runs. */
final class MavenRun {

  /** What makes a short run of Maven shorter. */
  static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ";

  private static final String PLUGIN_VERSION = System.getProperty("it.plugin.version");
  private static final String SITE_PLUGIN_VERSION = System.getProperty("it.site-plugin.version");
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path REPOSITORY = TARGET.resolve("it-repository");

  private static final Path TERMINAL =
      Path.of("src/test/resources/it/terminal.py").toAbsolutePath();

  private final Combination combination;
  private final Path folder;
  private final Path settings;
  private Path repository = REPOSITORY;

  MavenRun(Combination combination, String name) throws IOException {
    this.combination = combination;
    this.folder =
        TARGET.resolve("compatibility/" + combination.toString().replace(' ', '-') + "-" + name);
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        old.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
    InvokedProject.sampleApp(folder.toFile());
    this.settings = folder.resolveSibling(folder.getFileName() + "-settings.xml");
    withSettings("");
  }

  /** Adds elements to the user's settings. */
  MavenRun withSettings(String elements) throws IOException {
    String repository = Path.of(System.getProperty("it.outer.repository")).toUri().toString();
    String text =
        Files.readString(Path.of("src/it/settings.xml"))
            .replace("@localRepositoryUrl@", repository)
            .replace("  <profiles>", elements + "  <profiles>");
    Files.writeString(settings, text);
    return this;
  }

  /** A goal as it is called without a POM. */
  static String goal(String name) {
    return "io.github.chalicemaven:chalice-maven-plugin:" + PLUGIN_VERSION + ":" + name;
  }

  /** Whether there can be a pseudo-terminal. */
  static boolean hasPython() {
    try {
      return new ProcessBuilder("python3", "-c", "import pty").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Takes a local repository without the AWS SDK. */
  MavenRun withoutSdk() throws IOException {
    repository = TARGET.resolve("compatibility/repository-without-sdk");
    if (!Files.exists(repository)) {
      InvokedProject.repositoryWithout(
          REPOSITORY.toFile(),
          repository.toFile(),
          List.of("software/amazon", "org/slf4j/slf4j-nop"));
    }
    return this;
  }

  MavenRun withPom() throws IOException {
    String pom = Files.readString(Path.of("src/it/bound-to-package/pom.xml"));
    Files.writeString(folder.resolve("pom.xml"), pom.replace("@project.version@", PLUGIN_VERSION));
    return this;
  }

  /** Takes the POMs and applications of an integration test. */
  MavenRun withPoms(String test) throws IOException {
    Path from = Path.of("src/it", test);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file));
        Files.createDirectories(to.getParent());
        Files.writeString(
            to,
            Files.readString(file)
                .replace("@project.version@", PLUGIN_VERSION)
                .replace("@version.site-plugin@", SITE_PLUGIN_VERSION));
      }
    }
    return this;
  }

  /** Makes a reactor with one application, whose settings a profile and a property have. */
  MavenRun withReactorIn(String name) throws IOException {
    Path root = folder.resolve(name);
    InvokedProject.sampleApp(folder.toFile(), name + "/orders");
    Files.writeString(
        root.resolve("pom.xml"),
        pom("apps", "<packaging>pom</packaging><modules><module>orders</module></modules>"));
    Files.writeString(
        root.resolve("orders/pom.xml"),
        pom(
            "orders",
            "<packaging>pom</packaging><build><plugins><plugin>"
                + "<groupId>io.github.chalicemaven</groupId>"
                + "<artifactId>chalice-maven-plugin</artifactId><version>"
                + PLUGIN_VERSION
                + "</version><executions><execution><goals><goal>generate-pipeline</goal></goals>"
                + "</execution></executions><configuration><source>github</source>"
                + "<branch>main</branch><appName>${team}-orders</appName></configuration></plugin>"
                + "</plugins></build><profiles><profile><id>live</id><properties>"
                + "<chalice.stackName>orders-live</chalice.stackName></properties></profile>"
                + "</profiles>"));
    return this;
  }

  private static String pom(String artifactId, String elements) {
    return "<project><modelVersion>4.0.0</modelVersion><groupId>com.example</groupId><artifactId>"
        + artifactId
        + "</artifactId><version>1</version>"
        + elements
        + "</project>";
  }

  /**
   * Runs a command that Maven has printed in a shell. {@code mvn} is the Maven of this run, {@code
   * aws} prints its arguments, one a line, if there is the template.
   *
   * @return the shell's exit status
   */
  int pasted(String command, Map<String, String> environment) throws Exception {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    String maven =
        command(List.of("--batch-mode", "-Dchalice.yes")).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    script(tools.resolve("mvn"), "exec " + maven + " \"$@\"");
    script(tools.resolve("aws"), "test -s \"$6\" && printf '%s\\n' \"$@\"");
    Map<String, String> all = new TreeMap<>(environment);
    all.put("PATH", tools + File.pathSeparator + System.getenv("PATH"));
    return start(all, List.of("sh", "-c", command)).waitFor();
  }

  private static void script(Path file, String command) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  String succeeds(Map<String, String> environment, String... arguments) throws Exception {
    return exits(0, environment, arguments);
  }

  /** Runs Maven and returns its log. */
  String exits(int status, Map<String, String> environment, String... arguments) throws Exception {
    return ends(status, environment, command(List.of("--batch-mode"), arguments));
  }

  /** Runs Maven on a pseudo-terminal, answers its questions, and returns what is shown. */
  String succeedsOnATerminal(List<List<String>> dialogue, String... arguments) throws Exception {
    return onATerminal(0, Map.of(), dialogue, arguments);
  }

  /** The same, with the status that Maven exits with; its answers may be control characters. */
  String onATerminal(
      int status, Map<String, String> environment, List<List<String>> dialogue, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("python3", TERMINAL.toString()));
    dialogue.forEach(command::addAll);
    command.add("--");
    command.addAll(command(List.of(), arguments));
    return ends(status, environment, command);
  }

  List<String> command(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(combination.home().resolve("bin/mvn").toString());
    command.addAll(options);
    command.add("--show-version");
    command.addAll(List.of("--settings", settings.toString()));
    command.add("-Dmaven.repo.local=" + repository);
    command.add("--offline");
    if (repository.equals(REPOSITORY)) {
      // No network: the build that runs this test has all that the plugin needs.
      command.add("-Daether.offline.protocols=file");
    }
    command.addAll(List.of(arguments));
    return command;
  }

  String ends(int status, Map<String, String> environment, List<String> command) throws Exception {
    return ended(status, start(environment, command));
  }

  /**
   * A command that SIGINT ends. What a shell has started in the background ignores it, and so does
   * all that it starts, these tests and their Maven too.
   */
  private static List<String> interruptible(List<String> command) throws IOException {
    List<String> prefix = List.of("env", "--default-signal=INT");
    List<String> probe = Stream.concat(prefix.stream(), Stream.of("true")).toList();
    try {
      return new ProcessBuilder(probe).start().waitFor() == 0
          ? Stream.concat(prefix.stream(), command.stream()).toList()
          : command;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts Maven, and lets it run. */
  Process start(Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(interruptible(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("build.log").toFile());
    // Nothing of the build that runs this test, and nothing of the user's.
    builder
        .environment()
        .keySet()
        .removeIf(
            name ->
                name.startsWith("MAVEN_")
                    || name.startsWith("AWS_")
                    || Set.of("M2_HOME", "CI").contains(name));
    builder.environment().put("MAVEN_SKIP_RC", "true");
    builder.environment().put("MAVEN_OPTS", QUICK);
    builder.environment().put("JAVA_HOME", combination.jdk().home().toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** What Maven has said so far. */
  String log() throws IOException {
    return InvokedProject.withoutColours(
        Files.readString(folder.resolve("build.log"), StandardCharsets.ISO_8859_1));
  }

  /** Waits for the end of Maven, and returns its log. */
  String ended(int status, Process maven) throws Exception {
    int exit = maven.waitFor();
    assertThat(exit).describedAs(log()).isEqualTo(status);
    assertThat(log())
        .contains("Apache Maven " + combination.maven())
        .contains("Java version: " + combination.jdk().version());
    return log();
  }

  void hasExpectedFiles(String... names) {
    hasFiles(name -> InvokedProject.expected(folder.toFile(), name).toPath(), names);
  }

  /** What is generated is as in a folder of golden files, and there is nothing else. */
  void hasGoldenFiles(String golden, String... names) {
    hasFiles(Path.of("src/test/resources/golden", golden)::resolve, names);
  }

  private void hasFiles(Function<String, Path> expected, String... names) {
    assertThat(InvokedProject.files(folder.resolve("target").toFile()))
        .containsExactlyInAnyOrder(names);
    for (String name : names) {
      assertThat(folder.resolve("target").resolve(name))
          .hasSameBinaryContentAs(expected.apply(name));
    }
  }
}
