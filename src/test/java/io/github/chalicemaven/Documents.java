package io.github.chalicemaven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What users read of the repository: the README and the site's pages. */
public final class Documents {

  public static final Path README = Path.of("README.md");
  private static final Path PAGES = Path.of("src/site/markdown");

  private Documents() {}

  /**
   * @param name for example {@code deploy.md}
   */
  public static Path page(String name) {
    return PAGES.resolve(name);
  }

  /** The README, and all pages. */
  public static List<Path> all() {
    try (Stream<Path> pages = Files.list(PAGES)) {
      return Stream.concat(Stream.of(README), pages.sorted()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
