package io.github.chalicemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextWidthTest {

  private static final TextWidth.Face PLAIN = TextWidth.Face.PLAIN;

  @Test
  void breaksBetweenWordsAndClipsTheLastLine() {
    assertThat(TextWidth.lines("one two three four", PLAIN, 5_000, 9))
        .containsExactly("one two", "three", "four");
    assertThat(TextWidth.lines("one two three four", PLAIN, 5_000, 2))
        .containsExactly("one two", "three f\u2026");
  }

  @Test
  void breaksAWordThatIsLongerThanALine() {
    List<String> lines = TextWidth.lines("a".repeat(20), PLAIN, 5_000, 3);

    assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(width(line)).isLessThan(5_001));
    assertThat(String.join("", lines)).startsWith("a".repeat(19));
  }

  @Test
  void cutsNoCharacterInTwo() {
    for (int width = 2_600; width < 9_000; width += 100) {
      String rockets = TextWidth.clipped("\uD83D\uDE80".repeat(9), PLAIN, width);
      assertThat(rockets.codePoints()).containsOnly(0x1F680, 0x2026);
      String accents = TextWidth.clipped("e\u0301".repeat(30), PLAIN, width);
      assertThat(accents).matches("(e\u0301)*\u2026");
      String joined = TextWidth.clipped("\uD83D\uDC69\u200D\uD83D\uDCBB".repeat(9), PLAIN, width);
      assertThat(joined).doesNotContain("\u200D\u2026");
    }
  }

  @Test
  void nothingIsNoLine() {
    assertThat(TextWidth.lines(" ", PLAIN, 1_000, 2)).isEmpty();
  }

  private static int width(String text) {
    return TextWidth.of(text, PLAIN);
  }
}
