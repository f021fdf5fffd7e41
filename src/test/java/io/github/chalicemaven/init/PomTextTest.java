package io.github.chalicemaven.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PomTextTest {

  @ParameterizedTest
  @CsvSource({
    "<project>é</project>, UTF-8",
    "<?xml version='1.0'?><project>é</project>, UTF-8",
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><project>é</project>, ISO-8859-1",
    "<?xml version='1.0' encoding = 'windows-1252' standalone='yes'?><a>é</a>, windows-1252",
    "\uFEFF<project>é</project>, UTF-8",
    "\uFEFF<?xml version='1.0' encoding='UTF-8'?><project>é</project>, UTF-8",
    "\uFEFF<?xml version='1.0' encoding='UTF-16'?><project>é</project>, UTF-16LE",
    "\uFEFF<?xml version='1.0' encoding='UTF-16'?><project>é</project>, UTF-16BE"
  })
  void theTextGivesTheSameBytesAgain(String text, String charset) {
    byte[] bytes = text.getBytes(Charset.forName(charset));

    assertThat(PomText.read(bytes))
        .hasValueSatisfying(
            pom -> {
              assertThat(pom.text()).isEqualTo(text);
              assertThat(pom.text().getBytes(pom.charset())).isEqualTo(bytes);
            });
  }

  @Test
  void whatWouldNotGiveTheSameBytesIsNotText() {
    assertThat(PomText.read("<project>é</project>".getBytes(StandardCharsets.ISO_8859_1)))
        .isEmpty();
    assertThat(
            PomText.read(
                "<?xml version='1.0' encoding='no-such'?>".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }
}
