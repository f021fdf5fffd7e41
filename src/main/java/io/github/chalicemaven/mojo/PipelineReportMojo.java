package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.PipelineFile;
import io.github.chalicemaven.core.PipelineFiles;
import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ProjectFiles;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.document.Drift;
import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.problem.FailureException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.report.HtmlPage;
import io.github.chalicemaven.report.Markdown;
import io.github.chalicemaven.report.Report;
import io.github.chalicemaven.report.SvgPicture;
import io.github.chalicemaven.report.TextPicture;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Reports on the pipeline: a picture of it, what a push does step by step, who may do what, what is
 * created and what it costs, and how the committed files differ. In a site it is one of its pages;
 * run alone, with or without a POM, it writes {@code target/reports/pipeline-report.html}. Writes
 * {@code target/pipeline.svg} and {@code target/pipeline.md} too, which have the template's name
 * with another ending. Takes the configuration of {@code generate-pipeline}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "pipeline-report",
    requiresProject = false,
    threadSafe = true,
    configurator = PipelineConfigurator.HINT)
public final class PipelineReportMojo extends AbstractPipelineMojo implements MavenReport {

  private static final String NAME = "pipeline-report";

  private File reportOutputDirectory;

  /** Run alone. */
  @Override
  void run() throws IOException {
    Report report = report();
    List<OutputFile> files = new ArrayList<>();
    files.add(new OutputFile(page(), HtmlPage.page(report)));
    files.addAll(pictures(report));
    write(files);
    TextPicture.draw(report.picture()).lines().forEach(log()::info);
  }

  /** Run for a site. */
  @Override
  public void generate(Sink sink, Locale locale) throws MavenReportException {
    try {
      Report report = report();
      write(pictures(report));
      sink.head();
      sink.title();
      sink.text(report.title());
      sink.title_();
      sink.head_();
      sink.body();
      sink.rawText(HtmlPage.fragment(report));
      sink.body_();
      sink.flush();
      sink.close();
    } catch (FailureException e) {
      throw new MavenReportException(e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      throw new MavenReportException(e.getMessage(), e);
    }
  }

  private Report report() {
    PipelineFiles committed = projectFiles().committed();
    ResolvedPipeline resolved = resolve(new Problems());
    Rendered rendered = PipelineGenerator.render(resolved);
    List<PipelineFile> generated = committed.with(verify(rendered, committed.template().path()));
    WrittenFiles build = WrittenFiles.of(session);
    List<Report.Difference> differences =
        CommittedFile.of(resolved.pipeline(), generated, this::inProject, build).stream()
            .map(CommittedFile::difference)
            .filter(difference -> difference.drift().kind() != Drift.Kind.MISSING)
            .toList();
    return Report.of(resolved, rendered, differences);
  }

  private Destination page() {
    ProjectFiles files = projectFiles();
    Path folder = files.about(files.ofBuild(), ".svg").path().resolveSibling("reports");
    return Destination.of(folder.resolve(NAME + ".html"));
  }

  private List<OutputFile> pictures(Report report) {
    ProjectFiles files = projectFiles();
    String svg = SvgPicture.draw(report.picture(), SvgPicture.Layout.COLUMN, "pipeline");
    return List.of(
        new OutputFile(files.about(files.ofBuild(), ".svg"), svg),
        new OutputFile(files.about(files.ofBuild(), ".md"), Markdown.of(report)));
  }

  /** The path in the project, the same wherever the build was started. */
  private String inProject(Path file) {
    Path directory = projectFacts().directory();
    return file.startsWith(directory)
        ? directory.relativize(file).toString().replace(File.separatorChar, '/')
        : file.getFileName().toString();
  }

  /** Whether there is an application: a site may have modules without one. */
  @Override
  public boolean canGenerateReport() {
    Path app = settings().appDirectory;
    return reasonToSkip().isEmpty() && app != null && ChaliceApp.isChalice(app);
  }

  @Override
  public String getOutputPath() {
    return NAME;
  }

  /** The same for a site plugin that knows the former name only. */
  @Deprecated
  @Override
  public String getOutputName() {
    return getOutputPath();
  }

  @Override
  public String getCategoryName() {
    return CATEGORY_PROJECT_REPORTS;
  }

  @Override
  public String getName(Locale locale) {
    return "Pipeline";
  }

  @Override
  public String getDescription(Locale locale) {
    return "The continuous-deployment pipeline: picture, steps, permissions, resources, costs.";
  }

  @Override
  public void setReportOutputDirectory(File directory) {
    reportOutputDirectory = directory;
  }

  @Override
  public File getReportOutputDirectory() {
    return reportOutputDirectory;
  }

  @Override
  public boolean isExternalReport() {
    return false;
  }
}
