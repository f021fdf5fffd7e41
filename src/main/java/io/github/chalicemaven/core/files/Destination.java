package io.github.chalicemaven.core.files;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a file is written.
 *
 * @param path as the user named it
 * @param realPath the same, symbolic links followed as far as that is possible
 * @param isCircular whether the links form a loop
 */
public record Destination(Path path, Path realPath, boolean isCircular) {

  /** Follows a path. */
  public static Destination of(Path path) {
    try {
      return new Destination(path, RealPath.of(path), false);
    } catch (IOException e) {
      // Anything else that fails here fails again, with its reason, when the file is written.
      boolean isCircular = e instanceof FileSystemLoopException;
      return new Destination(path, path.toAbsolutePath().normalize(), isCircular);
    }
  }

  /**
   * Checks whether a file can be written there. A file that is read-only may stay as it is: {@link
   * OutputFiles} finds out whether its content changes.
   *
   * @param place how problems name the file, for example {@link Setting#place}
   * @param problems receives the reasons why it cannot
   */
  public void check(String place, Problems problems) {
    Setting setting = new Setting(place, path.toString());
    if (isCircular) {
      problems.add(setting, "its symbolic links form a loop. Specify another file.");
    } else if (Files.exists(realPath)) {
      checkFile(setting, problems);
    } else {
      checkFolder(setting, problems);
    }
  }

  /**
   * The files beside this one with such a name, in order.
   *
   * @return none where there is no such folder
   */
  public List<Path> siblings(Predicate<String> hasName) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> hasName.test(file.getFileName().toString())).sorted().toList();
    }
  }

  private void checkFile(Setting setting, Problems problems) {
    if (Files.isDirectory(realPath)) {
      problems.add(setting, "this is a folder. Specify a file in it.");
    } else if (!Files.isRegularFile(realPath)) {
      problems.add(setting, "this is not a regular file. Specify another one.");
    }
  }

  private void checkFolder(Setting setting, Problems problems) {
    Path folder = realPath.getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    if (folder == null || !Files.isDirectory(folder)) {
      problems.add(setting, folder + " is not a folder. Specify a file elsewhere.");
    } else if (!Files.isWritable(folder)) {
      problems.add(setting, "the folder " + folder + " is read-only. Specify a file elsewhere.");
    }
  }
}
