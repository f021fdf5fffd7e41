package io.github.chalicemaven.core.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Policies within IAM's quotas, which count characters without white space. What is known at
 * deployment only is counted with a usual length.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM
 *     quotas</a>
 */
final class PolicyRule implements Rule {

  private static final int MAX_INLINE = 10_240;
  private static final int MAX_MANAGED = 6_144;

  @Override
  public void check(Document document, List<Finding> findings) {
    Texts texts = new Texts(document);
    inlineSizes(document, texts)
        .forEach(
            (id, size) -> {
              if (size > MAX_INLINE) {
                findings.add(
                    document
                        .resources()
                        .get(id)
                        .finding(tooLong("inline policies", size, MAX_INLINE)));
              }
            });
    for (Node policy : document.resourcesOfType("AWS::IAM::ManagedPolicy")) {
      Node text = policy.get("Properties").get("PolicyDocument");
      int size = texts.policySize(text);
      if (size > MAX_MANAGED) {
        findings.add(text.finding(tooLong("a managed policy", size, MAX_MANAGED)));
      }
    }
  }

  /** By role: its own inline policies and those of the policy resources that name it. */
  private static Map<String, Integer> inlineSizes(Document document, Texts texts) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    document
        .resources()
        .forEach(
            (id, resource) -> {
              Node properties = resource.get("Properties");
              if (Document.type(resource).equals("AWS::IAM::Role")) {
                for (Node policy : properties.get("Policies").items()) {
                  sizes.merge(id, texts.policySize(policy.get("PolicyDocument")), Integer::sum);
                }
              } else if (Document.type(resource).equals("AWS::IAM::Policy")) {
                for (Node role : properties.get("Roles").items()) {
                  attach(role, texts.policySize(properties.get("PolicyDocument")), sizes);
                }
              } else if (Document.type(resource).equals("AWS::IAM::RolePolicy")) {
                attach(
                    properties.get("RoleName"),
                    texts.policySize(properties.get("PolicyDocument")),
                    sizes);
              }
            });
    sizes.keySet().retainAll(document.resources().keySet());
    return sizes;
  }

  private static void attach(Node role, int size, Map<String, Integer> sizes) {
    role.argumentOf("Ref").flatMap(Node::text).ifPresent(id -> sizes.merge(id, size, Integer::sum));
  }

  private static String tooLong(String what, int size, int max) {
    return what + " of " + size + " characters are more than the allowed " + max + ".";
  }
}
