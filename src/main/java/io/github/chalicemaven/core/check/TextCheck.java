package io.github.chalicemaven.core.check;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.input.DocumentReader;
import io.github.chalicemaven.core.output.OutputFile;
import io.github.chalicemaven.core.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the texts that are about to be written. */
public final class TextCheck {

  /** What {@code aws cloudformation deploy} hands over without a bucket. */
  private static final int MAX_DIRECT_BYTES = 51_200;

  private static final int MAX_BYTES = 1_000_000;

  private TextCheck() {}

  /** The template's text: it reads back, and is no larger than CloudFormation takes. */
  public static List<Finding> template(OutputFile file, Value value) {
    List<Finding> findings = new ArrayList<>(readsBack(name(file), file.text(), value));
    int bytes = bytes(file);
    if (bytes > MAX_BYTES) {
      findings.add(
          new Finding(
              name(file),
              "the template has "
                  + bytes
                  + " bytes, and CloudFormation takes "
                  + MAX_BYTES
                  + ". Shorten it, or split it up."));
    }
    return findings;
  }

  /**
   * Finds out whether a text says what it should, by reading it back: every key, every number,
   * every character.
   *
   * @param name the file's name, for its format and for findings
   * @param value what the text was written from
   */
  public static List<Finding> readsBack(String name, String text, Value value) {
    Problems problems = new Problems();
    Optional<Value.Mapping> read = DocumentReader.parse(name, text, problems);
    List<Finding> findings = new ArrayList<>();
    problems.found().forEach(problem -> findings.add(new Finding(name, problem + ".")));
    read.filter(other -> !equal(new Node("", value), new Node("", other)))
        .ifPresent(
            other ->
                findings.add(new Finding(name, "the text does not read back as it was meant.")));
    return findings;
  }

  /** Whether a template is too large to be handed over without a bucket. */
  public static boolean needsBucket(OutputFile file) {
    return bytes(file) > MAX_DIRECT_BYTES;
  }

  /** What to do with a template that is too large to be handed over directly. */
  public static Optional<String> sizeWarning(OutputFile file) {
    int bytes = bytes(file);
    return !needsBucket(file)
        ? Optional.empty()
        : Optional.of(
            "The template has "
                + bytes
                + " bytes, more than the "
                + MAX_DIRECT_BYTES
                + " that CloudFormation takes directly: deploy it with `--s3-bucket` and the name of"
                + " a bucket.");
  }

  private static String name(OutputFile file) {
    return file.path().getFileName().toString();
  }

  private static int bytes(OutputFile file) {
    return file.text().getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean equal(Node meant, Node read) {
    if (!meant.items().isEmpty() || !meant.entries().isEmpty()) {
      return meant.items().size() == read.items().size()
          && meant.entries().keySet().equals(read.entries().keySet())
          && allEqual(meant.items(), read.items())
          && meant.entries().keySet().stream()
              .allMatch(key -> equal(meant.get(key), read.get(key)));
    }
    return meant.value().equals(read.value());
  }

  private static boolean allEqual(List<Node> meant, List<Node> read) {
    for (int i = 0; i < meant.size(); i++) {
      if (!equal(meant.get(i), read.get(i))) {
        return false;
      }
    }
    return true;
  }
}
