package io.github.chalicemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.document.Drift;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Keeps the pages that it makes in {@code target/report-pages}, for the test in a browser. */
class HtmlPageTest {

  private static final Path PAGES = Path.of("target", "report-pages");

  @TempDir Path repository;

  static List<GoldenCase> goldenCases() {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void isWellFormedAndWholeInItself(GoldenCase golden) throws Exception {
    String page = HtmlPage.page(Reported.of(golden, repository).report());
    keep(golden.folder(), page);

    assertSound(page);
    assertThat(page).doesNotContain(repository.toString());
  }

  @Test
  void noTextBreaksIt() throws Exception {
    PipelineSettings settings = new PipelineSettings();
    settings.appName = "orders";
    settings.appDirectory = repository;
    settings.repositoryDirectory = repository;
    V3Settings.github(settings);
    StageSettings beta = settings.stages.get(0);
    beta.testCommands =
        Pictures.HOSTILE.stream()
            .map(text -> text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}]", "?"))
            .filter(text -> !text.isBlank())
            .toList();
    settings.stages.get(1).approval.message =
        "</title><script>alert(1)</script> \u05E9\u05DC\u05D5\u05DD";
    String page = HtmlPage.page(Reported.of(settings).report());
    keep("hostile", page);

    assertSound(page);
    assertThat(page).contains("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void thePicturesTextsDoNotBreakIt() throws Exception {
    for (String text : Pictures.HOSTILE) {
      StringBuilder html = new StringBuilder("<div>");
      new HtmlBlocks(html).add(new Block.Figure(Pictures.with(text)));
      new HtmlBlocks(html)
          .add(new Block.Table(text, List.of(text), List.of(List.of(Inline.code(text)))));
      Element top = Xml.parse(html.append("</div>").toString());

      assertThat(Xml.all(top, "td", null)).isEmpty();
      assertThat(Xml.all(top, "th", null)).hasSize(2);
      assertThat(Xml.all(top, "code", null).get(0).getTextContent())
          .isEqualTo(Markup.visible(text));
    }
  }

  @Test
  void differencesFromCommittedFilesAreShown() throws Exception {
    PipelineSettings settings = new PipelineSettings();
    settings.appName = "orders";
    settings.appDirectory = repository;
    settings.repositoryDirectory = repository;
    Reported reported = Reported.of(V3Settings.v3(settings));
    Drift drift = Drift.between("pipeline.json", "{\"A\": \"<old>\"}\n", "{\"A\": \"<new>\"}\n");
    String page = HtmlPage.page(reported.report(new Report.Difference("pipeline.json", drift)));
    keep("drift", page);

    assertSound(page);
    assertThat(page)
        .contains("<a href=\"#differences\">")
        .contains("<code>pipeline.json</code> is out of date:")
        .contains("A changed from <code>&lt;old&gt;</code> to <code>&lt;new&gt;</code>")
        .contains("-{&quot;A&quot;: &quot;&lt;old&gt;&quot;}");
    assertThat(HtmlPage.page(reported.report())).doesNotContain("differences");
  }

  private static void assertSound(String page) throws Exception {
    Element html = Xml.parse(page);
    assertThat(html.getAttribute("lang")).isEqualTo("en");
    assertThat(Xml.all(html, "h1", null)).hasSize(1);
    assertThat(Xml.all(html, "script", null)).isEmpty();
    assertThat(Xml.all(html, "link", null)).isEmpty();
    assertThat(Xml.all(html, "table", null))
        .allSatisfy(table -> assertThat(Xml.all(table, "caption", null)).hasSize(1));
    Set<String> ids = new HashSet<>();
    for (Element element : Xml.all(html, "*", null)) {
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
    }
    assertThat(Xml.all(html, "a", null))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ids).contains(link.getAttribute("href").substring(1)));
  }

  private static void keep(String name, String page) throws Exception {
    Files.createDirectories(PAGES);
    Files.writeString(PAGES.resolve(name + ".html"), page);
  }
}
