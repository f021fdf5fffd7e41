package io.github.chalicemaven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.chalicemaven.core.GoldenCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole reports, byte by byte, beside the golden files of the template. To write them anew, run
 * {@code mvn test -Dtest=GoldenReportsTest -Dgolden.update}.
 */
class GoldenReportsTest {

  @TempDir Path repository;

  static List<GoldenCase> cases() {
    return GoldenCase.withReports();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyByteIsAsInTheGoldenFiles(GoldenCase golden) throws Exception {
    Path folder = GoldenCase.FOLDERS.resolve(golden.folder());
    Map<String, String> files = files(Reported.of(golden, repository).report());
    if (System.getProperty("golden.update") != null) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      fail("Wrote " + folder + ". Read the difference, and run again without -Dgolden.update.");
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      assertThat(file.getValue()).isEqualTo(Files.readString(folder.resolve(file.getKey())));
    }
  }

  private static Map<String, String> files(Report report) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "pipeline.svg", SvgPicture.draw(report.picture(), SvgPicture.Layout.COLUMN, "pipeline"));
    files.put("pipeline.md", Markdown.of(report));
    files.put("pipeline-report.html", HtmlPage.page(report));
    assertThat(files.keySet()).containsExactlyInAnyOrderElementsOf(GoldenCase.REPORTS);
    return files;
  }
}
