package io.github.chalicemaven.core.document;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.problem.Problems;
import java.nio.file.Path;
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
    NONE("is up to date."),
    /** In white space, comments, the order of keys or the form of functions. */
    REFORMATTED("is up to date; only its formatting differs."),
    /** In its content. */
    CHANGED("is out of date:"),
    /** There is no such file. */
    MISSING("does not exist. Generate and commit it.");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The rest of a sentence that starts with the file's name. */
    public String words() {
      return words;
    }
  }

  /** No difference. */
  public static final Drift NONE = new Drift(Kind.NONE, List.of(), List.of());

  /** Of a file that does not exist. */
  public static final Drift MISSING = new Drift(Kind.MISSING, List.of(), List.of());

  private static final int MAX_SHOWN_CHANGES = 30;

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
      return NONE;
    }
    List<String> diff =
        UnifiedDiff.between(name + "\tcommitted", name + "\tgenerated", committed, generated);
    Problems problems = new Problems();
    Optional<Value.Mapping> before = DocumentReader.parse(name, committed, problems);
    Optional<Value.Mapping> after = DocumentReader.parse(name, generated, new Problems());
    if (before.isEmpty() || after.isEmpty()) {
      return new Drift(Kind.CHANGED, problems.found(), diff);
    }
    List<String> changes = Changes.between(before.get(), after.get());
    return changes.isEmpty()
        ? new Drift(Kind.REFORMATTED, List.of(), diff.isEmpty() ? lineEnds(name, committed) : diff)
        : new Drift(Kind.CHANGED, UnifiedDiff.cut(changes, MAX_SHOWN_CHANGES, "changes"), diff);
  }

  /** What no diff shows. */
  private static List<String> lineEnds(String name, String committed) {
    return List.of(
        committed.indexOf('\r') < 0
            ? "(no diff: the last line does not end with exactly one line feed)"
            : "(no diff: lines end with CRLF instead of LF. Git may have converted them: add the"
                + " line `"
                + Path.of(name).getFileName()
                + " text eol=lf` to .gitattributes)");
  }
}
