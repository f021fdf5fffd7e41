package io.github.chalicemaven.core.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/**
 * Two texts as a unified diff for a terminal: short enough to read, control characters replaced.
 */
public final class UnifiedDiff {

  private static final int CONTEXT_LINES = 3;
  private static final int MAX_COMPARED_LINES = 10_000;
  private static final int MAX_SHOWN_LINES = 200;
  private static final int MAX_SHOWN_COLUMNS = 500;

  private UnifiedDiff() {}

  /**
   * Compares two texts.
   *
   * @param beforeName what the diff's first line calls the old text
   * @param afterName what its second line calls the new one
   * @return the diff, a line each
   */
  public static List<String> between(
      String beforeName, String afterName, String oldText, String newText) {
    List<String> before = oldText.lines().toList();
    List<String> after = newText.lines().toList();
    if (Math.max(before.size(), after.size()) > MAX_COMPARED_LINES) {
      return List.of(
          "(no diff: the files have up to " + Math.max(before.size(), after.size()) + " lines)");
    }
    Patch<String> patch = DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>());
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(beforeName, afterName, before, patch, CONTEXT_LINES);
    return cut(
        removedFirst(lines).stream()
            .map(UnifiedDiff::printable)
            .map(line -> before.isEmpty() ? line.replaceFirst("^@@ -1,0 ", "@@ -0,0 ") : line)
            .toList(),
        MAX_SHOWN_LINES,
        "lines");
  }

  /** The usual order in a change, which the algorithm that saves memory does not keep. */
  private static List<String> removedFirst(List<String> lines) {
    List<String> ordered = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("+") && !ordered.isEmpty()) {
        added.add(line);
      } else {
        if (!line.startsWith("-")) {
          ordered.addAll(added);
          added.clear();
        }
        ordered.add(line);
      }
    }
    ordered.addAll(added);
    return ordered;
  }

  static List<String> cut(List<String> items, int max, String what) {
    if (items.size() <= max) {
      return items;
    }
    List<String> fewer = new ArrayList<>(items.subList(0, max));
    fewer.add("... and " + (items.size() - max) + " more " + what);
    return fewer;
  }

  /** A line without control characters. */
  private static String printable(String line) {
    String shorter =
        line.length() > MAX_SHOWN_COLUMNS ? line.substring(0, MAX_SHOWN_COLUMNS) + "..." : line;
    return shorter.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\t]]", "?");
  }
}
