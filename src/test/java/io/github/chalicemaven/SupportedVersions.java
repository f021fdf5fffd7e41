package io.github.chalicemaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the site's table of supported versions.
 *
 * @param supported for example {@code 3.6.3 and later}
 * @param tested by {@code CompatibilityIT}
 */
public record SupportedVersions(String supported, List<String> tested) {

  private static final String TABLE = "(?s)<!-- supported versions -->(.*?)<!-- end -->";

  /** The row of {@code Maven} or {@code JDK}. */
  public static SupportedVersions of(String what) {
    Matcher table = Pattern.compile(TABLE).matcher(Documents.text(Documents.page("index.md")));
    assertThat(table.find()).isTrue();
    Matcher row =
        Pattern.compile("\\| " + what + " \\| (.*?) \\| (.*?) \\|").matcher(table.group(1));
    assertThat(row.find()).as(what).isTrue();
    return new SupportedVersions(row.group(1), List.of(row.group(2).split(", ")));
  }
}
