package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.render.LogicalIds;
import java.util.List;

/**
 * What CloudFormation may do when it deploys a stage: what the stack of a Chalice application
 * needs, on names that begin with the stack's where the service allows it, so that one stage's role
 * cannot touch another stage.
 */
final class DeployAccess {

  private static final String NAME_SUFFIX =
      "the suffix that CloudFormation adds to the names of a stack's functions and roles";

  /** What does not depend on the stage; every stage's role holds it. */
  private static final Role.Policy SHARED =
      new Role.Policy("CFNDeployAccess", "Deploys any stage of a Chalice application");

  private final Role role;
  private final Stage stage;
  private final String chaliceName;
  private final Encryption encryption;
  private final Grants grants;

  DeployAccess(Role role, Stage stage, String chaliceName, TemplateDraft draft) {
    this.role = role;
    this.stage = stage;
    this.chaliceName = chaliceName;
    this.encryption = draft.encryption();
    this.grants = draft.grants();
  }

  void allow() {
    allowCode();
    allowFunctions();
    allowRoles();
    allowApis();
    allowEvents();
  }

  /** Lets this stage's role do something. */
  private void allowStage(Statement statement, String why) {
    grants.allowPattern(role, statement, why);
  }

  /** Lets the role of every stage do something. */
  private void allowAll(Statement statement, String why) {
    grants.allowPattern(role, SHARED, statement, why);
  }

  private void allowCode() {
    allowAll(
        Statement.allow(
                Arns.objects(LogicalIds.APPLICATION_BUCKET), "s3:GetObject", "s3:GetObjectVersion")
            .named("ReadApplication"),
        "objects in the application bucket, whose keys are hashes");
    encryption.allowReading(grants, role, SHARED);
    Value transform = Arns.inAccount("aws", "cloudformation", "transform/Serverless-2016-10-31");
    grants.allow(
        role,
        SHARED,
        Statement.allow(transform, "cloudformation:CreateChangeSet")
            .named("UseServerlessTransform"));
  }

  private void allowFunctions() {
    Value functions = Arns.of("lambda", "function:" + stage.stackName() + "-*");
    allowStage(
        Statement.allow(
                functions,
                "lambda:AddPermission",
                "lambda:CreateFunction",
                "lambda:DeleteFunction",
                "lambda:DeleteFunctionConcurrency",
                "lambda:GetFunction",
                "lambda:GetFunctionCodeSigningConfig",
                "lambda:GetFunctionConfiguration",
                "lambda:GetFunctionRecursionConfig",
                "lambda:GetPolicy",
                "lambda:GetRuntimeManagementConfig",
                "lambda:ListTags",
                "lambda:ListVersionsByFunction",
                "lambda:PublishVersion",
                "lambda:PutFunctionConcurrency",
                "lambda:RemovePermission",
                "lambda:TagResource",
                "lambda:UntagResource",
                "lambda:UpdateFunctionCode",
                "lambda:UpdateFunctionConfiguration")
            .named("ManageFunctions"),
        NAME_SUFFIX);
    String layer = "layer:" + chaliceName + "-" + stage.chaliceStage() + "-managed-layer";
    allowStage(
        Statement.allow(
                List.of(
                    "lambda:DeleteLayerVersion",
                    "lambda:GetLayerVersion",
                    "lambda:PublishLayerVersion"),
                List.of(Arns.of("lambda", layer), Arns.of("lambda", layer + ":*")))
            .named("ManageLayers"),
        "the versions of the application's layer");
    allowAll(
        Statement.allow(Arns.inAccount("*", "lambda", "layer:*"), "lambda:GetLayerVersion")
            .named("UseLayers"),
        "the layers that the application refers to, in any account");
    allowAll(
        Statement.allowAnywhere(
                "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs")
            .named("CheckNetwork"),
        "EC2's Describe actions, which do not support resource ARNs and which Lambda requires if a"
            + " function runs in a VPC");
    allowStage(
        Statement.allowAnywhere(
                "lambda:CreateEventSourceMapping",
                "lambda:DeleteEventSourceMapping",
                "lambda:UpdateEventSourceMapping")
            .named("ManageEventSources")
            .when("ArnLike", "lambda:FunctionArn", functions),
        "event source mappings, whose IDs Lambda generates; a condition limits them to the stack's"
            + " functions");
    allowAll(
        Statement.allow(
                Arns.of("lambda", "event-source-mapping:*"),
                "lambda:GetEventSourceMapping",
                "lambda:ListTags",
                "lambda:TagResource",
                "lambda:UntagResource")
            .named("ReadAndTagEventSources"),
        "event source mappings, whose IDs Lambda generates");
    allowStage(
        Statement.allow(
                Arns.of("logs", "log-group:/aws/lambda/" + stage.stackName() + "-*"),
                "logs:CreateLogGroup",
                "logs:DeleteLogGroup",
                "logs:DeleteRetentionPolicy",
                "logs:ListTagsForResource",
                "logs:PutRetentionPolicy",
                "logs:TagResource",
                "logs:UntagResource")
            .named("ManageLogGroups"),
        NAME_SUFFIX);
    allowAll(
        Statement.allow(Arns.of("logs", "log-group:*"), "logs:DescribeLogGroups")
            .named("FindLogGroups"),
        "log groups, because CloudWatch Logs cannot limit their description to some of them");
  }

  private void allowRoles() {
    Value roles = Arns.iam("role/" + stage.stackName() + "-*");
    allowStage(
        Statement.allow(
                roles,
                "iam:AttachRolePolicy",
                "iam:CreateRole",
                "iam:DeleteRole",
                "iam:DeleteRolePolicy",
                "iam:DetachRolePolicy",
                "iam:GetRole",
                "iam:GetRolePolicy",
                "iam:ListAttachedRolePolicies",
                "iam:ListRolePolicies",
                "iam:PutRolePolicy",
                "iam:TagRole",
                "iam:UntagRole",
                "iam:UpdateAssumeRolePolicy",
                "iam:UpdateRole")
            .named("ManageRoles"),
        NAME_SUFFIX);
    allowStage(
        Statement.allow(roles, "iam:PassRole")
            .named("PassRoles")
            .when("StringEquals", "iam:PassedToService", "lambda.amazonaws.com"),
        NAME_SUFFIX);
  }

  private void allowApis() {
    List<Value> apis =
        List.of("apis", "restapis", "domainnames", "tags").stream()
            .flatMap(kind -> List.of(kind, kind + "/*").stream())
            .<Value>map(path -> Arns.inAccount("", "apigateway", "/" + path))
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

  private void allowEvents() {
    allowAll(
        Statement.allow(
                Arns.of("events", "rule/*"),
                "events:DeleteRule",
                "events:DescribeRule",
                "events:PutRule",
                "events:PutTargets",
                "events:RemoveTargets",
                "events:TagResource",
                "events:UntagResource")
            .named("ManageRules"),
        "rules, in whose names CloudFormation shortens the stack's name");
    allowAll(
        Statement.allow(Arns.of("sns", "*"), "sns:ListSubscriptionsByTopic", "sns:Subscribe")
            .named("Subscribe"),
        "the topics that the application refers to");
    allowAll(
        Statement.allowAnywhere(
                "sns:GetSubscriptionAttributes", "sns:SetSubscriptionAttributes", "sns:Unsubscribe")
            .named("ManageSubscriptions"),
        "the subscription actions of Amazon SNS, which do not support resource ARNs");
  }
}
