package io.github.chalicemaven.core;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Tests with random input: {@code -Drandom.cases} says with how many cases, and {@code
 * -Drandom.seed} runs one case again, by the seed that a failure names.
 */
public final class RandomCases {

  private static final int USUAL_CASES = 300;

  private RandomCases() {}

  /** A test of one case. */
  @FunctionalInterface
  public interface Case {

    /** Runs the test with what it draws from {@code random}. */
    void run(RandomGenerator random) throws Exception;
  }

  /** Runs the test with each case, up to the first that fails. */
  public static void run(Case test) {
    Long seed = Long.getLong("random.seed");
    if (seed != null) {
      run(test, seed);
      return;
    }
    RandomGenerator seeds = new SplittableRandom();
    int cases = Integer.getInteger("random.cases", USUAL_CASES);
    for (int i = 0; i < cases; i++) {
      run(test, seeds.nextLong());
    }
  }

  private static void run(Case test, long seed) {
    try {
      test.run(new SplittableRandom(seed));
    } catch (Exception | AssertionError e) {
      throw new AssertionError("with -Drandom.seed=" + seed + ": " + e.getMessage(), e);
    }
  }
}
