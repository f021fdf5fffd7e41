package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.files.OutputFiles;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.report.HtmlPage;
import io.github.chalicemaven.report.Markdown;
import io.github.chalicemaven.report.Report;
import io.github.chalicemaven.report.SvgPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same settings give the same bytes in a JVM of its own, whatever its language, encoding, time
 * zone and line separator. Immutable sets and maps have another order in each JVM; hash codes of
 * objects have one that is chosen here.
 */
class OtherJvmTest {

  @TempDir Path folder;

  @Test
  void writesTheGoldenFilesInTurkishAndLatin1() throws Exception {
    writesTheGoldenFiles(
        "-Duser.language=tr",
        "-Duser.country=TR",
        "-Dfile.encoding=ISO-8859-1",
        "-Dline.separator=\r\n",
        "-Duser.timezone=Asia/Tokyo",
        "-XX:+UnlockExperimentalVMOptions",
        "-XX:hashCode=2");
  }

  @Test
  void writesTheGoldenFilesInArabicAndAscii() throws Exception {
    writesTheGoldenFiles(
        "-Duser.language=ar",
        "-Duser.country=EG",
        "-Duser.variant=u-nu-arab",
        "-Dfile.encoding=US-ASCII",
        "-Dline.separator=\r",
        "-Duser.timezone=America/Los_Angeles",
        "-XX:+UnlockExperimentalVMOptions",
        "-XX:hashCode=3");
  }

  private void writesTheGoldenFiles(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Writer.class.getName(), folder.toString()));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();

    for (GoldenCase golden : GoldenFilesTest.cases()) {
      Path repository = Files.createTempDirectory(folder, "repository");
      Generated here = GoldenFilesTest.generate(golden, repository);
      for (String name : here.files(golden.template()).keySet()) {
        assertThat(folder.resolve(golden.folder()).resolve(name))
            .hasSameBinaryContentAs(GoldenFilesTest.GOLDEN.resolve(golden.folder()).resolve(name));
      }
    }
    for (GoldenCase golden : GoldenCase.withReports()) {
      for (String name : GoldenCase.REPORTS) {
        assertThat(folder.resolve(golden.folder()).resolve(name))
            .hasSameBinaryContentAs(GoldenFilesTest.GOLDEN.resolve(golden.folder()).resolve(name));
      }
    }
  }

  /** Writes what each set of settings renders to a folder of its name. */
  static final class Writer {

    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      for (GoldenCase golden : GoldenFilesTest.cases()) {
        Path repository = Files.createTempDirectory(Path.of(arguments[0]), "repository");
        Generated generated = GoldenFilesTest.generate(golden, repository);
        Path folder = Path.of(arguments[0], golden.folder());
        List<OutputFile> files = new ArrayList<>();
        generated
            .files(golden.template())
            .forEach((name, text) -> files.add(file(folder.resolve(name), text)));
        OutputFiles.write(files);
      }
      for (GoldenCase golden : GoldenCase.withReports()) {
        Path folder = Path.of(arguments[0], golden.folder());
        Report report = report(golden, Files.createTempDirectory(folder, "repository"));
        OutputFiles.write(
            List.of(
                file(folder.resolve("pipeline-report.html"), HtmlPage.page(report)),
                file(folder.resolve("pipeline.md"), Markdown.of(report)),
                file(
                    folder.resolve("pipeline.svg"),
                    SvgPicture.draw(report.picture(), SvgPicture.Layout.COLUMN, "pipeline"))));
      }
    }

    private static Report report(GoldenCase golden, Path repository) throws IOException {
      PipelineSettings settings = golden.settingsIn(repository);
      Files.createDirectories(settings.appDirectory);
      ResolvedPipeline resolved =
          PipelineGenerator.resolve(
              settings, ProjectFacts.withoutPom(repository), LocalDate.EPOCH, new Problems());
      return Report.of(resolved, PipelineGenerator.render(resolved), List.of());
    }

    private static OutputFile file(Path path, String text) {
      return new OutputFile(Destination.of(path), text);
    }
  }
}
