package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Policies are within the quotas of IAM, S3 and KMS, which count characters without white space. A
 * value that is known only at deployment is counted with a usual length.
 */
final class PolicyRule implements Rule {

  /** A kind of resource with one policy. */
  private record Kind(String type, String property, String name, int max) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "AWS::IAM::ManagedPolicy",
              "PolicyDocument",
              "managed policy",
              AwsLimits.MAX_MANAGED_POLICY),
          new Kind(
              "AWS::IAM::Role",
              "AssumeRolePolicyDocument",
              "trust policy",
              AwsLimits.MAX_TRUST_POLICY),
          new Kind(
              "AWS::S3::BucketPolicy",
              "PolicyDocument",
              "bucket policy",
              AwsLimits.MAX_BUCKET_POLICY),
          new Kind("AWS::KMS::Key", "KeyPolicy", "key policy", AwsLimits.MAX_KEY_POLICY));

  @Override
  public void check(TemplateIndex document, List<Finding> findings) {
    FunctionEvaluator evaluator = document.evaluator();
    for (Map.Entry<String, Integer> role : inlineSizes(document, evaluator).entrySet()) {
      if (role.getValue() > AwsLimits.MAX_INLINE_POLICIES) {
        Node resource = document.resources().get(role.getKey());
        findings.add(
            resource.finding(
                tooLong(
                    "the inline policies have", role.getValue(), AwsLimits.MAX_INLINE_POLICIES)));
      }
    }
    for (Kind kind : KINDS) {
      for (Node resource : document.resourcesOfType(kind.type())) {
        Node text = resource.get("Properties").get(kind.property());
        int size = evaluator.policySize(text);
        if (size > kind.max()) {
          findings.add(text.finding(tooLong("the " + kind.name() + " has", size, kind.max())));
        }
      }
    }
    for (Map.Entry<String, Integer> role : attached(document).entrySet()) {
      if (role.getValue() > AwsLimits.MAX_MANAGED_POLICIES) {
        findings.add(
            document
                .resources()
                .get(role.getKey())
                .finding(
                    "the role has "
                        + role.getValue()
                        + " managed policies, more than the limit of "
                        + AwsLimits.MAX_MANAGED_POLICIES
                        + "."));
      }
    }
  }

  /** By role: how many managed policies it has, as far as the template says so. */
  private static Map<String, Integer> attached(TemplateIndex document) {
    Map<String, Integer> policies = new LinkedHashMap<>();
    for (Map.Entry<String, Node> resource : document.resources().entrySet()) {
      Node properties = resource.getValue().get("Properties");
      String type = TemplateIndex.type(resource.getValue());
      if (type.equals("AWS::IAM::Role")) {
        add(resource.getKey(), properties.get("ManagedPolicyArns").items().size(), policies);
      } else if (type.equals("AWS::IAM::ManagedPolicy")) {
        for (Node role : properties.get("Roles").items()) {
          attach(role, 1, policies);
        }
      }
    }
    policies.keySet().retainAll(document.resources().keySet());
    return policies;
  }

  /** By role: its own inline policies and those of the policy resources that name it. */
  private static Map<String, Integer> inlineSizes(
      TemplateIndex document, FunctionEvaluator evaluator) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (Map.Entry<String, Node> resource : document.resources().entrySet()) {
      Node properties = resource.getValue().get("Properties");
      String type = TemplateIndex.type(resource.getValue());
      if (type.equals("AWS::IAM::Role")) {
        for (Node policy : properties.get("Policies").items()) {
          add(resource.getKey(), evaluator.policySize(policy.get("PolicyDocument")), sizes);
        }
      } else if (type.equals("AWS::IAM::Policy")) {
        for (Node role : properties.get("Roles").items()) {
          attach(role, evaluator.policySize(properties.get("PolicyDocument")), sizes);
        }
      } else if (type.equals("AWS::IAM::RolePolicy")) {
        int size = evaluator.policySize(properties.get("PolicyDocument"));
        attach(properties.get("RoleName"), size, sizes);
      }
    }
    sizes.keySet().retainAll(document.resources().keySet());
    return sizes;
  }

  private static void attach(Node role, int size, Map<String, Integer> sizes) {
    Optional<String> id = role.textOf("Ref");
    if (id.isPresent()) {
      add(id.get(), size, sizes);
    }
  }

  private static void add(String id, int size, Map<String, Integer> sizes) {
    sizes.put(id, sizes.getOrDefault(id, 0) + size);
  }

  private static String tooLong(String what, int size, int max) {
    return what + " " + size + " characters, more than the limit of " + max + ".";
  }
}
