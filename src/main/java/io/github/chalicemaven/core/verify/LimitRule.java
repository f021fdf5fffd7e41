package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Logical IDs, counts and lengths. */
final class LimitRule implements Rule {

  @Override
  public void check(TemplateIndex document, List<Finding> findings) {
    count(document.section("Resources"), document.resources(), AwsLimits.MAX_RESOURCES, findings);
    count(
        document.section("Parameters"), document.parameters(), AwsLimits.MAX_PARAMETERS, findings);
    count(document.section("Outputs"), document.outputs(), AwsLimits.MAX_OUTPUTS, findings);
    if (document.resources().isEmpty()) {
      findings.add(
          document.section("Resources").finding("a template needs at least one resource."));
    }
    bytes(document.section("Description"), AwsLimits.MAX_DESCRIPTION_BYTES, findings);
    for (Node output : document.outputs().values()) {
      bytes(output.get("Description"), AwsLimits.MAX_DESCRIPTION_BYTES, findings);
    }
    for (Map.Entry<String, Node> parameter : document.parameters().entrySet()) {
      parameter(parameter.getKey(), parameter.getValue(), document, findings);
    }
    for (Node resource : document.resources().values()) {
      type(resource, findings);
    }
  }

  private static void count(
      Node section, Map<String, Node> entries, int max, List<Finding> findings) {
    if (entries.size() > max) {
      findings.add(section.finding(entries.size() + " entries exceed the limit of " + max + "."));
    }
    for (Map.Entry<String, Node> entry : entries.entrySet()) {
      if (!AwsLimits.LOGICAL_ID.matcher(entry.getKey()).matches()) {
        findings.add(
            entry
                .getValue()
                .finding("a logical ID can contain only letters and digits, at most 255."));
      }
    }
  }

  private static void bytes(Node text, int max, List<Finding> findings) {
    int bytes = AwsLimits.bytes(text.text().orElse(""));
    if (bytes > max) {
      findings.add(text.finding(bytes + " bytes exceed the limit of " + max + "."));
    }
  }

  private static void parameter(
      String id, Node parameter, TemplateIndex document, List<Finding> findings) {
    if (document.resources().containsKey(id)) {
      findings.add(parameter.finding("a resource has the same logical ID."));
    }
    bytes(parameter.get("Default"), AwsLimits.MAX_PARAMETER_BYTES, findings);
    Optional<String> pattern = parameter.get("AllowedPattern").text();
    Optional<String> value = parameter.get("Default").text();
    if (pattern.isEmpty() || value.isEmpty()) {
      return;
    }
    try {
      if (!Pattern.compile(pattern.get(), Pattern.DOTALL).matcher(value.get()).matches()) {
        findings.add(parameter.finding("the Default does not match the AllowedPattern."));
      }
    } catch (PatternSyntaxException e) {
      findings.add(parameter.finding("the AllowedPattern is not a valid regular expression."));
    }
  }

  private static void type(Node resource, List<Finding> findings) {
    if (TemplateIndex.type(resource).isEmpty()) {
      findings.add(resource.finding("a resource needs a Type."));
    }
  }
}
