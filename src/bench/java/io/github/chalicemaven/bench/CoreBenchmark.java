package io.github.chalicemaven.bench;

import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.PipelineGenerator.GeneratedPipeline;
import io.github.chalicemaven.core.settings.ApprovalSettings;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** From settings to the bytes of both files, warm: all but Maven and the writing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CoreBenchmark {

  /** The version of the pipeline; three stages in {@code v3}. */
  @Param({"v1", "v2", "v3"})
  public String version;

  private PipelineSettings settings;

  static void run(boolean quick) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(CoreBenchmark.class.getName())
        .addProfiler(GCProfiler.class)
        .verbosity(VerboseMode.SILENT)
        .forks(quick ? 1 : 3)
        .warmupIterations(quick ? 1 : 5)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(quick ? 1 : 5)
        .measurementTime(TimeValue.seconds(1));
    Table table = new Table("pipeline", "microseconds", "+/- (99.9%)", "bytes allocated");
    for (RunResult result : new Runner(options.build()).run()) {
      table.row(
          result.getParams().getParam("version"),
          result.getPrimaryResult().getScore(),
          result.getPrimaryResult().getScoreError(),
          result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
    table.print("Core: from settings to the bytes of both files, warm, an operation");
  }

  /** An application as small as the files that the core reads. */
  @Setup
  public void setUp() throws IOException {
    Path app = Benchmarks.directory("core");
    AppProject.write(app, "");
    Files.createDirectories(app.resolve(".git"));
    settings = new PipelineSettings();
    settings.appDirectory = app;
    settings.reactorDirectory = app;
    settings.outputFile = app.resolve("target/pipeline.json");
    settings.buildspecCopy = app.resolve("target/buildspec.yml");
    settings.scmUrls = List.of();
    settings.pipelineVersion = version;
    settings.pythonVersion = version.equals("v1") ? "3.7" : "3.13";
    if (version.equals("v3")) {
      settings.source = new SourceSettings();
      settings.source.set("github:acme/orders");
      settings.build = new BuildSettings();
      settings.build.testCommands = List.of("pip install pytest", "pytest");
      settings.stages = List.of(stage("beta"), stage("gamma"), stage("prod"));
      settings.stages.get(0).testCommands = List.of("pytest integration --url $EndpointURL");
      settings.stages.get(2).approval = new ApprovalSettings();
    }
  }

  /** The bytes of both files. */
  @Benchmark
  public int generate() {
    GeneratedPipeline generated = PipelineGenerator.generate(settings, LocalDate.EPOCH);
    return generated.templateFile().text().getBytes(StandardCharsets.UTF_8).length
        + generated.buildSpecFile().text().getBytes(StandardCharsets.UTF_8).length;
  }

  private static StageSettings stage(String name) {
    StageSettings stage = new StageSettings();
    stage.name = name;
    return stage;
  }
}
