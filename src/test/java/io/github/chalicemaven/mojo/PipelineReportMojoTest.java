package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
@Basedir("/mojo/orders")
class PipelineReportMojoTest {

  private static final String GOAL = "pipeline-report";

  @TempDir Path folder;

  @Inject MavenProject project;
  @Inject MavenSession session;

  /** What was written to the sink of a site: the names of its methods, and texts. */
  private final List<String> events = new ArrayList<>();

  @BeforeEach
  void startABuild() {
    when(session.getExecutionRootDirectory()).thenReturn(folder.toString());
    project.setFile(new File(MojoExtension.getBasedir(), "pom.xml"));
    project.setArtifactId("from-the-pom");
    project.getBuild().setDirectory(folder.resolve("target").toString());
    project.getBuild().setOutputDirectory(folder.resolve("target/classes").toString());
  }

  @Test
  @InjectMojo(goal = GOAL)
  void aloneItWritesAPageAPictureAndMarkdown(PipelineReportMojo mojo) throws Exception {
    mojo.execute();

    assertThat(folder.resolve("target/reports/pipeline-report.html"))
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("<title>Pipeline of orders</title>")
        .contains("A push to master");
    assertThat(folder.resolve("target/pipeline.svg")).content().startsWith("<svg ");
    assertThat(folder.resolve("target/pipeline.md")).content().startsWith("# Pipeline of orders\n");
    assertThat(folder.resolve("target/pipeline.json")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = GOAL)
  void filesAreNamedAfterTheTemplateAndLieBesideIt(PipelineReportMojo mojo) throws Exception {
    mojo.setOutputFile(folder.resolve("target/prod/orders.v2.yaml").toFile());

    mojo.execute();

    assertThat(folder.resolve("target/prod/orders.v2.svg")).isRegularFile();
    assertThat(folder.resolve("target/prod/orders.v2.md")).isRegularFile();
    assertThat(folder.resolve("target/prod/reports/pipeline-report.html")).isRegularFile();
  }

  @Test
  @InjectMojo(goal = GOAL)
  void inASiteItWritesToItsSink(PipelineReportMojo mojo) throws Exception {
    mojo.generate(sink(), Locale.ENGLISH);

    assertThat(events).hasSize(10);
    assertThat(events.subList(0, 6))
        .containsExactly("head", "title", "text Pipeline of orders", "title_", "head_", "body");
    assertThat(events.get(6))
        .startsWith("rawText <style>")
        .contains("<h1>Pipeline of orders</h1>")
        .doesNotContain("<html", "<body");
    assertThat(events.subList(7, 10)).containsExactly("body_", "flush", "close");
    assertThat(folder.resolve("target/pipeline.svg")).isRegularFile();
    assertThat(folder.resolve("target/reports")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = GOAL)
  void whatDiffersFromACommittedFileIsTold(PipelineReportMojo mojo) throws Exception {
    Path committed = folder.resolve("pipeline.json");
    Files.writeString(committed, "{}");
    mojo.setPipelineFile(committed.toFile());

    mojo.execute();

    assertThat(folder.resolve("target/pipeline.md"))
        .content()
        .contains("## Differences from the committed files\n\n`pipeline.json` is out of date:\n")
        .contains("\n- Resources added\n");
    assertThat(committed).hasContent("{}");
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "pythonVersion", value = "2.6")
  void mistakesAreToldAsInOtherGoals(PipelineReportMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("<pythonVersion> (-Dchalice.pythonVersion) is `2.6`");
    assertThatThrownBy(() -> mojo.generate(sink(), Locale.ENGLISH))
        .isInstanceOf(MavenReportException.class)
        .hasMessageContaining("<pythonVersion> (-Dchalice.pythonVersion) is `2.6`")
        .hasNoCause();
    assertThat(events).isEmpty();
  }

  @Test
  @InjectMojo(goal = GOAL)
  void troubleWithAFileHasItsCause(PipelineReportMojo mojo) throws Exception {
    Files.createDirectories(folder.resolve("target/pipeline.svg"));

    assertThatThrownBy(() -> mojo.generate(sink(), Locale.ENGLISH))
        .isInstanceOf(MavenReportException.class)
        .cause()
        .isInstanceOf(java.io.IOException.class);
  }

  @Test
  @InjectMojo(goal = GOAL)
  void aSiteHasNoPageOfAModuleWithoutAnApplication(PipelineReportMojo mojo) throws Exception {
    assertThat(mojo.canGenerateReport()).isTrue();

    mojo.setAppDirectory(folder.toFile());
    assertThat(mojo.canGenerateReport()).isFalse();

    Path config = Files.createDirectories(folder.resolve(".chalice")).resolve("config.json");
    assertThat(mojo.canGenerateReport()).isFalse();

    Files.createFile(config);
    assertThat(mojo.canGenerateReport()).isTrue();
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "skip", value = "true")
  void itMayBeSkipped(PipelineReportMojo mojo) throws Exception {
    mojo.execute();

    assertThat(mojo.canGenerateReport()).isFalse();
    assertThat(folder.resolve("target")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = GOAL)
  void itSaysWhatASiteAsks(PipelineReportMojo mojo) {
    MavenReport report = mojo;
    report.setReportOutputDirectory(folder.toFile());

    assertThat(report.getReportOutputDirectory()).isEqualTo(folder.toFile());
    assertThat(report.getOutputPath()).isEqualTo("pipeline-report");
    assertThat(report.getName(Locale.ENGLISH)).isEqualTo("Pipeline");
    assertThat(report.getDescription(Locale.ENGLISH)).startsWith("The continuous-deployment");
    assertThat(report.getCategoryName()).isEqualTo(MavenReport.CATEGORY_PROJECT_REPORTS);
    assertThat(report.isExternalReport()).isFalse();
  }

  private Sink sink() {
    return (Sink)
        Proxy.newProxyInstance(
            Sink.class.getClassLoader(),
            new Class<?>[] {Sink.class},
            (proxy, method, arguments) -> {
              String text = arguments == null ? "" : " " + arguments[0];
              events.add(method.getName() + text);
              return null;
            });
  }
}
