package io.github.chalicemaven.core.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * A file to write.
 *
 * @param destination where it is written
 * @param text its content
 * @param charset of the content: UTF-8, except for a file of the user's that is edited
 * @param isReplaceable whether a file with a certain content may be replaced; it is kept otherwise
 */
public record OutputFile(
    Destination destination, String text, Charset charset, Predicate<byte[]> isReplaceable) {

  public OutputFile(Destination destination, String text, Charset charset) {
    this(destination, text, charset, content -> true);
  }

  public OutputFile(Destination destination, String text) {
    this(destination, text, StandardCharsets.UTF_8);
  }

  /** Where it is written, as the user named it. */
  public Path path() {
    return destination.path();
  }
}
