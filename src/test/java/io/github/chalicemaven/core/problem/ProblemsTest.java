package io.github.chalicemaven.core.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemsTest {

  private final Problems problems = new Problems();

  @Test
  void whereNothingIsWrongNothingIsThrown() {
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void oneProblemIsSaidInTheSingular() {
    problems.add("The sky is falling.");

    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessage("1 problem, nothing was written:\n  - The sky is falling.");
  }

  @Test
  void allProblemsAreSaidAtOnceALineEach() {
    problems.add("One.");
    problems.add(Setting.of("branch", "a b"), "no branch is.");

    assertThatThrownBy(problems::throwIfAny)
        .hasMessage(
            "2 problems, nothing was written:\n"
                + "  - One.\n"
                + "  - <branch> (-Dchalice.branch) is `a b`: no branch is.");
  }

  @Test
  void controlCharactersInAValueAreEscaped() {
    assertThat(Setting.shown("a\nb\u001b[31m\u0085c")).isEqualTo("a\\u000ab\\u001b[31m\\u0085c");
    assertThat(Setting.shown("a\u202eb\u2028c\ud83dd")).isEqualTo("a\\u202eb\\u2028c\\ud83dd");
    assertThat(Setting.shown("a\u180eb\udb40\udc01c")).isEqualTo("a\\u180eb\\u{e0001}c");
    String joined = "\uD83D\uDC69\u200D\uD83D\uDCBB";
    assertThat(Setting.shown(joined)).isEqualTo(joined);
  }

  @Test
  void aLongValueIsCut() {
    assertThat(Setting.shown("x".repeat(120))).isEqualTo("x".repeat(120));
    assertThat(Setting.shown("x".repeat(121))).isEqualTo("x".repeat(120) + "...");
    assertThat(Setting.shown("x".repeat(119) + "\uD83D\uDC69")).isEqualTo("x".repeat(119) + "...");
  }
}
