package io.github.chalicemaven.core.buildspec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"app", "src/main/chalice", "/tmp/a.json", "a_b-c+d", "1.2,3", "k=v", "a@b:c%"})
  void whatTheShellLeavesAloneStaysAsItIs(String text) {
    assertThat(Shell.word(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"\", ''",
        "a b, 'a b'",
        "$HOME, '$HOME'",
        "`id`, '`id`'",
        "a;b, 'a;b'",
        "chalice>=1, 'chalice>=1'",
        "*, '*'",
        "~, '~'",
        "a\\b, 'a\\b'",
        "café, 'café'",
        "it's, 'it'\\''s'"
      })
  void allElseIsQuoted(String text, String word) {
    assertThat(Shell.word(text)).isEqualTo(word);
  }
}
