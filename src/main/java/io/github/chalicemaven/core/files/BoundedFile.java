package io.github.chalicemaven.core.files;

import io.github.chalicemaven.core.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads small files, however large or unsuitable the file is. */
public final class BoundedFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private BoundedFile() {}

  /**
   * Reads a file's bytes.
   *
   * @param maxBytes a larger file is not read
   * @param what what the file should contain, for problems: for example, a template
   * @param problems receives what is wrong with the file
   */
  public static Optional<byte[]> bytes(Path file, int maxBytes, String what, Problems problems) {
    if (!Files.isRegularFile(file)) {
      problems.add(
          file
              + (Files.exists(file) ? " is not a regular file" : " does not exist")
              + ". Expected "
              + what
              + ".");
      return Optional.empty();
    }
    // The size is not checked first: the file may grow, and special files have size 0.
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        problems.add(file + " is larger than " + maxBytes + " bytes. Expected " + what + ".");
        return Optional.empty();
      }
      return Optional.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + OutputFiles.reason(e) + ".", e);
    }
  }

  /** Reads a file of UTF-8 text, as {@link #bytes} does; a byte order mark is left out. */
  public static Optional<String> text(Path file, int maxBytes, String what, Problems problems) {
    Optional<byte[]> bytes = bytes(file, maxBytes, what, problems);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString();
      return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      problems.add(file + " is not UTF-8 text. Save it in UTF-8.");
      return Optional.empty();
    }
  }
}
