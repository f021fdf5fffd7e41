package io.github.chalicemaven.core.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A file to write.
 *
 * @param destination where it is written
 * @param text its content
 * @param charset of the content: UTF-8, except for a file of the user's that is edited
 */
public record OutputFile(Destination destination, String text, Charset charset) {

  public OutputFile(Destination destination, String text) {
    this(destination, text, StandardCharsets.UTF_8);
  }

  /** Where it is written, as the user named it. */
  public Path path() {
    return destination.path();
  }
}
