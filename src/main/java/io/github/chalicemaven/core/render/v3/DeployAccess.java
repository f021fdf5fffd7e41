package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.CamelCase;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.pipeline.Stage;
import java.util.List;

/**
 * What CloudFormation may do when it deploys a stage: what the stack of a Chalice application
 * needs, on names that begin with the stack's where the service allows it, so that one stage's role
 * cannot touch another stage.
 */
final class DeployAccess {

  static final String NAME_SUFFIX =
      "the suffix that CloudFormation adds to the names of a stack's functions and roles";

  private static final String MAPPINGS = "event source mappings, whose IDs Lambda generates";

  private final Role role;
  private final Stage stage;
  private final Place place;
  private final CodeAccess code;

  /** What does not depend on the stage; the role of every stage in the region holds it. */
  private final Role.Policy shared;

  private final TemplateDraft draft;
  private final Grants grants;

  /**
   * For the role of a stage.
   *
   * @param place where it is deployed to
   * @param code how the role reads the application
   */
  DeployAccess(Role role, Stage stage, Place place, CodeAccess code, TemplateDraft draft) {
    this.role = role;
    this.stage = stage;
    this.place = place;
    this.code = code;
    this.shared =
        new Role.Policy(
            stage
                .target()
                .region()
                .map(r -> LogicalIds.REGION_DEPLOY_ACCESS + CamelCase.of(r))
                .orElse(LogicalIds.DEPLOY_ACCESS),
            "Deploys any stage of a Chalice application"
                + stage.target().region().map(region -> " in " + region).orElse(""));
    this.draft = draft;
    this.grants = draft.grants();
  }

  void allow() {
    allowCode();
    allowFunctions();
    new ApplicationRoleAccess(role, stage, place, draft).allow();
    allowApis();
    allowDomains();
    allowEvents();
    denyOtherStages();
  }

  /** Lets this stage's role do something. */
  private void allowStage(Statement statement, String why) {
    grants.allowPattern(role, statement, why);
  }

  /** Lets the role of every stage do something. */
  private void allowAll(Statement statement, String why) {
    grants.allowPattern(role, shared, statement, why);
  }

  private void allowCode() {
    code.allowReading(grants, role, shared);
    Value transform = place.arn("cloudformation", "aws", "transform/Serverless-2016-10-31");
    grants.allow(
        role,
        shared,
        Statement.allow(transform, "cloudformation:CreateChangeSet")
            .named("UseServerlessTransform"));
  }

  private void allowFunctions() {
    Value functions = place.arn("lambda", "function:" + stage.stackName() + "-*");
    allowStage(
        Statement.allow(
                functions,
                "lambda:AddPermission",
                "lambda:CreateFunction",
                "lambda:DeleteFunction",
                "lambda:DeleteFunctionConcurrency",
                "lambda:GetFunction",
                "lambda:GetFunctionCodeSigningConfig",
                "lambda:GetFunctionRecursionConfig",
                "lambda:GetFunctionScalingConfig",
                "lambda:GetPolicy",
                "lambda:GetRuntimeManagementConfig",
                "lambda:ListTags",
                "lambda:PutFunctionConcurrency",
                "lambda:RemovePermission",
                "lambda:TagResource",
                "lambda:UntagResource",
                "lambda:UpdateFunctionCode",
                "lambda:UpdateFunctionConfiguration")
            .named("ManageFunctions"),
        NAME_SUFFIX);
    String layer =
        "layer:" + draft.pipeline().chaliceName() + "-" + stage.chaliceStage() + "-managed-layer";
    allowStage(
        Statement.allow(
                List.of("lambda:DeleteLayerVersion", "lambda:PublishLayerVersion"),
                List.of(place.arn("lambda", layer), place.arn("lambda", layer + ":*")))
            .named("ManageLayers"),
        "the versions of the application's layer");
    allowAll(
        Statement.allow(place.arn("lambda", "*", "layer:*"), "lambda:GetLayerVersion")
            .named("UseLayers"),
        "the layers that the application refers to, in any account");
    allowAll(
        Statement.allowAnywhere(
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcs")
            .named("CheckNetwork"),
        "EC2's Describe actions, which do not support resource ARNs and which Lambda requires if a"
            + " function runs in a VPC");
    allowStage(
        Statement.allowAnywhere("lambda:CreateEventSourceMapping")
            .named("CreateEventSources")
            .when("ArnLike", "lambda:FunctionArn", functions),
        "lambda:CreateEventSourceMapping, which does not support resource ARNs and which a"
            + " condition limits to the stack's functions");
    Value mappings = place.arn("lambda", "event-source-mapping:*");
    allowStage(
        Statement.allow(
                mappings, "lambda:DeleteEventSourceMapping", "lambda:UpdateEventSourceMapping")
            .named("ManageEventSources")
            .when("ArnLike", "lambda:FunctionArn", functions),
        MAPPINGS);
    allowAll(
        Statement.allow(
                mappings,
                "lambda:GetEventSourceMapping",
                "lambda:ListTags",
                "lambda:TagResource",
                "lambda:UntagResource")
            .named("ReadAndTagEventSources"),
        MAPPINGS);
    allowLogs();
  }

  private void allowLogs() {
    allowStage(
        Statement.allow(
                place.arn("logs", "log-group:/aws/lambda/" + stage.stackName() + "-*"),
                "logs:CreateLogGroup",
                "logs:DeleteLogGroup",
                "logs:DeleteRetentionPolicy",
                "logs:GetDataProtectionPolicy",
                "logs:ListTagsForResource",
                "logs:PutRetentionPolicy",
                "logs:TagResource",
                "logs:UntagResource")
            .named("ManageLogGroups"),
        NAME_SUFFIX);
    allowAll(
        Statement.allow(place.arn("logs", "log-group:*"), "logs:DescribeLogGroups")
            .named("FindLogGroups"),
        "log groups, because CloudWatch Logs cannot limit their description to some of them");
    allowAll(
        Statement.allowAnywhere("logs:DescribeIndexPolicies", "logs:DescribeResourcePolicies")
            .named("FindLogPolicies"),
        "the policies of CloudWatch Logs, whose Describe actions do not support resource ARNs");
  }

  private void allowApis() {
    List<Value> apis =
        List.of("apis", "restapis", "domainnames", "tags").stream()
            .flatMap(kind -> List.of(kind, kind + "/*").stream())
            .<Value>map(path -> place.arn("apigateway", "", "/" + path))
            .toList();
    allowAll(
        Statement.allow(
                List.of(
                    "apigateway:DELETE",
                    "apigateway:GET",
                    "apigateway:PATCH",
                    "apigateway:POST",
                    "apigateway:PUT",
                    "apigateway:UpdateRestApiPolicy"),
                apis)
            .named("ManageApis"),
        "APIs, whose IDs API Gateway generates");
  }

  /**
   * What custom domains need.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-edge-optimized-custom-domain-name.html">Edge-optimized
   *     custom domain names</a>
   */
  private void allowDomains() {
    if (stage.needs().customDomain()) {
      String service = "ops.apigateway.amazonaws.com";
      allowStage(
          Statement.allow(
                  place.iam("role/aws-service-role/" + service + "/*"),
                  "iam:CreateServiceLinkedRole")
              .named("CreateDomainRole")
              .when("StringEquals", "iam:AWSServiceName", service),
          "API Gateway's service-linked role, whose name AWS chooses");
    }
    if (stage.needs().edgeDomain()) {
      allowStage(
          Statement.allowAnywhere("cloudfront:UpdateDistribution").named("UpdateDistribution"),
          "the distribution of a custom domain, which is in an account of API Gateway");
    }
  }

  private void allowEvents() {
    allowStage(
        Statement.allow(
                place.arn("events", "rule/" + stage.stackName() + "-*"),
                "events:DeleteRule",
                "events:DescribeRule",
                "events:ListTagsForResource",
                "events:ListTargetsByRule",
                "events:PutRule",
                "events:PutTargets",
                "events:RemoveTargets",
                "events:TagResource",
                "events:UntagResource")
            .named("ManageRules"),
        NAME_SUFFIX);
    allowAll(
        Statement.allow(
                place.arn("sns", "*", "*"),
                "sns:GetSubscriptionAttributes",
                "sns:GetTopicAttributes",
                "sns:SetSubscriptionAttributes",
                "sns:Subscribe",
                "sns:Unsubscribe")
            .named("Subscribe"),
        "the topics that the application names, of any account");
  }

  /**
   * Where another stage's stack is called like this one and more, its names match this one's
   * patterns.
   */
  private void denyOtherStages() {
    for (Stage other : draft.pipeline().stages()) {
      if (other.target().account().equals(stage.target().account())
          && other.stackName().startsWith(stage.stackName() + "-")) {
        deny(other.stackName() + "-*");
      }
    }
  }

  private void deny(String names) {
    String why = "what belongs to another stage, whose stack's name begins like this one's";
    Value functions = place.arn("lambda", "function:" + names);
    List<Value> resources =
        List.of(
            functions,
            place.arn("logs", "log-group:/aws/lambda/" + names),
            place.iam("role/" + names),
            place.arn("events", "rule/" + names));
    List<String> actions = List.of("events:*", "iam:*", "lambda:*", "logs:*");
    allowStage(Statement.allow(actions, resources).denied().named("SpareOtherStages"), why);
    allowStage(
        Statement.allowAnywhere("lambda:*EventSourceMapping")
            .denied()
            .named("SpareEventSources")
            .when("ArnLike", "lambda:FunctionArn", functions),
        why);
  }
}
