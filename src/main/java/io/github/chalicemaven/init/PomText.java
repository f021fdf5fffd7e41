package io.github.chalicemaven.init;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A POM as text that gives the same bytes again; a byte order mark is part of it.
 *
 * @param charset that of the byte order mark, or else of the XML declaration, or else UTF-8
 */
record PomText(String text, Charset charset) {

  private static final int MAX_DECLARATION = 200;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?:\u00ef\u00bb\u00bf)?<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([\\w.-]+)[\"']");

  /** Reads a POM; empty where its text would not give the same bytes. */
  static Optional<PomText> read(byte[] bytes) {
    return charset(bytes)
        .map(charset -> new PomText(new String(bytes, charset), charset))
        .filter(pom -> Arrays.equals(pom.text.getBytes(pom.charset), bytes));
  }

  private static Optional<Charset> charset(byte[] bytes) {
    String begin =
        new String(bytes, 0, Math.min(bytes.length, MAX_DECLARATION), StandardCharsets.ISO_8859_1);
    if (begin.startsWith("\u00ff\u00fe")) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (begin.startsWith("\u00fe\u00ff")) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    Matcher declared = DECLARED.matcher(begin);
    if (!declared.lookingAt()) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    try {
      return Optional.of(Charset.forName(declared.group(1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
