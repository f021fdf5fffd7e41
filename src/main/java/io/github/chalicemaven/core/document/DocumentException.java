package io.github.chalicemaven.core.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What is wrong with a document, of what its parser accepts. */
public final class DocumentException extends JsonProcessingException {

  private static final long serialVersionUID = 1L;

  private static final String YAML_ADVICE = "check the indentation, quotes and brackets";

  public DocumentException(String message, JsonLocation location) {
    super(message, location);
  }

  /**
   * What is wrong with a document, whether its reader or its parser found it: the file, the line,
   * the column and a sentence.
   *
   * @param json whether it is JSON, not YAML
   */
  public static String problem(String name, boolean json, JsonProcessingException e) {
    return at(name, e) + ": " + message(json, e) + ".";
  }

  private static String message(boolean json, JsonProcessingException e) {
    if (e instanceof DocumentException) {
      return e.getOriginalMessage();
    }
    if (e.getCause() instanceof MarkedYAMLException yaml) {
      return "this is not valid YAML (" + yaml.getProblem() + "); " + YAML_ADVICE;
    }
    if (e instanceof StreamConstraintsException) {
      return "the document is nested too deeply, or a text or number in it is too long";
    }
    return e instanceof JsonEOFException
        ? "the document ends too early; a bracket, brace or quote is not closed"
        : "this is not valid "
            + (json ? "JSON; check the commas, quotes and brackets" : "YAML; " + YAML_ADVICE);
  }

  private static String at(String name, JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
      Mark mark = yaml.getProblemMark();
      return at(name, mark.getLine() + 1, mark.getColumn() + 1);
    }
    return e.getLocation() == null
        ? name
        : at(name, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static String at(String name, int line, int column) {
    return name + ", line " + line + ", column " + column;
  }
}
