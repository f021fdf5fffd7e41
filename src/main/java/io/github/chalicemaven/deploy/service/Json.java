package io.github.chalicemaven.deploy.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** JSON, bound by Jackson: files for other programs, and what AWS is asked and answers. */
public final class Json {

  private Json() {}

  /** A file for other programs. What is null is left out; the same value gives the same bytes. */
  public static String file(Object value) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return new ObjectMapper()
              .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
              .writer(printer)
              .writeValueAsString(value)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of texts have a form in JSON", e);
    }
  }

  /** An object with one text. */
  public static String object(String key, String text) {
    return JsonNodeFactory.instance.objectNode().put(key, text).toString();
  }

  /** What AWS has answered. */
  public static JsonNode parse(String answer) throws JsonProcessingException {
    return new ObjectMapper().readTree(answer);
  }
}
