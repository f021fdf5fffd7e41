package io.github.chalicemaven.core.render.v3.policy;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a CodeBuild project of the pipeline needs, as its properties say.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html">CodeBuild's
 *     service role</a>
 */
final class BuildLife {

  /** An object of the cache, which lies among the artifacts. */
  static final String CACHE = "build-cache/x";

  private static final Pattern READ_OUTPUTS =
      Pattern.compile("aws cloudformation describe-stacks(?: --region (\\S+))?");

  private static final Pattern PIP_LOGIN =
      Pattern.compile(
          "aws codeartifact login --tool pip --domain (\\S+)(?: --domain-owner (\\S+))? --repository (\\S+)");

  private final Landscape landscape;
  private final DeployedStack stack;
  private final Needs needs;

  BuildLife(Landscape landscape, Needs needs) {
    this.landscape = landscape;
    this.stack = landscape.pipeline();
    this.needs = needs;
  }

  /** The pipeline runs a project in an action. */
  void run(PipelineLife pipeline, String name, Map<?, ?> action) {
    String project = stack.arn("codebuild", "project/" + name);
    needs.add(pipeline.role(), project, "codebuild:BatchGetBuilds", "codebuild:StartBuild");
    Map<?, ?> properties =
        stack.ofType("AWS::CodeBuild::Project").stream()
            .filter(id -> stack.arn(id).equals(project))
            .map(stack::properties)
            .findFirst()
            .orElseThrow();
    String role = (String) properties.get("ServiceRole");
    needs.assume("codebuild.amazonaws.com", role, project);
    log(role, properties);
    useArtifacts(pipeline, role, action);
    Map<?, ?> environment = (Map<?, ?>) properties.get("Environment");
    String buildSpec = ((Map<?, ?>) properties.get("Source")).get("BuildSpec").toString();
    for (Object variable : (List<?>) environment.get("EnvironmentVariables")) {
      use(role, (Map<?, ?>) variable, buildSpec);
    }
    if (properties.get("VpcConfig") instanceof Map<?, ?> vpc) {
      enter(role, vpc);
    }
    if (properties.containsKey("Cache")) {
      Landscape.Bucket store = pipeline.stores().get(stack.region());
      needs.objects(role, store, CACHE, List.of("s3:GetObject", "s3:PutObject"));
    }
    logInToPipIndex(role, buildSpec);
    if (buildSpec.contains("\nreports:\n")) {
      needs.add(
          role,
          stack.arn("codebuild", "report-group/" + name + "-unit-tests"),
          "codebuild:BatchPutTestCases",
          "codebuild:CreateReport",
          "codebuild:CreateReportGroup",
          "codebuild:UpdateReport");
    }
  }

  private void log(String role, Map<?, ?> properties) {
    Map<?, ?> logs = (Map<?, ?>) ((Map<?, ?>) properties.get("LogsConfig")).get("CloudWatchLogs");
    needs.add(
        role,
        stack.arn("logs", "log-group:" + logs.get("GroupName") + ":log-stream:0a1b2c3d"),
        "logs:CreateLogStream",
        "logs:PutLogEvents");
  }

  private void useArtifacts(PipelineLife pipeline, String role, Map<?, ?> action) {
    Landscape.Bucket store = pipeline.stores().get(stack.region());
    needs.add(role, store.arn(), "s3:GetBucketAcl", "s3:GetBucketLocation");
    needs.objects(role, store, pipeline.artifact(), List.of("s3:GetObject", "s3:GetObjectVersion"));
    if (action.containsKey("OutputArtifacts")) {
      needs.objects(role, store, pipeline.artifact(), List.of("s3:PutObject"));
      store.keyArn().ifPresent(key -> needs.add(role, key, "kms:DescribeKey"));
      needs.throughS3(role, "kms:Encrypt", store, pipeline.artifact());
    }
  }

  private void use(String role, Map<?, ?> variable, String buildSpec) {
    String name = (String) variable.get("Name");
    String value = (String) variable.get("Value");
    if (name.startsWith("APP_S3_BUCKET")) {
      // The CLI looks whether the object is there, then uploads it.
      needs.objects(
          role, landscape.bucket(value), "0a1b2c3d", List.of("s3:GetObject", "s3:PutObject"));
    } else if ("PARAMETER_STORE".equals(variable.get("Type"))) {
      needs.add(
          role, stack.arn("ssm", "parameter/" + value.replaceFirst("^/", "")), "ssm:GetParameters");
    } else if ("SECRETS_MANAGER".equals(variable.get("Type"))) {
      needs.add(
          role,
          stack.arn("secretsmanager", "secret:" + value.replaceFirst(":.*", "") + "-a1B2c3"),
          "secretsmanager:GetSecretValue");
    } else if (name.equals("STACK_NAME")) {
      Matcher read = READ_OUTPUTS.matcher(buildSpec);
      if (read.find()) {
        String region = read.group(1) == null ? stack.region() : read.group(1);
        needs.add(
            role,
            stack
                .arn("cloudformation", "stack/" + value + "/0a1b2c3d")
                .replace(":" + stack.region() + ":", ":" + region + ":"),
            "cloudformation:DescribeStacks");
      }
    }
  }

  private void enter(String role, Map<?, ?> vpc) {
    String networkInterface = stack.arn("ec2", "network-interface/eni-0a1b2c3d");
    needs.add(
        role,
        "*",
        "ec2:DescribeDhcpOptions",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs");
    needs.add(role, networkInterface, "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface");
    for (Object group : (List<?>) vpc.get("SecurityGroupIds")) {
      needs.add(role, stack.arn("ec2", "security-group/" + group), "ec2:CreateNetworkInterface");
    }
    for (Object id : (List<?>) vpc.get("Subnets")) {
      String subnet = stack.arn("ec2", "subnet/" + id);
      needs.add(role, subnet, "ec2:CreateNetworkInterface");
      needs.add(
          Request.of(role, "ec2:CreateNetworkInterfacePermission", networkInterface)
              .with("ec2:Subnet", subnet)
              .with("ec2:AuthorizedService", "codebuild.amazonaws.com"));
    }
  }

  private void logInToPipIndex(String role, String buildSpec) {
    Matcher login = PIP_LOGIN.matcher(buildSpec);
    if (!login.find()) {
      return;
    }
    String account = login.group(2) == null ? stack.account() : login.group(2);
    String index =
        String.join(":", "arn", stack.partition(), "codeartifact", stack.region(), account, "");
    needs.add(role, index + "domain/" + login.group(1), "codeartifact:GetAuthorizationToken");
    needs.add(
        role,
        index + "repository/" + login.group(1) + "/" + login.group(3),
        "codeartifact:GetRepositoryEndpoint",
        "codeartifact:ReadFromRepository");
    needs.add(
        Request.of(role, "sts:GetServiceBearerToken", "*")
            .with("sts:AWSServiceName", "codeartifact.amazonaws.com"));
  }
}
