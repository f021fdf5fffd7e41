package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.chalicemaven.Documents;
import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.report.SvgPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The site's page of examples: integration tests, with the pictures that {@code pipeline-report}
 * draws of them. To write it anew, run {@code mvn test -Dtest=ExamplesPageTest -Dgolden.update},
 * which fails once it wrote it, and read the difference.
 */
class ExamplesPageTest {

  private static final Path PAGE = Documents.page("examples.md");
  private static final Path PICTURES = Path.of("src/site/resources/examples");

  /** What fails or is only seen by looking twice is no example to start from. */
  private static final Pattern NO_EXAMPLE =
      Pattern.compile(
          ".*(error|failure|warning).*|environment|help|reactor-root|unchanged"
              + "|check-(advice|reformatted|same-file|two-writers)");

  private static final Pattern DESCRIPTION = Pattern.compile("<desc [^>]*>(.*?)</desc>");

  private static final String HEAD =
      """
      # Examples

      Each example is an [integration test](../../it) of the plugin: its POM works as it is here, with the
      [sample application](../../sample/orders) or a smaller one. The pictures are those of `chalice:pipeline-report`.

      """;

  /** Those of v3 first, of which the shortest is the first. */
  static List<Example> examples() throws Exception {
    return Example.all().stream()
        .filter(example -> !NO_EXAMPLE.matcher(example.name()).matches())
        .sorted(
            Comparator.comparing((Example example) -> !example.name().equals("v3-three-lines"))
                .thenComparing(example -> !example.name().startsWith("v3-")))
        .toList();
  }

  static Stream<Example> examplesWithGoldenFiles() throws Exception {
    return examples().stream().filter(example -> example.golden().isPresent());
  }

  @Test
  void thePageAndItsPicturesAreThoseOfTheIntegrationTests() throws Exception {
    Map<String, String> pictures = new TreeMap<>();
    String page = page(pictures);
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(PICTURES);
      for (Path old : files()) {
        Files.delete(old);
      }
      for (Map.Entry<String, String> picture : pictures.entrySet()) {
        Files.writeString(PICTURES.resolve(picture.getKey()), picture.getValue());
      }
      Files.writeString(PAGE, page);
      fail("Wrote " + PAGE + ". Read the difference, and run again without -Dgolden.update.");
    }
    assertThat(Documents.text(PAGE).equals(page))
        .as("the page is up to date; mvn test -Dtest=ExamplesPageTest -Dgolden.update writes it")
        .isTrue();
    assertThat(files().stream().map(file -> file.getFileName().toString()))
        .containsExactlyElementsOf(pictures.keySet());
    pictures.forEach(
        (name, picture) -> assertThat(Documents.text(PICTURES.resolve(name))).isEqualTo(picture));
  }

  /** The picture is of the pipeline that the integration test generates. */
  @ParameterizedTest
  @MethodSource("examplesWithGoldenFiles")
  void aPipelineIsThatOfTheIntegrationTest(Example example) throws Exception {
    Path golden =
        GoldenCase.FOLDERS.resolve(example.golden().orElseThrow()).resolve("pipeline.json");

    assertThat(example.pipelines())
        .singleElement()
        .satisfies(
            pipeline ->
                assertThat(DocumentFormat.of(golden).render(pipeline.rendered().template()))
                    .isEqualTo(Documents.text(golden)));
  }

  private static List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(PICTURES)) {
      return files.sorted().toList();
    }
  }

  /**
   * The whole page.
   *
   * @param pictures receives its pictures by their names
   */
  private static String page(Map<String, String> pictures) throws Exception {
    StringBuilder page = new StringBuilder(HEAD).append("| example | what it shows |\n|---|---|\n");
    for (Example example : examples()) {
      page.append("| [%1$s](#%1$s) | %2$s |\n".formatted(example.name(), inline(example)));
    }
    for (Example example : examples()) {
      page.append("\n<a id=\"%1$s\"></a>\n\n## %1$s\n\n".formatted(example.name()))
          .append(inline(example))
          .append("\n");
      for (Example.Drawn pipeline : example.pipelines()) {
        page.append(picture(example, pipeline, pictures));
      }
      for (Map.Entry<String, String> file : example.files().entrySet()) {
        String language = file.getKey().replaceAll(".*\\.", "");
        page.append("\n`%s`:\n\n```%s\n".formatted(file.getKey(), language))
            .append(file.getValue())
            .append("```\n");
      }
    }
    return page.toString();
  }

  /** Of two pipelines that look the same, the second one refers to the first. */
  private static String picture(
      Example example, Example.Drawn pipeline, Map<String, String> pictures) {
    String svg = SvgPicture.draw(pipeline.report().picture(), SvgPicture.Layout.COLUMN, "pipeline");
    String execution = pipeline.execution();
    String of = execution.isEmpty() ? "" : " of the execution `" + execution + "`";
    for (Map.Entry<String, String> earlier : pictures.entrySet()) {
      if (earlier.getValue().equals(svg)) {
        String link = earlier.getKey().replaceAll("(\\.[^.]+)?\\.svg$", "");
        return "\nThe picture%s is that of [%s](#%s).\n".formatted(of, link, link);
      }
    }
    String name = example.name() + (execution.isEmpty() ? "" : "." + execution) + ".svg";
    pictures.put(name, svg);
    Matcher description = DESCRIPTION.matcher(svg);
    assertThat(description.find()).isTrue();
    String heading = execution.isEmpty() ? "" : "\nThe execution `" + execution + "`:\n";
    return "%s\n![%s](../resources/examples/%s)\n"
        .formatted(heading, description.group(1).replaceAll("[\\[\\]]", ""), name);
  }

  /** Elements and options are code. */
  private static String inline(Example example) {
    return example
        .description()
        .replaceAll(
            "(?<![`\\w])(<\\w+>|target/(?:\\w+\\.\\w+)?|\\.chalice/\\w+\\.\\w+|\\.python-version)",
            "`$1`")
        .replaceAll("(?<!\\|)\\|", "\\\\|");
  }
}
