package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

class RandomCasesTest {

  @Test
  @DisabledIfSystemProperty(named = "random.seed", matches = ".*")
  void aFailureNamesTheSeedThatDrawsTheSameAgain() {
    List<Long> drawn = new ArrayList<>();

    assertThatThrownBy(() -> RandomCases.run(random -> failAtTheThird(random, drawn)))
        .isInstanceOf(AssertionError.class)
        .hasMessageEndingWith(": the third")
        .satisfies(
            failure -> {
              Matcher seed =
                  Pattern.compile("-Drandom.seed=(-?\\d+)").matcher(failure.getMessage());
              assertThat(seed.find()).isTrue();
              assertThat(new SplittableRandom(Long.parseLong(seed.group(1))).nextLong())
                  .isEqualTo(drawn.get(2));
            });
    assertThat(drawn).hasSize(3).doesNotHaveDuplicates();
  }

  private static void failAtTheThird(RandomGenerator random, List<Long> drawn) {
    drawn.add(random.nextLong());
    assertThat(drawn.size()).withFailMessage("the third").isLessThan(3);
  }
}
