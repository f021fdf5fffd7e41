package io.github.chalicemaven.report;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A template as a reader sees it: its parts by their names, and values as text, with the defaults
 * of parameters in their places:
 *
 * <pre>{@code
 * {"Fn::Sub": "${ApplicationName}BetaStack"}       ->  ordersBetaStack
 * {"Fn::GetAtt": ["PipelineKey", "Arn"]}           ->  ${PipelineKey.Arn}
 * {"Ref": "AWS::Region"}                           ->  ${AWS::Region}
 * }</pre>
 */
final class TemplateView {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

  private final Value.Mapping template;

  TemplateView(Value.Mapping template) {
    this.template = template;
  }

  /** The resources, in the order of the template. */
  Map<String, Value.Mapping> resources() {
    Map<String, Value.Mapping> resources = new LinkedHashMap<>();
    template
        .mapping("Resources")
        .entries()
        .forEach(
            (logicalId, value) -> {
              if (value instanceof Value.Mapping resource) {
                resources.put(logicalId, resource);
              }
            });
    return resources;
  }

  /** The resource of a logical ID, or nothing in it. */
  Value.Mapping resource(String logicalId) {
    return template.mapping("Resources").mapping(logicalId);
  }

  /** The properties of a resource. */
  Value.Mapping properties(String logicalId) {
    return resource(logicalId).mapping("Properties");
  }

  /** The logical ID that a reference names. */
  static Optional<String> reference(Value value) {
    Map<String, Value> entries = Value.mapping(value).entries();
    if (entries.size() != 1) {
      return Optional.empty();
    }
    if (entries.get("Ref") instanceof Value.Text id) {
      return Optional.of(id.text());
    }
    Value attribute = entries.get("Fn::GetAtt");
    if (attribute instanceof Value.Text text) {
      return Optional.of(text.text().split("\\.", 2)[0]);
    }
    return attribute instanceof Value.Sequence parts
            && parts.items().get(0) instanceof Value.Text id
        ? Optional.of(id.text())
        : Optional.empty();
  }

  /** A value as one line of text. */
  String text(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    Map<String, Value> entries = Value.mapping(value).entries();
    if (entries.size() == 1 && entries.get("Ref") instanceof Value.Text id) {
      return parameter(id.text()).orElse("${" + id.text() + "}");
    }
    if (entries.size() == 1 && entries.get("Fn::Sub") instanceof Value.Text text) {
      return substituted(text.text());
    }
    if (entries.size() == 1 && entries.get("Fn::GetAtt") instanceof Value.Text attribute) {
      return "${" + attribute.text() + "}";
    }
    if (entries.size() == 1 && entries.get("Fn::GetAtt") instanceof Value.Sequence parts) {
      return parts.items().stream().map(this::text).collect(Collectors.joining(".", "${", "}"));
    }
    return DocumentFormat.oneLine(value);
  }

  /** A list's items as text; of a single value, that. */
  List<String> texts(Value value) {
    return value instanceof Value.Sequence sequence
        ? sequence.items().stream().map(this::text).toList()
        : value == null ? List.of() : List.of(text(value));
  }

  /** The text of an entry; empty where there is none. */
  Optional<String> text(Value.Mapping mapping, String key) {
    return mapping.get(key).map(this::text);
  }

  /** The mappings of a list. */
  static List<Value.Mapping> mappings(Value.Mapping mapping, String key) {
    return mapping.entries().get(key) instanceof Value.Sequence items
        ? items.items().stream()
            .filter(Value.Mapping.class::isInstance)
            .map(Value.Mapping.class::cast)
            .toList()
        : List.of();
  }

  private String substituted(String text) {
    Matcher variables = VARIABLE.matcher(text);
    return variables
        .replaceAll(
            variable ->
                Matcher.quoteReplacement(parameter(variable.group(1)).orElse(variable.group())))
        .replace("${!", "${");
  }

  private Optional<String> parameter(String name) {
    return template.mapping("Parameters").mapping(name).text("Default");
  }
}
