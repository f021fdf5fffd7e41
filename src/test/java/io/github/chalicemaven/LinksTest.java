package io.github.chalicemaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The links of README and site lead to what is there. The build of the site rewrites those between
 * pages and to files of the repository, see the POM.
 */
class LinksTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");

  private static final Pattern PAGE_OF_SITE = Pattern.compile("href=\"([\\w-]+)\\.html\"");

  static List<Path> documents() {
    return Documents.all();
  }

  static Stream<MatchResult> links(Path document) {
    return LINK.matcher(Documents.text(document))
        .results()
        .filter(link -> !link.group(1).matches("https?:.*"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void eachLinkHasItsFile(Path document) {
    Path folder = Path.of("").resolve(document).toAbsolutePath().getParent();
    assertThat(links(document).map(link -> folder.resolve(link.group(1)).normalize()))
        .allSatisfy(file -> assertThat(file).exists());
  }

  /**
   * A heading's ID on a code host is not the one in the site: links to a part of a page have an
   * element {@code <a id="...">} as their target.
   */
  @ParameterizedTest
  @MethodSource("documents")
  void eachLinkToAPartOfAPageHasItsTarget(Path document) {
    assertThat(links(document).filter(link -> link.group(2) != null))
        .allSatisfy(
            link -> {
              Path target =
                  link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
              assertThat(target).content().contains("<a id=\"" + link.group(2) + "\"></a>");
            });
  }

  /** Only such links are known to the build of the site. */
  @Test
  void aPageNamesItsNeighboursAndFilesOfTheRepository() {
    assertThat(Documents.all().stream().filter(page -> !page.equals(Documents.README)))
        .allSatisfy(
            page ->
                assertThat(links(page).map(link -> link.group(1)))
                    .allMatch(
                        link ->
                            link.matches("|[a-z0-9-]+\\.md|\\.\\./resources/.+|\\.\\./\\.\\./.+")));
  }

  /** Every page is in the menu, and in the README. */
  @Test
  void everyPageIsFound() throws Exception {
    List<String> pages =
        Documents.all().stream()
            .filter(page -> !page.equals(Documents.README))
            .map(page -> page.getFileName().toString().replace(".md", ""))
            .toList();
    String menu = Files.readString(Path.of("src/site/site.xml"));
    assertThat(PAGE_OF_SITE.matcher(menu).results().map(item -> item.group(1)).toList())
        .containsAll(pages);
    assertThat(links(Documents.README).map(link -> link.group(1)))
        .containsAll(
            pages.stream()
                .filter(page -> !page.equals("index"))
                .map(page -> "src/site/markdown/" + page + ".md")
                .toList());
  }
}
