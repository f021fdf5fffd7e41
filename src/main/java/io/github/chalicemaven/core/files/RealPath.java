package io.github.chalicemaven.core.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a path leads once every symbolic link on its way is followed. */
public final class RealPath {

  private static final int MAX_LINKS = 40;

  private RealPath() {}

  /**
   * Follows a path, as {@link Path#toRealPath} does, also to a file that does not exist yet.
   *
   * @throws FileSystemLoopException if links form a loop
   */
  public static Path of(Path path) throws IOException {
    return follow(path.toAbsolutePath(), 0);
  }

  private static Path follow(Path path, int links) throws IOException {
    if (links > MAX_LINKS) {
      throw new FileSystemLoopException(path.toString());
    }
    // Checked first: an exception for each file that does not exist yet would cost more.
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    Path parent = path.getParent();
    if (parent == null) {
      return path;
    }
    if (Files.exists(parent) && Files.isSymbolicLink(path)) {
      return follow(path.resolveSibling(Files.readSymbolicLink(path)), links + 1);
    }
    return follow(parent, links).resolve(path.getFileName()).normalize();
  }
}
