package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the texts that are about to be written. */
public final class TextVerifier {

  private TextVerifier() {}

  /**
   * Verifies the template's text: it is not larger than CloudFormation allows, and YAML, in which a
   * text can easily get another meaning, reads back as the same value.
   */
  static List<Finding> template(String name, String text, Value value) {
    List<Finding> findings = new ArrayList<>();
    if (DocumentFormat.of(Path.of(name)) == DocumentFormat.YAML) {
      findings.addAll(readsBack(name, text, value));
    }
    int bytes = AwsLimits.bytes(text);
    if (bytes > AwsLimits.MAX_TEMPLATE_BYTES) {
      findings.add(
          finding(
              name,
              "the template has "
                  + bytes
                  + " bytes, more than the "
                  + AwsLimits.MAX_TEMPLATE_BYTES
                  + " that CloudFormation allows."));
    }
    return findings;
  }

  /** Verifies that the text of a build specification reads back as the same value. */
  static List<Finding> buildSpec(Value.Embedded buildSpec) {
    return readsBack("buildspec.yml", buildSpec.text(), buildSpec.content());
  }

  /**
   * Verifies that a text has the intended meaning by reading it back: every key, every number,
   * every character.
   *
   * @param name the file's name, for its format and for findings
   * @param value what the text was written from
   */
  static List<Finding> readsBack(String name, String text, Value value) {
    Problems problems = new Problems();
    Optional<Value.Mapping> read = DocumentReader.parse(name, text, problems);
    List<Finding> findings = new ArrayList<>();
    for (String problem : problems.found()) {
      findings.add(new Finding(Location.TOP, problem));
    }
    if (read.isPresent() && !json(value).equals(json(read.get()))) {
      findings.add(finding(name, "when read back, the text differs from the generated value."));
    }
    return findings;
  }

  /** What to do with a template that is too large to be sent directly. */
  public static Optional<String> sizeWarning(String template) {
    return AwsLimits.isDirectTemplate(template)
        ? Optional.empty()
        : Optional.of(
            "The template has "
                + AwsLimits.bytes(template)
                + " bytes, more than the "
                + AwsLimits.MAX_DIRECT_TEMPLATE_BYTES
                + " that CloudFormation accepts directly. Deploy it with `--s3-bucket` and the name"
                + " of a bucket.");
  }

  private static Finding finding(String name, String sentence) {
    return new Finding(Location.TOP, name + ": " + sentence);
  }

  /** Equal values have the same JSON; comparing that starts fewer classes. */
  private static String json(Value value) {
    return DocumentFormat.JSON.render(value);
  }
}
