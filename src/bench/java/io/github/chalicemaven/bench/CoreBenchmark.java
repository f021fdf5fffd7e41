package io.github.chalicemaven.bench;

import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.resolve.PipelineResolver;
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
import java.util.Optional;
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

/**
 * From settings to the bytes of both files, warm: all but Maven and the writing; and the part of it
 * that resolves and renders, without reading the application and checking what was rendered.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CoreBenchmark {

  /** The version of the pipeline; three stages in {@code v3}. */
  @Param({"v1", "v2", "v3"})
  public String version;

  private PipelineSettings settings;
  private ProjectFacts project;
  private ChaliceApp app;

  static void run(boolean quick) throws RunnerException {
    Table table =
        new Table("pipeline", "what", "threads", "microseconds", "+/- (99.9%)", "bytes allocated");
    run(".*", 1, quick, table);
    run("generate", Runtime.getRuntime().availableProcessors(), quick, table);
    table.print("Core: from settings to the bytes of both files, warm, an operation of a thread");
  }

  private static void run(String methods, int threads, boolean quick, Table table)
      throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(CoreBenchmark.class.getName() + "\\." + methods)
        .threads(threads)
        .addProfiler(GCProfiler.class)
        .verbosity(VerboseMode.SILENT)
        .forks(quick ? 1 : 3)
        .warmupIterations(quick ? 1 : 5)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(quick ? 1 : 5)
        .measurementTime(TimeValue.seconds(1));
    for (RunResult result : new Runner(options.build()).run()) {
      String method = result.getParams().getBenchmark();
      table.row(
          result.getParams().getParam("version"),
          method.substring(method.lastIndexOf('.') + 1),
          threads,
          result.getPrimaryResult().getScore(),
          result.getPrimaryResult().getScoreError(),
          result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
  }

  /** An application as small as the files that the core reads. */
  @Setup
  public void setUp() throws IOException {
    Path folder = Benchmarks.directory("core");
    AppProject.write(folder, "");
    Files.createDirectories(folder.resolve(".git"));
    app = ChaliceApp.read(folder, null, folder, new Problems());
    settings = new PipelineSettings();
    settings.appDirectory = folder;
    project = ProjectFacts.withoutPom(folder);
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

  /** The bytes of both files, verified. */
  @Benchmark
  public int generate() {
    ResolvedPipeline resolved =
        PipelineGenerator.resolve(settings, project, LocalDate.EPOCH, new Problems());
    VerifiedText text =
        PipelineGenerator.verify(PipelineGenerator.render(resolved), Path.of("pipeline.json"));
    return bytes(text.template()) + bytes(text.buildSpec());
  }

  /** The bytes of both files, from an application that was read, not verified. */
  @Benchmark
  public int render() {
    Pipeline pipeline =
        PipelineResolver.resolve(settings, project, app, LocalDate.EPOCH, new Problems());
    Rendered rendered =
        PipelineGenerator.render(
            new ResolvedPipeline(
                pipeline, Optional.empty(), List.of(), List.of(), List.of(), List.of()));
    return bytes(DocumentFormat.JSON.render(rendered.template()))
        + bytes(rendered.buildSpec().text());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static StageSettings stage(String name) {
    StageSettings stage = new StageSettings();
    stage.name = name;
    return stage;
  }
}
