package io.github.chalicemaven.core.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template that anybody may have written: what is missing or has another form counts as empty.
 *
 * @param root the whole document
 */
public record TemplateDocument(Value.Mapping root) {

  /** The resources by their logical IDs, in the order of the template. */
  public Map<String, Value.Mapping> resources() {
    return section("Resources");
  }

  /** The parameters by their names, in the order of the template. */
  public Map<String, Value.Mapping> parameters() {
    return section("Parameters");
  }

  /** The parameters that a deployment has to give. */
  public List<String> parametersWithoutDefault() {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Value.Mapping> parameter : parameters().entrySet()) {
      if (parameter.getValue().get("Default").isEmpty()) {
        names.add(parameter.getKey());
      }
    }
    return names;
  }

  /** Those of them that are secrets. */
  public List<String> secretsWithoutDefault() {
    List<String> secrets = new ArrayList<>();
    for (String name : parametersWithoutDefault()) {
      if (isSecret(name)) {
        secrets.add(name);
      }
    }
    return secrets;
  }

  /** Whether CloudFormation shows no value of a parameter: {@code NoEcho} may also be a text. */
  public boolean isSecret(String parameter) {
    Value noEcho = root.mapping("Parameters").mapping(parameter).get("NoEcho").orElse(null);
    return noEcho instanceof Value.Text text
        ? text.text().equalsIgnoreCase("true")
        : Value.truth(true).equals(noEcho);
  }

  private Map<String, Value.Mapping> section(String name) {
    Map<String, Value.Mapping> entries = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : root.mapping(name).entries().entrySet()) {
      entries.put(entry.getKey(), Value.mapping(entry.getValue()));
    }
    return entries;
  }
}
