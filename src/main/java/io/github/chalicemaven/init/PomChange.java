package io.github.chalicemaven.init;

import io.github.chalicemaven.core.document.UnifiedDiff;
import io.github.chalicemaven.core.files.BoundedFile;
import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.files.OutputFiles;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A POM that is to be written: a new one, or one with the plugin added. */
public final class PomChange {

  private static final int MAX_BYTES = 4_000_000;

  private final Path path;
  private final Optional<byte[]> before;
  private final PomText old;
  private final String text;

  private PomChange(Path path, Optional<byte[]> before, PomText old, String text) {
    this.path = path;
    this.before = before;
    this.old = old;
    this.text = text;
  }

  /** A new POM; there must be no file yet. */
  static PomChange create(Path path, String groupId, String artifactId, PluginEntry plugin) {
    String text = NewPom.of(groupId, artifactId);
    PomText nothing = new PomText("", StandardCharsets.UTF_8);
    return new PomChange(
        path,
        Optional.empty(),
        nothing,
        PomEditor.of(text).orElseThrow().with(plugin.lines(nothing.charset())));
  }

  /** The POM with the plugin added. */
  static PomChange edit(Existing pom, PluginEntry plugin) {
    return new PomChange(
        pom.path,
        Optional.of(pom.bytes),
        pom.text,
        pom.editor.with(plugin.lines(pom.text.charset())));
  }

  /** Whether the file is a new one. */
  public boolean isNew() {
    return before.isEmpty();
  }

  public Path path() {
    return path;
  }

  /** The change as a unified diff, a line each. */
  public List<String> diff(String name) {
    return UnifiedDiff.between(isNew() ? "/dev/null" : name, name, old.text(), text);
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @throws InvalidConfigurationException where the file has changed since it was read
   */
  public void write() throws IOException {
    Problems problems = new Problems();
    if (before.isEmpty() ? Files.exists(path) : !isStill(before.get(), problems)) {
      problems.add(path + " has changed since it was read. Run the goal again.");
    }
    problems.throwIfAny();
    OutputFiles.write(List.of(new OutputFile(Destination.of(path), text, old.charset())));
  }

  private boolean isStill(byte[] bytes, Problems problems) {
    return Arrays.equals(BoundedFile.bytes(path, MAX_BYTES, "a POM", problems).orElse(null), bytes);
  }

  /** A POM that was read and can be edited. */
  record Existing(Path path, byte[] bytes, PomText text, PomEditor editor) {

    /** Reads a POM; empty with a problem where it cannot be edited. */
    static Optional<Existing> read(Path path, Problems problems) {
      Optional<byte[]> bytes = BoundedFile.bytes(path, MAX_BYTES, "a POM", problems);
      if (bytes.isEmpty()) {
        return Optional.empty();
      }
      Optional<Existing> pom =
          PomText.read(bytes.get())
              .flatMap(
                  text ->
                      PomEditor.of(text.text())
                          .map(editor -> new Existing(path, bytes.get(), text, editor)));
      if (pom.isEmpty()) {
        problems.add(
            path
                + " has a document type declaration, prefixes, or bytes that are invalid in its"
                + " encoding, so it cannot be edited without changing other parts. Add the plugin by hand.");
      }
      return pom;
    }
  }
}
