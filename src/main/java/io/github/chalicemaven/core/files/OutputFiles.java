package io.github.chalicemaven.core.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes files that belong together. Each is complete in a temporary file of its folder before the
 * first takes its place, and takes it by one atomic move: whoever reads a file, or kills the
 * process, finds the old content or the new one, whole.
 *
 * <p>A file that says the same already is left alone, its time stamp too. A symbolic link stays,
 * and what it points to is written. A file keeps its permissions; a new one gets those that the
 * process gives every file. What a killed process left behind goes the next time.
 */
public final class OutputFiles {

  /** A larger file than any template is not kept as {@link Result#replaced}. */
  private static final long MAX_KEPT_BYTES = 4_000_000;

  private OutputFiles() {}

  /**
   * Writes the files.
   *
   * @return what became of each, in their order
   * @throws IOException with a sentence for the user; the old content is whole
   */
  public static List<Result> write(List<OutputFile> files) throws IOException {
    List<Staged> staged = new ArrayList<>();
    boolean complete = false;
    try {
      Set<Path> targets = new HashSet<>();
      Set<Path> folders = new HashSet<>();
      for (OutputFile file : files) {
        staged.add(stage(file, targets, folders));
      }
      List<Result> results = new ArrayList<>();
      for (Staged one : staged) {
        one.takePlace();
        results.add(one.result());
      }
      complete = true;
      return results;
    } finally {
      if (!complete) {
        for (Staged one : staged) {
          one.cleanUp();
        }
      }
    }
  }

  private static Staged stage(OutputFile file, Set<Path> targets, Set<Path> folders)
      throws IOException {
    try {
      Path target = file.destination().realPath();
      if (!targets.add(target)) {
        throw new IOException("two files of this pipeline go there");
      }
      Path folder = target.getParent();
      // Unlike createDirectories, this takes a symbolic link to a folder for one.
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      if (folders.add(folder)) {
        TemporaryFile.deleteLeftOvers(folder);
      }
      FileState before = FileState.of(target);
      if (before.exists() && !before.isFile()) {
        throw new IOException("it is not a file");
      }
      byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
      Optional<byte[]> old =
          before.exists() && before.size() <= MAX_KEPT_BYTES
              ? Optional.of(Files.readAllBytes(target))
              : Optional.empty();
      if (old.isPresent() && Arrays.equals(old.get(), bytes)) {
        return new Staged(file, target, before, old, Optional.empty());
      }
      return new Staged(file, target, before, old, Optional.of(TemporaryFile.write(bytes, target)));
    } catch (IOException e) {
      throw failure(file.path(), e);
    }
  }

  /** What to tell the user of a failure. */
  static IOException failure(Path path, IOException e) {
    return new IOException(
        "cannot write " + path + ": " + reason(e) + ". What was there before is unchanged.", e);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof FileAlreadyExistsException other) {
      return other.getFile() + " is not a folder";
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + " was removed meanwhile";
    }
    return e instanceof FileSystemException files && files.getReason() != null
        ? files.getReason()
        : e.getMessage();
  }

  /**
   * What became of a file.
   *
   * @param written whether it was written; {@code false} where it said the same already
   * @param replaced what it said before; empty where it was not there
   */
  public record Result(OutputFile file, boolean written, Optional<byte[]> replaced) {}

  /** A file whose new content, if there is any, is complete beside it. */
  private record Staged(
      OutputFile file,
      Path target,
      FileState before,
      Optional<byte[]> old,
      Optional<Path> temporary) {

    void takePlace() throws IOException {
      if (temporary.isEmpty()) {
        return;
      }
      try {
        if (!FileState.of(target).isSameAs(before)) {
          throw new IOException("something else has changed it meanwhile");
        }
        TemporaryFile.move(temporary.get(), target);
      } catch (IOException e) {
        throw failure(file.path(), e);
      }
    }

    Result result() {
      return new Result(file, temporary.isPresent(), old);
    }

    void cleanUp() throws IOException {
      if (temporary.isPresent()) {
        Files.deleteIfExists(temporary.get());
      }
    }
  }
}
