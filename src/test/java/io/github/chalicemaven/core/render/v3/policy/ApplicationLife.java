package io.github.chalicemaven.core.render.v3.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the deployment of a Chalice application needs: functions, a layer, an API, a schedule,
 * queues and topics, roles, in a stack of that name. One action or more of each kind of resource;
 * which actions AWS declares for each is not this test's.
 */
final class ApplicationLife {

  /**
   * What applications differ in.
   *
   * @param givenRoles roles of functions that the stack does not create
   * @param apiRoles roles that API Gateway is passed
   * @param domains stages of Chalice with a custom domain for all the world
   */
  record Variant(List<String> givenRoles, List<String> apiRoles, boolean domains) {

    static final Variant PLAIN = new Variant(List.of(), List.of(), false);
  }

  private static final String LAMBDA = "lambda.amazonaws.com";

  private final Needs shared = new Needs();
  private final Needs own = new Needs();
  private final String role;
  private final String region;
  private final String account;
  private final String partition;
  private final String stackName;

  ApplicationLife(
      Landscape landscape,
      String role,
      String region,
      String stackName,
      String chaliceStage,
      Variant variant) {
    this.role = role;
    this.region = region;
    this.account = Arn.of(role).account();
    this.partition = Arn.of(role).partition();
    this.stackName = stackName;
    DeployedStack storage = landscape.storage(region);
    shared.objects(
        role,
        landscape.bucket(storage.reference("ApplicationBucket")),
        "0a1b2c3d",
        List.of("s3:GetObject"));
    shared.add(
        role,
        "arn:%s:cloudformation:%s:aws:transform/Serverless-2016-10-31".formatted(partition, region),
        "cloudformation:CreateChangeSet");
    create(chaliceStage);
    createRoles(boundary(landscape));
    connect();
    for (String given : variant.givenRoles()) {
      shared.pass(role, given, LAMBDA);
    }
    for (String given : variant.apiRoles()) {
      shared.pass(role, given, "apigateway.amazonaws.com");
    }
    if (variant.domains()) {
      own.add(
          Request.of(
                  role,
                  "iam:CreateServiceLinkedRole",
                  iam("aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway"))
              .with("iam:AWSServiceName", "ops.apigateway.amazonaws.com"));
      shared.add(
          role,
          "arn:" + partition + ":cloudfront::" + account + ":distribution/E1",
          "cloudfront:UpdateDistribution");
    }
  }

  /** All of it. */
  List<Request> needs() {
    List<Request> all = new ArrayList<>(shared.requests());
    all.addAll(own.requests());
    return all;
  }

  /** What is of this stack alone. */
  List<Request> ownNeeds() {
    return own.requests();
  }

  private Optional<String> boundary(Landscape landscape) {
    for (DeployedStack stack : landscape.stacks()) {
      for (String id : stack.ofType("AWS::IAM::Role")) {
        if (stack.arn(id).equals(role)) {
          Map<?, ?> properties = stack.properties(id);
          return Optional.ofNullable((String) properties.get("PermissionsBoundary"));
        }
      }
    }
    return Optional.empty();
  }

  private void create(String chaliceStage) {
    String function = function();
    own.add(
        role,
        function,
        "lambda:AddPermission",
        "lambda:CreateFunction",
        "lambda:DeleteFunction",
        "lambda:GetFunction",
        "lambda:TagResource",
        "lambda:UpdateFunctionCode");
    own.add(
        role,
        arn("lambda", "layer:orders-" + chaliceStage + "-managed-layer"),
        "lambda:PublishLayerVersion");
    own.add(
        role,
        arn("lambda", "layer:orders-" + chaliceStage + "-managed-layer:1"),
        "lambda:DeleteLayerVersion");
    shared.add(role, arn("lambda", "layer:insights:1"), "lambda:GetLayerVersion");
    shared.add(
        role,
        "*",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs");
    own.add(
        Request.of(role, "lambda:CreateEventSourceMapping", "*")
            .with("lambda:FunctionArn", function));
    String mapping = arn("lambda", "event-source-mapping:0a1b2c3d");
    own.add(
        Request.of(role, "lambda:UpdateEventSourceMapping", mapping)
            .with("lambda:FunctionArn", function));
    shared.add(role, mapping, "lambda:GetEventSourceMapping");
    own.add(
        role,
        arn("logs", "log-group:/aws/lambda/" + stackName + "-APIHandler-0A1B2C3D4E5F"),
        "logs:CreateLogGroup",
        "logs:DeleteLogGroup",
        "logs:PutRetentionPolicy");
    shared.add(role, arn("logs", "log-group:any"), "logs:DescribeLogGroups");
    shared.add(role, "*", "logs:DescribeResourcePolicies");
  }

  /** The ARN of the stack's function. */
  private String function() {
    return arn("lambda", "function:" + stackName + "-APIHandler-0A1B2C3D4E5F");
  }

  private void createRoles(Optional<String> boundary) {
    String functionRole = iam(stackName + "-DefaultRole-0A1B2C3D4E5F");
    own.add(role, functionRole, "iam:GetRole", "iam:DeleteRole", "iam:UpdateAssumeRolePolicy");
    for (String action : List.of("iam:CreateRole", "iam:PutRolePolicy", "iam:DeleteRolePolicy")) {
      Request request = Request.of(role, action, functionRole);
      own.add(boundary.map(b -> request.with("iam:PermissionsBoundary", b)).orElse(request));
    }
    own.pass(role, functionRole, LAMBDA);
  }

  private void connect() {
    for (String path : List.of("/restapis", "/restapis/a1b2/stages/api", "/apis", "/tags/x")) {
      shared.add(
          role,
          "arn:%s:apigateway:%s::%s".formatted(partition, region, path),
          "apigateway:GET",
          "apigateway:POST");
    }
    own.add(
        role,
        arn("events", "rule/" + stackName + "-Every-0A1B2C3D4E5F"),
        "events:DeleteRule",
        "events:PutRule",
        "events:PutTargets");
    shared.add(role, arn("sns", "orders"), "sns:Subscribe");
  }

  private String arn(String service, String resource) {
    return String.join(":", "arn", partition, service, region, account, resource);
  }

  private String iam(String name) {
    return "arn:" + partition + ":iam::" + account + ":role/" + name;
  }
}
