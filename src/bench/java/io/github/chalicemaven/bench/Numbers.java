package io.github.chalicemaven.bench;

import java.util.List;

/** Sums over several measurements. */
final class Numbers {

  private Numbers() {}

  static double median(List<Double> numbers) {
    return quantile(numbers, 0.5);
  }

  /** Interpolated; {@code NaN} of nothing, and where any number is. */
  static double quantile(List<Double> numbers, double share) {
    if (numbers.isEmpty() || numbers.stream().anyMatch(number -> number.isNaN())) {
      return Double.NaN;
    }
    List<Double> sorted = numbers.stream().sorted().toList();
    double position = share * (sorted.size() - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
  }
}
