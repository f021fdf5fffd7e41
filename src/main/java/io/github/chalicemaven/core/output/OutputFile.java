package io.github.chalicemaven.core.output;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * A file to write.
 *
 * @param path where it goes
 * @param text what it says, written as UTF-8
 */
public record OutputFile(Path path, String text) {

  /**
   * Finds out beforehand whether a file could be written there.
   *
   * @param parameter the goal's parameter that names the file
   * @param problems takes what stands in the way
   */
  public static void check(Path path, String parameter, Problems problems) {
    Setting setting = Setting.of(parameter, path);
    if (Files.isDirectory(path)) {
      problems.add(setting, "this is a folder. Name a file in it.");
    } else if (Files.exists(path) && !Files.isWritable(path)) {
      problems.add(setting, "the file is read-only. Make it writable, or name another one.");
    } else {
      Path folder = path.toAbsolutePath().getParent();
      while (folder != null && !Files.exists(folder)) {
        folder = folder.getParent();
      }
      if (folder == null || !Files.isDirectory(folder)) {
        problems.add(setting, folder + " is not a folder. Name a file elsewhere.");
      } else if (!Files.isWritable(folder)) {
        problems.add(setting, "the folder " + folder + " is read-only. Name a file elsewhere.");
      }
    }
  }

  /**
   * Writes the file unless it says the same already. Readers see the old content or the new one,
   * whole; a file that is not written keeps its time stamp.
   *
   * @return whether the file was written
   */
  public boolean writeIfChanged() throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), bytes)) {
      return false;
    }
    Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
    Path temporary = folder.resolve("." + path.getFileName() + ".tmp");
    try {
      Files.write(temporary, bytes);
      Files.move(
          temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    return true;
  }
}
