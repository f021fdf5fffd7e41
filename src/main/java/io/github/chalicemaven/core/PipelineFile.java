package io.github.chalicemaven.core;

import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.document.WrittenMark;
import io.github.chalicemaven.core.files.Destination;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A generated text of a pipeline, and where it is written.
 *
 * @param isBuildSpec whether it is the build specification, not a template
 */
public record PipelineFile(
    Destination destination, String text, DocumentFormat format, boolean isBuildSpec) {

  /** Where it is written, as the user named it. */
  public Path path() {
    return destination.path();
  }

  /** Whether nothing is lost if a content is replaced by the text with its mark. */
  boolean mayReplace(byte[] content) {
    String old = new String(content, StandardCharsets.UTF_8);
    return old.replace("\r\n", "\n").equals(text) || WrittenMark.isUnedited(old, format);
  }
}
