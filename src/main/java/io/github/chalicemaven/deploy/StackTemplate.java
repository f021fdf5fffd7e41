package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.TemplateDocument;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.problem.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A template as a deployment sees it: its size, its parameters, and what it keeps. */
public final class StackTemplate {

  /** Prefix of the properties that set template parameters. */
  public static final String PARAMETER = "chalice.parameter.";

  private final TemplateDocument template;

  public StackTemplate(Value.Mapping document) {
    this.template = new TemplateDocument(document);
  }

  /** The {@code DeletionPolicy} of each resource that has one, by logical ID. */
  public static Map<String, String> deletionPolicies(String template) {
    Map<String, String> policies = new TreeMap<>();
    Value.Mapping document =
        DocumentReader.parse("the stack's template", template, new Problems())
            .orElse(Value.mapping());
    new TemplateDocument(document)
        .resources()
        .forEach(
            (id, resource) ->
                resource.text("DeletionPolicy").ifPresent(policy -> policies.put(id, policy)));
    return policies;
  }

  /**
   * The template's text, without white space where it would be too large to be sent otherwise.
   *
   * @param verified the text as it was verified
   */
  public String body(String verified) {
    return AwsLimits.isDirectTemplate(verified)
        ? verified
        : DocumentFormat.compactJson(template.root());
  }

  /** Values of the parameters: those given, else the template's defaults. */
  public record ParameterValues(Map<String, String> values, Set<String> kept, Set<String> secrets) {

    public ParameterValues {
      values = Map.copyOf(values);
      kept = Set.copyOf(kept);
      secrets = Set.copyOf(secrets);
    }

    /** The same, with other values of some. */
    public ParameterValues with(Map<String, String> others) {
      Map<String, String> all = new LinkedHashMap<>(values);
      all.putAll(others);
      return new ParameterValues(all, kept, secrets);
    }

    /** Values may be secret. */
    @Override
    public String toString() {
      return "ParameterValues" + values.keySet();
    }
  }

  /**
   * Gives each parameter its value. A stack's previous value counts only for a masked parameter
   * without a default: a password need not be given again.
   *
   * @param given by parameter
   * @param problems receives parameters that are unknown or have no value
   */
  public ParameterValues parameters(Map<String, String> given, Problems problems) {
    Map<String, Value.Mapping> parameters = template.parameters();
    for (String name : new TreeSet<>(given.keySet())) {
      if (!parameters.containsKey(name)) {
        problems.add(
            place(name)
                + ": the template has "
                + (parameters.isEmpty()
                    ? "no parameters."
                    : "no such parameter; it has " + String.join(", ", parameters.keySet()) + "."));
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> kept = new TreeSet<>();
    Set<String> secrets = new TreeSet<>();
    parameters.forEach(
        (name, parameter) -> {
          boolean masked = template.isSecret(name);
          String value = given.get(name);
          if (value != null) {
            values.put(name, value);
            if (masked) {
              secrets.add(value);
            }
          } else if (parameter.get("Default").isPresent()) {
            values.put(name, scalar(parameter.get("Default").get()));
          } else if (masked) {
            kept.add(name);
          } else {
            problems.add(
                place(name) + " is required: the template's parameter has no default value.");
          }
        });
    return new ParameterValues(values, kept, secrets);
  }

  /**
   * Refuses values of secret parameters in a POM: Maven logs what a POM configures with {@code -X}.
   *
   * @param inPom the parameters that the POM has values for
   */
  public void refuseSecrets(Set<String> inPom, Problems problems) {
    for (String name : new TreeSet<>(inPom)) {
      if (template.isSecret(name)) {
        problems.add(
            "<parameters><"
                + name
                + "> is a secret (NoEcho), and Maven logs it with -X: set -D"
                + PARAMETER
                + name
                + " instead.");
      }
    }
  }

  /** How messages name a parameter of the template. */
  public static String place(String parameter) {
    return "<parameters><" + parameter + "> (-D" + PARAMETER + parameter + ")";
  }

  private static String scalar(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Int number) {
      return Long.toString(number.number());
    }
    if (value instanceof Value.Decimal number) {
      return number.number().toString();
    }
    if (value instanceof Value.Bool bool) {
      return Boolean.toString(bool.truth());
    }
    throw new IllegalArgumentException("a parameter's default is a scalar");
  }
}
