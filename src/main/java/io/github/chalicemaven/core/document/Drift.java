package io.github.chalicemaven.core.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Patch;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a committed file differs from the generated one.
 *
 * @param kind how much
 * @param changes what generating the file would change, in words
 * @param diff the same as a unified diff, a line each
 */
public record Drift(Kind kind, List<String> changes, List<String> diff) {

  /** How much a file differs. */
  public enum Kind {
    /** No difference. */
    NONE,
    /** In white space, comments, the order of keys or the form of functions. */
    REFORMATTED,
    /** In its content. */
    CHANGED
  }

  private static final int CONTEXT_LINES = 3;
  private static final int MAX_COMPARED_LINES = 10_000;
  private static final int MAX_SHOWN_LINES = 200;
  private static final int MAX_SHOWN_CHANGES = 30;
  private static final int MAX_SHOWN_COLUMNS = 500;

  public Drift {
    changes = List.copyOf(changes);
    diff = List.copyOf(diff);
  }

  /**
   * Compares two texts of a file.
   *
   * @param name the file's name for the user
   */
  public static Drift between(String name, String committed, String generated) {
    if (committed.equals(generated)) {
      return new Drift(Kind.NONE, List.of(), List.of());
    }
    List<String> diff = diff(name, committed, generated);
    Problems problems = new Problems();
    Optional<Value.Mapping> before = DocumentReader.parse(name, committed, problems);
    Optional<Value.Mapping> after = DocumentReader.parse(name, generated, new Problems());
    if (before.isEmpty() || after.isEmpty()) {
      return new Drift(Kind.CHANGED, problems.found(), diff);
    }
    List<String> changes = Changes.between(before.get(), after.get());
    return changes.isEmpty()
        ? new Drift(Kind.REFORMATTED, List.of(), diff)
        : new Drift(Kind.CHANGED, cut(changes, MAX_SHOWN_CHANGES, "changes"), diff);
  }

  private static List<String> diff(String name, String committed, String generated) {
    List<String> before = committed.lines().toList();
    List<String> after = generated.lines().toList();
    if (Math.max(before.size(), after.size()) > MAX_COMPARED_LINES) {
      return List.of(
          "(no diff: the files have up to " + Math.max(before.size(), after.size()) + " lines)");
    }
    Patch<String> patch = DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>());
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            name + "\tcommitted", name + "\tgenerated", before, patch, CONTEXT_LINES);
    return cut(
        removedFirst(lines).stream().map(Drift::printable).toList(), MAX_SHOWN_LINES, "lines");
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

  private static List<String> cut(List<String> items, int max, String what) {
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
