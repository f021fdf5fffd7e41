package io.github.chalicemaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A whole process that runs the goal once, beside the same process with {@code chalice.skip}. */
final class ColdBenchmark {

  private static final String SKIP = "-Dchalice.skip";

  private final Maven maven;
  private final int pairs;

  ColdBenchmark(Maven maven, int pairs) {
    this.maven = maven;
    this.pairs = pairs;
  }

  void run(Path directory) throws IOException, InterruptedException {
    String goal = Maven.plugin() + ":generate-pipeline";
    AppProject.delete(directory);
    AppProject.write(
        directory,
        """
          <groupId>com.example</groupId>
          <artifactId>cold</artifactId>
          <version>1</version>
          <packaging>pom</packaging>\
        """);
    Files.createDirectories(directory.resolve(".git"));
    maven.warmUp(directory, goal);
    maven.run(directory, goal, SKIP);

    List<Run> generate = new ArrayList<>();
    List<Run> skip = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      boolean skipFirst = i % 2 == 0;
      if (skipFirst) {
        skip.add(maven.run(directory, goal, SKIP));
      }
      AppProject.delete(directory.resolve("target"));
      generate.add(maven.run(directory, goal));
      if (!skipFirst) {
        skip.add(maven.run(directory, goal, SKIP));
      }
    }
    print(generate, skip);
  }

  private void print(List<Run> generate, List<Run> skip) throws IOException, InterruptedException {
    List<Double> ratios = new ArrayList<>();
    List<Double> processorRatios = new ArrayList<>();
    List<Double> differences = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      ratios.add(generate.get(i).seconds() / skip.get(i).seconds());
      processorRatios.add(generate.get(i).processorSeconds() / skip.get(i).processorSeconds());
      differences.add((generate.get(i).seconds() - skip.get(i).seconds()) * 1_000);
      memory.add(generate.get(i).mebibytes() - skip.get(i).mebibytes());
    }
    Table table = new Table("", "first quartile", "median", "third quartile");
    row(table, "generate, s", generate.stream().map(Run::seconds).toList());
    row(table, "skip, s", skip.stream().map(Run::seconds).toList());
    row(table, "generate / skip", ratios);
    row(table, "generate / skip, processor time", processorRatios);
    row(table, "generate - skip, ms", differences);
    row(table, "generate, peak memory, MiB", generate.stream().map(Run::mebibytes).toList());
    row(table, "skip, peak memory, MiB", skip.stream().map(Run::mebibytes).toList());
    row(table, "generate - skip, peak memory, MiB", memory);
    table.print("Cold: one goal in a process of its own, " + pairs + " pairs, " + maven.version());
  }

  private static void row(Table table, String what, List<Double> numbers) {
    table.row(
        what,
        Numbers.quantile(numbers, 0.25),
        Numbers.median(numbers),
        Numbers.quantile(numbers, 0.75));
  }
}
