package io.github.chalicemaven.report;

import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.TemplateDocument;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private final Value.Mapping template;

  TemplateView(Value.Mapping template) {
    this.template = template;
  }

  /** The resources, in the order of the template. */
  Map<String, Value.Mapping> resources() {
    return new TemplateDocument(template).resources();
  }

  /** The properties of a resource; none where there is no such resource. */
  Value.Mapping properties(String logicalId) {
    return template.mapping("Resources").mapping(logicalId).mapping("Properties");
  }

  /** The logical ID that a reference names. */
  static Optional<String> reference(Value value) {
    return Functions.textArgument(value, "Ref")
        .or(() -> Functions.argument(value, "Fn::GetAtt").flatMap(TemplateView::owner));
  }

  /** The logical ID in an argument of {@code Fn::GetAtt}. */
  private static Optional<String> owner(Value attribute) {
    Value first = attribute instanceof Value.Sequence parts ? parts.items().get(0) : attribute;
    return first instanceof Value.Text id
        ? Optional.of(id.text().split("\\.", 2)[0])
        : Optional.empty();
  }

  /** A value as one line of text. */
  String text(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    return Functions.textArgument(value, "Ref")
        .map(this::parameter)
        .or(() -> Functions.textArgument(value, "Fn::Sub").map(this::substituted))
        .or(() -> Functions.argument(value, "Fn::GetAtt").map(this::attribute))
        .orElseGet(() -> DocumentFormat.oneLine(value));
  }

  private String attribute(Value argument) {
    return "${" + String.join(".", texts(argument)) + "}";
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
    Map<String, String> values = new HashMap<>();
    for (String variable : Functions.variables(text)) {
      values.put(variable, parameter(variable));
    }
    return Functions.substitute(text, values, "");
  }

  /** The default of a parameter; of anything else, its name as a variable. */
  private String parameter(String name) {
    return template.mapping("Parameters").mapping(name).text("Default").orElse("${" + name + "}");
  }
}
