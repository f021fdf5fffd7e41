package io.github.chalicemaven.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Maven, run as a user runs it.
 *
 * @param home its folder
 * @param repository the local repository that has the plugin
 * @param options what {@code MAVEN_OPTS} says; may be empty
 */
record Maven(Path home, Path repository, String options) {

  /** As the POM says it. */
  static Maven fromProperties() {
    return new Maven(
        Path.of(System.getProperty("bench.maven")),
        Path.of(System.getProperty("bench.repository")),
        "");
  }

  /** The same with other options. */
  Maven with(String otherOptions) {
    return new Maven(home, repository, otherOptions);
  }

  /** The plugin's coordinates. */
  static String plugin() {
    return "io.github.chalicemaven:chalice-maven-plugin:" + System.getProperty("bench.version");
  }

  /** Runs once, unmeasured, so that the local repository has all that a run needs. */
  void warmUp(Path directory, String... arguments) throws IOException, InterruptedException {
    start(directory, false, arguments);
  }

  /** Runs, without a network. */
  Run run(Path directory, String... arguments) throws IOException, InterruptedException {
    return start(directory, true, arguments);
  }

  /** What {@code mvn --version} says first, and the options. */
  String version() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(script(), "--version").redirectErrorStream(true).start();
    try (BufferedReader lines = lines(process)) {
      String first = lines.readLine();
      lines.lines().forEach(line -> {});
      process.waitFor();
      String version = first.replaceAll("\\u001B\\[[0-9;]*m", "");
      return options.isEmpty() ? version : version + ", " + options;
    }
  }

  private Run start(Path directory, boolean offline, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(script());
    command.addAll(List.of("-B", "-Dmaven.repo.local=" + repository));
    if (offline) {
      command.add("-o");
    }
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", options);
    builder.environment().remove("MAVEN_ARGS");
    long start = System.nanoTime();
    Process process = builder.start();
    ProcessWatch watch = new ProcessWatch(process.toHandle());
    watch.start();
    List<Run.Line> output = new ArrayList<>();
    try (BufferedReader lines = lines(process)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(new Run.Line(System.nanoTime() - start, line));
      }
    }
    int exit = process.waitFor();
    Run run = new Run(System.nanoTime() - start, watch.processorNanos(), watch.kilobytes(), output);
    if (exit != 0) {
      output.forEach(line -> System.err.println(line.text()));
      throw new IOException("failed: " + String.join(" ", command));
    }
    return run;
  }

  private String script() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return home.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn").toString();
  }

  private static BufferedReader lines(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), Charset.defaultCharset()));
  }
}
