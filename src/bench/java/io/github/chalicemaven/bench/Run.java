package io.github.chalicemaven.bench;

import java.util.List;

/**
 * What a process took.
 *
 * @param nanos its time
 * @param processorNanos its time on all cores; {@code NaN} where the system does not say
 * @param kilobytes its largest memory; {@code NaN} where the system does not say
 * @param output what it printed
 */
record Run(long nanos, double processorNanos, double kilobytes, List<Line> output) {

  /** A line, and when it was printed, from the start of the process. */
  record Line(long nanos, String text) {}

  double seconds() {
    return nanos / 1e9;
  }

  double processorSeconds() {
    return processorNanos / 1e9;
  }

  /** How many cores it kept busy. */
  double cores() {
    return processorNanos / nanos;
  }

  double mebibytes() {
    return kilobytes / 1024;
  }
}
