package io.github.chalicemaven.core.files;

import java.nio.file.Path;

/**
 * A file to write.
 *
 * @param destination where it is written
 * @param text its content, written as UTF-8
 */
public record OutputFile(Destination destination, String text) {

  /** Where it is written, as the user named it. */
  public Path path() {
    return destination.path();
  }
}
