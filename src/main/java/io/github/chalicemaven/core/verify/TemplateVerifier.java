package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a template as CloudFormation and the services would during a deployment: references,
 * dependencies, quotas, names, the pipeline's stages and artifacts, build specifications. A
 * template from valid settings passes; a finding is caused by a user's fragment or by a bug.
 */
public final class TemplateVerifier {

  private static final List<Rule> RULES =
      List.of(
          new SectionRule(),
          new LimitRule(),
          new ReferenceRule(),
          new DependencyRule(),
          new NameRule(),
          new PolicyRule(),
          new PipelineRule(),
          new BuildSpecRule());

  private TemplateVerifier() {}

  /**
   * Everything that is wrong with a template's document, in the order of the rules; empty for a
   * valid one.
   */
  public static List<Finding> verify(Value.Mapping template) {
    TemplateIndex document = TemplateIndex.of(template);
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : RULES) {
      rule.check(document, findings);
    }
    return findings;
  }
}
