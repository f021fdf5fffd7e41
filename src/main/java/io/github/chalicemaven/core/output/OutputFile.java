package io.github.chalicemaven.core.output;

import io.github.chalicemaven.core.input.RealPath;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
    Path target;
    try {
      target = RealPath.of(path);
    } catch (IOException e) {
      if (Files.isSymbolicLink(path)) {
        problems.add(setting, "its symbolic links lead nowhere. Name another file.");
        return;
      }
      // Below a file, most likely, which the folder's check says.
      target = path.toAbsolutePath().normalize();
    }
    if (Files.isDirectory(target)) {
      problems.add(setting, "this is a folder. Name a file in it.");
    } else if (Files.exists(target) && !Files.isRegularFile(target)) {
      problems.add(setting, "this is not a file but a device. Name a file.");
    } else if (Files.exists(target) && !Files.isWritable(target)) {
      problems.add(setting, "the file is read-only. Make it writable, or name another one.");
    } else {
      checkFolder(target, setting, problems);
    }
  }

  /**
   * Writes the file unless it says the same already, as {@link OutputFiles#write} does.
   *
   * @return whether the file was written
   */
  public boolean writeIfChanged() throws IOException {
    return OutputFiles.write(List.of(this)).get(0).written();
  }

  private static void checkFolder(Path target, Setting setting, Problems problems) {
    Path folder = target.getParent();
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
