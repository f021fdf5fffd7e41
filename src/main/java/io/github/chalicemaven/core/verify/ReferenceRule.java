package io.github.chalicemaven.core.verify;

import static java.util.Map.entry;

import io.github.chalicemaven.core.cloudformation.Functions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every reference is to something that exists, functions have the form that CloudFormation expects,
 * and every parameter is used.
 */
final class ReferenceRule implements Rule {

  /**
   * The attributes that {@code Fn::GetAtt} accepts, from the schemas of the CloudFormation
   * registry; for other types, every attribute is accepted.
   */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          entry("AWS::CodeBuild::Project", Set.of("Arn", "Id")),
          entry("AWS::CodeBuild::ReportGroup", Set.of("Arn", "Id")),
          entry(
              "AWS::CodeCommit::Repository",
              Set.of("Arn", "CloneUrlHttp", "CloneUrlSsh", "Id", "Name")),
          entry(
              "AWS::CodeConnections::Connection",
              Set.of("ConnectionArn", "ConnectionStatus", "OwnerAccountId")),
          entry("AWS::CodePipeline::Pipeline", Set.of("Version")),
          entry("AWS::CodeStarNotifications::NotificationRule", Set.of("Arn")),
          entry("AWS::Events::Rule", Set.of("Arn")),
          entry(
              "AWS::IAM::ManagedPolicy",
              Set.of(
                  "AttachmentCount",
                  "CreateDate",
                  "DefaultVersionId",
                  "IsAttachable",
                  "PermissionsBoundaryUsageCount",
                  "PolicyArn",
                  "PolicyId",
                  "UpdateDate")),
          entry("AWS::IAM::Policy", Set.of("Id")),
          entry("AWS::IAM::Role", Set.of("Arn", "RoleId")),
          entry("AWS::KMS::Alias", Set.of()),
          entry("AWS::KMS::Key", Set.of("Arn", "KeyId")),
          entry("AWS::Logs::LogGroup", Set.of("Arn")),
          entry(
              "AWS::S3::Bucket",
              Set.of(
                  "Arn", "DomainName", "DualStackDomainName", "RegionalDomainName", "WebsiteURL")),
          entry("AWS::S3::BucketPolicy", Set.of()),
          entry("AWS::SNS::Topic", Set.of("TopicArn", "TopicName")),
          entry("AWS::SNS::TopicPolicy", Set.of("Id")));

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9_.:]+");

  @Override
  public void check(TemplateIndex document, List<Finding> findings) {
    Node resources = document.section("Resources");
    Node outputs = document.section("Outputs");
    for (Node function : document.functions()) {
      if (function.isIn(resources) || function.isIn(outputs)) {
        checkFunction(function, document, findings);
      }
    }
    Set<String> used = new HashSet<>();
    for (Reference reference : document.references()) {
      checkReference(reference, document, findings);
      used.add(reference.logicalId());
    }
    for (Node resource : document.resources().values()) {
      checkDependsOn(resource, document, findings);
    }
    checkInterface(document, findings);
    for (Map.Entry<String, Node> parameter : document.parameters().entrySet()) {
      if (!used.contains(parameter.getKey())) {
        findings.add(parameter.getValue().finding("this parameter is not used."));
      }
    }
  }

  private static void checkReference(
      Reference reference, TemplateIndex document, List<Finding> findings) {
    String id = reference.logicalId();
    Node resource = document.resources().get(id);
    if (reference.attribute().isPresent()) {
      if (resource == null) {
        findings.add(missing(reference, "resource"));
      } else if (!hasAttribute(TemplateIndex.type(resource), reference.attribute().get())) {
        findings.add(
            reference
                .at()
                .finding(
                    reference.function()
                        + " refers to the attribute `"
                        + reference.attribute().get()
                        + "` of "
                        + id
                        + ", which an "
                        + TemplateIndex.type(resource)
                        + " does not have."));
      }
    } else if (reference.function().equals("Fn::GetAtt")) {
      findings.add(reference.at().finding("Fn::GetAtt specifies no attribute of `" + id + "`."));
    } else if (resource == null
        && !document.parameters().containsKey(id)
        && !Functions.PSEUDO_PARAMETERS.contains(id)) {
      findings.add(
          reference.function().equals("Fn::Sub") && !VARIABLE.matcher(id).matches()
              ? reference
                  .at()
                  .finding(
                      "`${" + id + "}` is not a variable; write ${!" + id + "} to keep the text.")
              : missing(reference, "parameter or resource"));
    }
  }

  private static boolean hasAttribute(String type, String attribute) {
    return attribute.equals("*")
        || !ATTRIBUTES.containsKey(type)
        || ATTRIBUTES.get(type).contains(attribute);
  }

  private static Finding missing(Reference reference, String what) {
    return reference
        .at()
        .finding(
            reference.function()
                + " refers to `"
                + reference.logicalId()
                + "`, but the template has no such "
                + what
                + ".");
  }

  private static void checkDependsOn(
      Node resource, TemplateIndex document, List<Finding> findings) {
    for (Node other : DependencyRule.dependsOn(resource)) {
      String id = other.text().orElse("");
      if (!document.resources().containsKey(id)) {
        findings.add(
            other.finding(
                "DependsOn refers to `" + id + "`, but the template has no such resource."));
      }
    }
  }

  private static void checkFunction(Node node, TemplateIndex document, List<Finding> findings) {
    for (Node child : node.children()) {
      String key = child.key();
      if (child.isArgument() && !key.equals("Ref")) {
        if (!Functions.exists(key)) {
          findings.add(node.finding("`" + key + "` is not a CloudFormation function."));
        } else if (node.children().size() > 1) {
          findings.add(node.finding("`" + key + "` must be the only key of its mapping."));
        } else if (!isShaped(key, child)) {
          findings.add(node.finding("`" + key + "` has invalid arguments."));
        }
      }
    }
    Optional<Node> condition = node.argumentOf("Fn::If");
    if (condition.isPresent()) {
      checkCondition(condition.get().items(), document, findings);
    }
    Optional<Node> reference = node.argumentOf("Ref");
    if (reference.isPresent() && reference.get().text().isEmpty()) {
      findings.add(reference.get().finding("`Ref` accepts only a name."));
    }
  }

  private static void checkCondition(
      List<Node> arguments, TemplateIndex document, List<Finding> findings) {
    for (Node condition : arguments.subList(0, Math.min(1, arguments.size()))) {
      if (!document.section("Conditions").get(condition.text().orElse("")).exists()) {
        findings.add(condition.finding("the template has no such condition."));
      }
    }
  }

  private static boolean isShaped(String function, Node argument) {
    List<Node> items = argument.items();
    return switch (function) {
      case "Fn::GetAtt" ->
          argument.text().isPresent() || items.size() == 2 && items.get(0).text().isPresent();
      case "Fn::Sub" ->
          argument.text().isPresent()
              || items.size() == 2
                  && items.get(0).text().isPresent()
                  && !items.get(1).entries().isEmpty();
      default -> true;
    };
  }

  /** The console's groups of parameters, which name them without a function. */
  private static void checkInterface(TemplateIndex document, List<Finding> findings) {
    Node form = document.section("Metadata").get("AWS::CloudFormation::Interface");
    for (Node group : form.get("ParameterGroups").items()) {
      for (Node parameter : group.get("Parameters").items()) {
        checkParameter(parameter, parameter.text().orElse(""), document, findings);
      }
    }
    for (Map.Entry<String, Node> label : form.get("ParameterLabels").entries().entrySet()) {
      checkParameter(label.getValue(), label.getKey(), document, findings);
    }
  }

  private static void checkParameter(
      Node at, String name, TemplateIndex document, List<Finding> findings) {
    if (!document.parameters().containsKey(name)) {
      findings.add(at.finding("the template has no parameter `" + name + "`."));
    }
  }
}
