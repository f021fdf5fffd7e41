package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.sub;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Deployment;
import io.github.chalicemaven.core.pipeline.Stage;
import java.util.List;

/**
 * The role with which CloudFormation deploys a stage's stack. It may do what the stack of a Chalice
 * application needs, on names that begin with the stack's where the service allows it: one stage's
 * role cannot touch another stage.
 */
final class DeployRole implements Part {

  private static final String NAME_SUFFIX =
      "the suffix that CloudFormation adds to the names of a stack's functions and roles";

  /** What does not depend on the stage; every stage's role holds it. */
  private static final Role.Policy SHARED =
      new Role.Policy("CFNDeployAccess", "Deploys any stage of a Chalice application");

  private final Stage stage;
  private final Deployment deployment;
  private final String chaliceName;
  private final Role role;

  /**
   * The role of a stage.
   *
   * @param first whether it is the first stage, whose role has the logical ID that it has in {@code
   *     v2}
   */
  DeployRole(Stage stage, boolean first, Deployment deployment, String chaliceName) {
    this.stage = stage;
    this.deployment = deployment;
    this.chaliceName = chaliceName;
    String duty = "Deploys the stage " + stage.id();
    this.role =
        new Role(
            first ? "CFNDeployRole" : "CFNDeployRole" + stage.id(),
            new Role.Policy("CFNDeployAccess" + stage.id(), duty),
            "cloudformation",
            duty,
            deployment.managedPolicyArns());
  }

  /** The ARN of the role, or of the user's own. */
  Value arn() {
    return deployment.roleArn().<Value>map(Value::text).orElse(role.arn());
  }

  @Override
  public void contribute(Assembly assembly) {
    if (deployment.roleArn().isPresent()) {
      return;
    }
    if (deployment.admin()) {
      assembly.allowPattern(
          role,
          Statement.allowAnywhere("*").named("Everything"),
          "everything, which <deployment><admin> asks for");
      return;
    }
    contributeCode(assembly);
    contributeFunctions(assembly);
    contributeRoles(assembly);
    contributeApis(assembly);
    contributeEvents(assembly);
  }

  private void contributeCode(Assembly assembly) {
    assembly.allowPattern(
        role,
        SHARED,
        Statement.allow(sub("${ApplicationBucket.Arn}/*"), "s3:GetObject", "s3:GetObjectVersion")
            .named("ReadApplication"),
        "objects of the application bucket, whose keys are hashes");
    assembly.allowKeyForReading(role, SHARED);
    assembly.allow(
        role,
        SHARED,
        Statement.allow(
                sub(
                    "arn:${AWS::Partition}:cloudformation:${AWS::Region}:aws:transform"
                        + "/Serverless-2016-10-31"),
                "cloudformation:CreateChangeSet")
            .named("UseServerlessTransform"));
  }

  private void contributeFunctions(Assembly assembly) {
    Value functions = Assembly.accountArn("lambda", "function:" + stage.stackName() + "-*");
    assembly.allowPattern(
        role,
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
    assembly.allowPattern(
        role,
        Statement.allow(
                List.of(
                    "lambda:DeleteLayerVersion",
                    "lambda:GetLayerVersion",
                    "lambda:PublishLayerVersion"),
                List.of(
                    Assembly.accountArn("lambda", layer),
                    Assembly.accountArn("lambda", layer + ":*")))
            .named("ManageLayers"),
        "the versions of the application's layer");
    assembly.allowPattern(
        role,
        SHARED,
        Statement.allow(
                sub("arn:${AWS::Partition}:lambda:${AWS::Region}:*:layer:*"),
                "lambda:GetLayerVersion")
            .named("UseLayers"),
        "the layers that the application names, of any account");
    assembly.allowPattern(
        role,
        SHARED,
        Statement.allowAnywhere(
                "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs")
            .named("CheckNetwork"),
        "EC2's Describe actions, which take no resource and which Lambda asks for where a function"
            + " runs in a VPC");
    assembly.allowPattern(
        role,
        Statement.allowAnywhere(
                "lambda:CreateEventSourceMapping",
                "lambda:DeleteEventSourceMapping",
                "lambda:UpdateEventSourceMapping")
            .named("ManageEventSources")
            .when("ArnLike", "lambda:FunctionArn", functions),
        "event source mappings, whose IDs Lambda makes up; a condition limits them to the stack's"
            + " functions");
    assembly.allowPattern(
        role,
        SHARED,
        Statement.allow(
                Assembly.accountArn("lambda", "event-source-mapping:*"),
                "lambda:GetEventSourceMapping",
                "lambda:ListTags",
                "lambda:TagResource",
                "lambda:UntagResource")
            .named("ReadAndTagEventSources"),
        "event source mappings, whose IDs Lambda makes up");
    assembly.allowPattern(
        role,
        Statement.allow(
                Assembly.accountArn("logs", "log-group:/aws/lambda/" + stage.stackName() + "-*"),
                "logs:CreateLogGroup",
                "logs:DeleteLogGroup",
                "logs:DeleteRetentionPolicy",
                "logs:ListTagsForResource",
                "logs:PutRetentionPolicy",
                "logs:TagResource",
                "logs:UntagResource")
            .named("ManageLogGroups"),
        NAME_SUFFIX);
    assembly.allowPattern(
        role,
        SHARED,
        Statement.allow(Assembly.accountArn("logs", "log-group:*"), "logs:DescribeLogGroups")
            .named("FindLogGroups"),
        "log groups, which CloudWatch Logs describes all or none");
  }

  private void contributeRoles(Assembly assembly) {
    Value roles =
        sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/" + stage.stackName() + "-*");
    assembly.allowPattern(
        role,
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
    assembly.allowPattern(
        role,
        Statement.allow(roles, "iam:PassRole")
            .named("PassRoles")
            .when("StringEquals", "iam:PassedToService", "lambda.amazonaws.com"),
        NAME_SUFFIX);
  }

  private void contributeApis(Assembly assembly) {
    List<Value> apis =
        List.of("apis", "restapis", "domainnames", "tags").stream()
            .flatMap(kind -> List.of(kind, kind + "/*").stream())
            .<Value>map(path -> sub("arn:${AWS::Partition}:apigateway:${AWS::Region}::/" + path))
            .toList();
    assembly.allowPattern(
        role,
        SHARED,
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
        "APIs, whose IDs API Gateway makes up");
  }

  private void contributeEvents(Assembly assembly) {
    assembly.allowPattern(
        role,
        SHARED,
        Statement.allow(
                Assembly.accountArn("events", "rule/*"),
                "events:DeleteRule",
                "events:DescribeRule",
                "events:PutRule",
                "events:PutTargets",
                "events:RemoveTargets",
                "events:TagResource",
                "events:UntagResource")
            .named("ManageRules"),
        "rules, in whose names CloudFormation shortens the stack's name");
    assembly.allowPattern(
        role,
        SHARED,
        Statement.allow(
                Assembly.accountArn("sns", "*"), "sns:ListSubscriptionsByTopic", "sns:Subscribe")
            .named("Subscribe"),
        "the topics that the application names");
    assembly.allowPattern(
        role,
        SHARED,
        Statement.allowAnywhere(
                "sns:GetSubscriptionAttributes", "sns:SetSubscriptionAttributes", "sns:Unsubscribe")
            .named("ManageSubscriptions"),
        "SNS's subscription actions, which take no resource");
  }
}
