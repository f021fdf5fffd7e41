package io.github.chalicemaven.core.cloudformation;

import io.github.chalicemaven.core.cloudformation.Value.Mapping;
import io.github.chalicemaven.core.cloudformation.Value.Sequence;
import org.assertj.core.api.AbstractAssert;

/**
 * Asserts single facts of a template, whatever else it says.
 *
 * <p>What is expected of a resource or a parameter is given as {@link Value#mapping} takes it, and
 * may leave keys out, at every depth; a sequence has all its items.
 */
public final class TemplateAssert extends AbstractAssert<TemplateAssert, Template> {

  private TemplateAssert(Template template) {
    super(template, TemplateAssert.class);
  }

  public static TemplateAssert assertThat(Template template) {
    return new TemplateAssert(template);
  }

  /** At least one resource has this type and these properties. */
  public TemplateAssert hasResource(String type, Object... properties) {
    Mapping expected = Values.mapping(properties);
    if (actual.resources().values().stream()
        .noneMatch(r -> r.type().equals(type) && includes(r.properties(), expected))) {
      failWithMessage("No %s with %s in%n%s", type, expected, actual.resources());
    }
    return this;
  }

  /** The resources are of these types, in this order. */
  public TemplateAssert hasResourceTypes(String... types) {
    org.assertj.core.api.Assertions.assertThat(actual.resources().values())
        .extracting(Resource::type)
        .containsExactly(types);
    return this;
  }

  /** The parameter has at least these keys. */
  public TemplateAssert hasParameter(String logicalId, Object... keys) {
    Mapping expected = Values.mapping(keys);
    Parameter parameter = actual.parameters().get(logicalId);
    if (parameter == null || !includes(parameter.document(), expected)) {
      failWithMessage("No %s with %s in%n%s", logicalId, expected, actual.parameters());
    }
    return this;
  }

  /** These and no other parameters, in this order. */
  public TemplateAssert hasOnlyParameters(String... logicalIds) {
    org.assertj.core.api.Assertions.assertThat(actual.parameters().keySet())
        .containsExactly(logicalIds);
    return this;
  }

  /** The output has this value. */
  public TemplateAssert hasOutput(String logicalId, Value value) {
    Output output = actual.outputs().get(logicalId);
    if (output == null || !output.value().equals(value)) {
      failWithMessage("No %s of %s in%n%s", logicalId, value, actual.outputs());
    }
    return this;
  }

  /** These and no other outputs, in this order. */
  public TemplateAssert hasOnlyOutputs(String... logicalIds) {
    org.assertj.core.api.Assertions.assertThat(actual.outputs().keySet())
        .containsExactly(logicalIds);
    return this;
  }

  private static boolean includes(Value actual, Value expected) {
    if (actual instanceof Mapping whole && expected instanceof Mapping part) {
      return part.entries().entrySet().stream()
          .allMatch(
              entry ->
                  whole.entries().containsKey(entry.getKey())
                      && includes(whole.entries().get(entry.getKey()), entry.getValue()));
    }
    if (actual instanceof Sequence whole && expected instanceof Sequence parts) {
      boolean sameSize = whole.items().size() == parts.items().size();
      for (int i = 0; sameSize && i < parts.items().size(); i++) {
        if (!includes(whole.items().get(i), parts.items().get(i))) {
          return false;
        }
      }
      return sameSize;
    }
    return actual.equals(expected);
  }
}
