package io.github.chalicemaven.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * When the modules of a build began, by the lines that Maven prints.
 *
 * @param starts in nanoseconds, in the order of the build
 * @param end when all were built
 */
record ModuleTimes(List<Long> starts, long end) {

  private static final Pattern START = Pattern.compile(".*\\bBuilding app-\\d+ .*");

  static ModuleTimes of(Run run) {
    List<Long> starts = new ArrayList<>();
    for (Run.Line line : run.output()) {
      if (START.matcher(line.text()).matches()) {
        starts.add(line.nanos());
      } else if (line.text().contains("Reactor Summary")) {
        return new ModuleTimes(starts, line.nanos());
      }
    }
    throw new IllegalStateException("Maven printed no summary");
  }

  double totalMillis() {
    return (end - starts.get(0)) / 1e6;
  }

  /** A module of the first so many. */
  double firstMillis(int count) {
    return (starts.get(count) - starts.get(0)) / 1e6 / count;
  }

  /** A module of the last so many. */
  double lastMillis(int count) {
    return (end - starts.get(starts.size() - count)) / 1e6 / count;
  }
}
