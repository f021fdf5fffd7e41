package io.github.chalicemaven.core.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/**
 * The state of a file, to detect a change.
 *
 * @param key the file's identity, where the file system has one
 */
record FileState(boolean exists, boolean isFile, long size, FileTime modified, Object key) {

  /** Compares all components; the record's own method would generate classes at run time. */
  boolean isSameAs(FileState other) {
    return exists == other.exists
        && isFile == other.isFile
        && size == other.size
        && Objects.equals(modified, other.modified)
        && Objects.equals(key, other.key);
  }

  static FileState of(Path path) throws IOException {
    // Checked first: an exception for a file that does not exist yet would cost more.
    if (Files.exists(path)) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileState(
            true,
            attributes.isRegularFile(),
            attributes.size(),
            attributes.lastModifiedTime(),
            attributes.fileKey());
      } catch (NoSuchFileException e) {
        // It was deleted in the meantime.
      }
    }
    return new FileState(false, false, 0, null, null);
  }
}
