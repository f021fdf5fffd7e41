package io.github.chalicemaven.core.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file beside the one that it will replace. Its name identifies the process that writes it, so
 * that a later process can delete what a killed process left, and only that.
 */
final class TemporaryFile {

  private static final String PREFIX = ".chalice-maven-plugin-";

  /** The process's number, the second it was started in, and something unique. */
  private static final Pattern NAME =
      Pattern.compile(Pattern.quote(PREFIX) + "([0-9]{1,18})-([0-9]{1,18})-[0-9a-f-]{36}\\.tmp");

  /** Tolerance for the start of a process: the system's clock may have been adjusted. */
  private static final long SAME_START_SECONDS = 2;

  private TemporaryFile() {}

  /** Writes the bytes to a new file beside the target, with the target's permissions. */
  static Path write(byte[] bytes, Path target) throws IOException {
    // Unique in the process. A random one would cost a secure random generator's start.
    UUID unique = new UUID(System.nanoTime(), Thread.currentThread().getId());
    String name = PREFIX + ThisProcess.MARK + "-" + unique + ".tmp";
    Path temporary = target.resolveSibling(name);
    boolean complete = false;
    try {
      Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      copyPermissions(target, temporary);
      complete = true;
      return temporary;
    } finally {
      if (!complete) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  static void move(Path temporary, Path target) throws IOException {
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes the temporary files in the folder whose processes have ended. */
  static void deleteLeftOvers(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (file.getFileName().toString().startsWith(PREFIX)) {
          deleteLeftOver(file);
        }
      }
    }
  }

  private static void deleteLeftOver(Path file) throws IOException {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (name.matches() && !isRunning(number(name, 1), number(name, 2))) {
      Files.deleteIfExists(file);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes given = view.readAttributes();
    if (!wanted.group().equals(given.group())) {
      try {
        view.setGroup(wanted.group());
      } catch (IOException e) {
        // Only a member of the group may give a file to it.
      }
    }
    if (!wanted.permissions().equals(given.permissions())) {
      view.setPermissions(wanted.permissions());
    }
  }

  private static long number(Matcher name, int group) {
    return Long.parseLong(name.group(group));
  }

  private static boolean isRunning(long pid, long startSecond) {
    return ProcessHandle.of(pid)
        .filter(process -> Math.abs(startSecond(process) - startSecond) <= SAME_START_SECONDS)
        .isPresent();
  }

  private static long startSecond(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH).getEpochSecond();
  }

  /** Determined once, when the first file is written. */
  private static final class ThisProcess {

    static final String MARK =
        ProcessHandle.current().pid() + "-" + startSecond(ProcessHandle.current());
  }
}
