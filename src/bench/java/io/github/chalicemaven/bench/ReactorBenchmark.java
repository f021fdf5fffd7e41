package io.github.chalicemaven.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Builds of many applications with the goal bound: the first build, the second one, which has
 * nothing to write, and the same with {@code chalice.skip}; each with one thread and with one a
 * core. Beside them the same files, written by a plain loop: what the system itself takes for them.
 */
final class ReactorBenchmark {

  private static final String SKIP = "-Dchalice.skip";

  private final Maven maven;
  private final List<Integer> sizes;
  private final int rounds;

  ReactorBenchmark(Maven maven, List<Integer> sizes, int rounds) {
    this.maven = maven;
    this.sizes = sizes;
    this.rounds = rounds;
  }

  void run(Path directory) throws IOException, InterruptedException {
    AppProject.delete(directory);
    List<Size> measured = new ArrayList<>();
    for (int size : sizes) {
      Path reactor = directory.resolve(String.valueOf(size));
      List<Path> apps = AppProject.writeReactor(reactor, size);
      maven.warmUp(reactor, "package");
      PlainFiles files = PlainFiles.of(apps);
      List<Round> done = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        Threads one = threads(reactor, apps, "1");
        Threads perCore = threads(reactor, apps, "1C");
        done.add(new Round(files.writeMillis(), one, perCore));
      }
      measured.add(new Size(size, done));
    }
    print(measured);
  }

  private Threads threads(Path reactor, List<Path> apps, String threads)
      throws IOException, InterruptedException {
    Run skip = maven.run(reactor, "package", "-T", threads, SKIP);
    for (Path app : apps) {
      AppProject.delete(app.resolve("target"));
    }
    Run first = maven.run(reactor, "package", "-T", threads);
    Run second = maven.run(reactor, "package", "-T", threads);
    return new Threads(skip, first, second);
  }

  private void print(List<Size> sizes) throws IOException, InterruptedException {
    Table totals =
        new Table(
            "modules", "threads", "skip, s", "first build, s", "second build, s", "its cores busy");
    Table modules =
        new Table(
            "modules",
            "threads",
            "skip, ms",
            "first build over skip",
            "files alone, one thread",
            "second build over skip");
    for (Size size : sizes) {
      for (String threads : List.of("1", "1C")) {
        Function<Round, Threads> of = threads.equals("1") ? Round::one : Round::perCore;
        totals.row(
            size.modules(),
            threads,
            size.median(round -> of.apply(round).skip().seconds()),
            size.median(round -> of.apply(round).first().seconds()),
            size.median(round -> of.apply(round).second().seconds()),
            size.median(round -> of.apply(round).second().cores()));
        modules.row(
            size.modules(),
            threads,
            size.median(round -> size.millis(of.apply(round).skip())),
            size.median(round -> size.millisOver(of.apply(round), Threads::first)),
            size.median(Round::filesMillis),
            size.median(round -> size.millisOver(of.apply(round), Threads::second)));
      }
    }
    String how = ", median of " + rounds + " rounds, " + maven.version();
    totals.print("Reactor: whole processes" + how);
    modules.print(
        "Reactor: milliseconds a module, from the first module's start to the summary" + how);
    for (Size size : sizes) {
      if (size.modules() >= 200) {
        printGrowth(size, how);
      }
    }
  }

  private static void printGrowth(Size size, String how) {
    Table growth = new Table("threads: 1", "first hundred, ms", "last hundred, ms", "last / first");
    growth(growth, "skip", size, Threads::skip);
    growth(growth, "first build", size, Threads::first);
    growth(growth, "second build", size, Threads::second);
    growth.print("Reactor of " + size.modules() + ": growth, milliseconds a module" + how);
    Table speedUp = new Table("-T 1 / -T 1C", "modules", "of it over skip", "whole process");
    speedUp(speedUp, "skip", size, Threads::skip);
    speedUp(speedUp, "first build", size, Threads::first);
    speedUp(speedUp, "second build", size, Threads::second);
    speedUp.print("Reactor of " + size.modules() + ": one thread a core, times faster" + how);
  }

  private static void growth(Table table, String what, Size size, Function<Threads, Run> kind) {
    double first = size.median(round -> modules(kind.apply(round.one())).firstMillis(100));
    double last = size.median(round -> modules(kind.apply(round.one())).lastMillis(100));
    table.row(what, first, last, last / first);
  }

  private static void speedUp(Table table, String what, Size size, Function<Threads, Run> kind) {
    table.row(
        what,
        size.median(
            round ->
                size.millis(kind.apply(round.one())) / size.millis(kind.apply(round.perCore()))),
        size.median(
            round -> size.millisOver(round.one(), kind) / size.millisOver(round.perCore(), kind)),
        size.median(
            round -> kind.apply(round.one()).seconds() / kind.apply(round.perCore()).seconds()));
  }

  private static ModuleTimes modules(Run run) {
    return ModuleTimes.of(run);
  }

  /** The three builds with one number of threads. */
  private record Threads(Run skip, Run first, Run second) {}

  /**
   * One of several repetitions.
   *
   * @param filesMillis a module's files alone
   */
  private record Round(double filesMillis, Threads one, Threads perCore) {}

  /** All rounds of one size. */
  private record Size(int modules, List<Round> rounds) {

    double median(ToDoubleFunction<Round> number) {
      return Numbers.median(rounds.stream().map(number::applyAsDouble).toList());
    }

    double millis(Run run) {
      return ModuleTimes.of(run).totalMillis() / modules;
    }

    double millisOver(Threads threads, Function<Threads, Run> kind) {
      return millis(kind.apply(threads)) - millis(threads.skip());
    }
  }
}
