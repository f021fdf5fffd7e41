package io.github.chalicemaven.report;

import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a statement of a policy. */
final class StatementReader {

  private final TemplateView template;

  StatementReader(TemplateView template) {
    this.template = template;
  }

  /** The statement, without a reason. */
  Permissions.Statement read(Location place, Value.Mapping statement) {
    return new Permissions.Statement(
        place,
        template.text(statement, "Sid").orElse(""),
        template.text(statement, "Effect").orElse(""),
        principals(statement),
        listed(statement, "Action"),
        listed(statement, "Resource"),
        conditions(statement),
        Optional.empty());
  }

  private List<String> listed(Value.Mapping statement, String element) {
    List<String> listed = new ArrayList<>(template.texts(statement.entries().get(element)));
    template
        .texts(statement.entries().get("Not" + element))
        .forEach(text -> listed.add(Permissions.ALL_BUT + text));
    return listed;
  }

  private List<String> principals(Value.Mapping statement) {
    List<String> principals = new ArrayList<>();
    principals.addAll(principals(statement, "Principal", ""));
    principals.addAll(principals(statement, "NotPrincipal", Permissions.ALL_BUT));
    return principals;
  }

  private List<String> principals(Value.Mapping statement, String element, String before) {
    Value value = statement.entries().get(element);
    List<String> principals = new ArrayList<>();
    if (value instanceof Value.Mapping kinds && TemplateView.reference(value).isEmpty()) {
      for (Map.Entry<String, Value> kind : kinds.entries().entrySet()) {
        template
            .texts(kind.getValue())
            .forEach(text -> principals.add(before + principal(kind.getKey(), text)));
      }
    } else {
      template.texts(value).forEach(text -> principals.add(before + principal("AWS", text)));
    }
    return principals;
  }

  private static String principal(String kind, String text) {
    return kind.equals("AWS") && text.equals("*")
        ? Permissions.ANYBODY
        : kind.equals("Service") || kind.equals("AWS") ? text : kind + " " + text;
  }

  private List<String> conditions(Value.Mapping statement) {
    List<String> conditions = new ArrayList<>();
    Value.Mapping operators = statement.mapping("Condition");
    for (String operator : operators.entries().keySet()) {
      operators
          .mapping(operator)
          .entries()
          .forEach(
              (key, value) ->
                  conditions.add(
                      operator + " " + key + ": " + String.join(", ", template.texts(value))));
    }
    return conditions;
  }
}
