package io.github.chalicemaven.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * Runs the benchmarks, each of which prints a table. Its POM calls it.
 *
 * <p>System properties: {@code bench.only}, one of {@code core}, {@code cold}, {@code reactor};
 * {@code bench.quick}, to see that they run; {@code bench.maven}, the home of the Maven to measure;
 * {@code bench.pairs} and {@code bench.rounds}, how often a process is measured.
 */
public final class Benchmarks {

  private static final List<String> ALL = List.of("core", "cold", "reactor");

  private Benchmarks() {}

  /** Runs all benchmarks or one. */
  public static void main(String[] arguments) throws Exception {
    String only = System.getProperty("bench.only", "");
    if (!only.isEmpty() && !ALL.contains(only)) {
      throw new IllegalArgumentException("bench.only is `" + only + "`: use one of " + ALL + ".");
    }
    System.out.printf(
        "%nJava %s, %s, %d cores%n",
        System.getProperty("java.version"),
        System.getProperty("os.name"),
        Runtime.getRuntime().availableProcessors());
    if (only.isEmpty() || only.equals("core")) {
      CoreBenchmark.run(isQuick());
    }
    if (only.isEmpty() || only.equals("cold")) {
      new ColdBenchmark(Maven.fromProperties(), number("bench.pairs", 15)).run(directory("cold"));
    }
    if (only.isEmpty() || only.equals("reactor")) {
      List<Integer> sizes = isQuick() ? List.of(1, 10) : List.of(1, 10, 100, 1_000);
      int rounds = number("bench.rounds", 3);
      Maven maven = Maven.fromProperties();
      new ReactorBenchmark(maven, sizes, rounds).run(directory("reactor"));
      // Without the compiler that keeps the second core busy for seconds.
      new ReactorBenchmark(
              maven.with("-XX:TieredStopAtLevel=1"),
              sizes.subList(sizes.size() - 1, sizes.size()),
              rounds)
          .run(directory("reactor"));
    }
  }

  /** A folder for what a benchmark generates. */
  static Path directory(String benchmark) {
    return Path.of(System.getProperty("bench.directory")).resolve(benchmark);
  }

  private static boolean isQuick() {
    return Boolean.getBoolean("bench.quick");
  }

  private static int number(String property, int usual) {
    String value = System.getProperty(property, "");
    return value.isEmpty() ? (isQuick() ? 1 : usual) : Integer.parseInt(value);
  }
}
