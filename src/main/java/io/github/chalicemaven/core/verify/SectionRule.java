package io.github.chalicemaven.core.verify;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A template's sections and the entries in them have only keys that CloudFormation knows, and those
 * that it requires.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">
 *     Template sections</a>
 */
final class SectionRule implements Rule {

  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Description",
          "Metadata",
          "Parameters",
          "Rules",
          "Mappings",
          "Conditions",
          "Transform",
          "Hooks",
          "Resources",
          "Outputs");

  private static final List<Entries> ENTRIES =
      List.of(
          new Entries(
              "Parameters",
              "Type",
              Set.of(
                  "Type",
                  "Default",
                  "Description",
                  "NoEcho",
                  "AllowedValues",
                  "AllowedPattern",
                  "ConstraintDescription",
                  "MinLength",
                  "MaxLength",
                  "MinValue",
                  "MaxValue")),
          new Entries(
              "Resources",
              "",
              Set.of(
                  "Type",
                  "Properties",
                  "DependsOn",
                  "Condition",
                  "Metadata",
                  "DeletionPolicy",
                  "UpdateReplacePolicy",
                  "UpdatePolicy",
                  "CreationPolicy")),
          new Entries("Outputs", "Value", Set.of("Value", "Description", "Export", "Condition")));

  @Override
  public void check(TemplateIndex document, List<Finding> findings) {
    checkKeys(document.root(), SECTIONS, "a section of a template", findings);
    for (Entries entries : ENTRIES) {
      for (Map.Entry<String, Node> entry :
          document.section(entries.section()).entries().entrySet()) {
        // A macro may stand in for entries.
        if (!entry.getValue().isArgument()) {
          check(entry.getValue(), entries, findings);
        }
      }
    }
  }

  private static void check(Node entry, Entries entries, List<Finding> findings) {
    if (entry.isFunction()) {
      return;
    }
    checkKeys(entry, entries.keys(), "a key of an entry of " + entries.section(), findings);
    if (!entries.required().isEmpty() && !entry.get(entries.required()).exists()) {
      findings.add(entry.finding("it has no `" + entries.required() + "`. Add one."));
    }
  }

  private static void checkKeys(Node node, Set<String> known, String what, List<Finding> findings) {
    for (Map.Entry<String, Node> entry : node.entries().entrySet()) {
      if (!known.contains(entry.getKey()) && !entry.getValue().isArgument()) {
        findings.add(
            entry
                .getValue()
                .finding(
                    "this is not "
                        + what
                        + ". Use one of "
                        + String.join(", ", sorted(known))
                        + "."));
      }
    }
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  /**
   * A section's entries.
   *
   * @param required the key that each must have; empty where another rule looks
   * @param keys all that it may have
   */
  private record Entries(String section, String required, Set<String> keys) {}
}
