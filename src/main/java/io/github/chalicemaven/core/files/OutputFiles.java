package io.github.chalicemaven.core.files;

import java.io.IOException;
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
 * Writes files that belong together. Each is first written to a temporary file in its folder; then
 * each temporary file replaces its target by an atomic move. Readers, also after the process is
 * killed, find the old or the new content, never a part of it.
 *
 * <p>A file whose content is the same already is not written, and its time stamp does not change;
 * neither is one that must not be replaced. A symbolic link is kept, and its target is written. A
 * file keeps its permissions; a new one gets the default permissions of the process. Temporary
 * files that a killed process left are deleted by the next write to the folder.
 */
public final class OutputFiles {

  /** A larger file than any template is not kept as {@link Result#replaced}. */
  private static final long MAX_KEPT_BYTES = 4_000_000;

  private OutputFiles() {}

  /**
   * Writes the files.
   *
   * @return the result for each file, in their order
   * @throws IOException with a message for the user; the previous content is unchanged
   */
  public static List<Result> write(List<OutputFile> files) throws IOException {
    List<Prepared> prepared = new ArrayList<>();
    boolean complete = false;
    try {
      Set<Path> targets = new HashSet<>();
      Set<Path> folders = new HashSet<>();
      for (OutputFile file : files) {
        prepared.add(prepare(file, targets, folders));
      }
      List<Result> results = new ArrayList<>();
      for (Prepared one : prepared) {
        one.takePlace();
        results.add(one.result());
      }
      complete = true;
      return results;
    } finally {
      if (!complete) {
        for (Prepared one : prepared) {
          one.cleanUp();
        }
      }
    }
  }

  private static Prepared prepare(OutputFile file, Set<Path> targets, Set<Path> folders)
      throws IOException {
    try {
      Path target = file.destination().realPath();
      if (!targets.add(target)) {
        throw new IOException("two files of this pipeline have this path");
      }
      Path folder = target.getParent();
      // Unlike createDirectories, this accepts a symbolic link to a folder.
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      if (folders.add(folder)) {
        TemporaryFile.deleteLeftOvers(folder);
      }
      FileState before = FileState.of(target);
      if (before.exists() && !before.isFile()) {
        throw new IOException("it is not a regular file");
      }
      byte[] bytes = file.text().getBytes(file.charset());
      Optional<byte[]> old =
          before.exists() && before.size() <= MAX_KEPT_BYTES
              ? Optional.of(Files.readAllBytes(target))
              : Optional.empty();
      if (old.isPresent() && Arrays.equals(old.get(), bytes)) {
        return new Prepared(file, target, before, old, Optional.empty(), false);
      }
      if (before.exists() && !file.isReplaceable().test(old.orElse(new byte[0]))) {
        return new Prepared(file, target, before, old, Optional.empty(), true);
      }
      if (before.exists() && !Files.isWritable(target)) {
        throw new IOException("it is read-only; make it writable, or specify another file");
      }
      Path temporary = TemporaryFile.write(bytes, target);
      return new Prepared(file, target, before, old, Optional.of(temporary), false);
    } catch (IOException e) {
      throw failure(file.path(), e);
    }
  }

  /** A failure with a message for the user. */
  static IOException failure(Path path, IOException e) {
    return new IOException(
        "cannot write " + path + ": " + reason(e) + ". The previous content is unchanged.", e);
  }

  static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof FileAlreadyExistsException other) {
      return other.getFile() + " is not a folder";
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + " was removed in the meantime";
    }
    return e instanceof FileSystemException files && files.getReason() != null
        ? files.getReason()
        : e.getMessage();
  }

  /**
   * The result of writing a file.
   *
   * @param written whether it was written; {@code false} if the content was the same already
   * @param kept whether it was not, because its previous content must not be replaced
   * @param replaced its previous content; empty if it did not exist
   */
  public record Result(OutputFile file, boolean written, boolean kept, Optional<byte[]> replaced) {}

  /** A file and its new content, if that differs, in a temporary file beside it. */
  private record Prepared(
      OutputFile file,
      Path target,
      FileState before,
      Optional<byte[]> old,
      Optional<Path> temporary,
      boolean kept) {

    void takePlace() throws IOException {
      if (temporary.isEmpty()) {
        return;
      }
      try {
        if (!FileState.of(target).isSameAs(before)) {
          throw new IOException("another process has changed it in the meantime");
        }
        TemporaryFile.move(temporary.get(), target);
      } catch (IOException e) {
        throw failure(file.path(), e);
      }
    }

    Result result() {
      return new Result(file, temporary.isPresent(), kept, old);
    }

    void cleanUp() throws IOException {
      if (temporary.isPresent()) {
        Files.deleteIfExists(temporary.get());
      }
    }
  }
}
