package io.github.chalicemaven.core.cloudformation;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A CloudFormation template. Sections and their entries keep the order in which they were added.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">
 *     Template anatomy</a>
 */
public record Template(
    String description,
    Map<String, Parameter> parameters,
    Map<String, Condition> conditions,
    Map<String, Resource> resources,
    Map<String, Output> outputs) {

  public Template {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  public static Builder builder(String description) {
    return new Builder(description);
  }

  /** The whole template as one value, ready to be written as JSON or YAML. */
  public Value.Mapping document() {
    return mapping()
        .with("AWSTemplateFormatVersion", "2010-09-09")
        .with("Description", description)
        .withIf("Parameters", section(parameters))
        .withIf("Conditions", section(conditions))
        .with("Resources", section(resources))
        .with("Outputs", section(outputs));
  }

  private static Value.Mapping section(Map<String, ? extends Entry> entries) {
    Map<String, Value> section = new LinkedHashMap<>();
    for (Map.Entry<String, ? extends Entry> entry : entries.entrySet()) {
      section.put(entry.getKey(), entry.getValue().document());
    }
    return new Value.Mapping(section);
  }

  /** What stands in a section under a logical ID. */
  sealed interface Entry permits Parameter, Condition, Resource, Output {

    /** The entry as a template holds it. */
    Value document();
  }

  /** Collects the entries; a logical ID may be used once a section. */
  public static final class Builder {

    private final String description;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Condition> conditions = new LinkedHashMap<>();
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, Output> outputs = new LinkedHashMap<>();

    private Builder(String description) {
      this.description = description;
    }

    public Builder parameter(String logicalId, Parameter parameter) {
      return add(parameters, logicalId, parameter);
    }

    public Builder condition(String logicalId, Condition condition) {
      return add(conditions, logicalId, condition);
    }

    public Builder resource(String logicalId, Resource resource) {
      return add(resources, logicalId, resource);
    }

    public Builder output(String logicalId, Output output) {
      return add(outputs, logicalId, output);
    }

    public Template build() {
      return new Template(description, parameters, conditions, resources, outputs);
    }

    private <T> Builder add(Map<String, T> section, String logicalId, T entry) {
      if (!AwsLimits.LOGICAL_ID.matcher(logicalId).matches()) {
        throw new IllegalArgumentException("not a logical ID: " + logicalId);
      }
      if (section.putIfAbsent(logicalId, entry) != null) {
        throw new IllegalArgumentException("logical ID used twice: " + logicalId);
      }
      return this;
    }
  }
}
