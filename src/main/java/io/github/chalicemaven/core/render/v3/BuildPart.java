package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.getAtt;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.ref;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.sub;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.BuildOptions;
import io.github.chalicemaven.core.pipeline.BuildOptions.Variable;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The build stage: one CodeBuild project tests the application and packages it for all stages. */
final class BuildPart implements Part {

  /** The artifact with a template for each stage. */
  static final String ARTIFACT = "CompiledCFNTemplate";

  private static final String PROJECT = "AppPackageBuild";

  private final BuildSpec buildSpec;

  BuildPart(BuildSpec buildSpec) {
    this.buildSpec = buildSpec;
  }

  @Override
  public void contribute(Assembly assembly) {
    V3Pipeline pipeline = assembly.pipeline();
    BuildOptions options = pipeline.options();
    if (!options.testReports().isEmpty()) {
      addReportGroup(assembly);
    }
    Value logs = assembly.logGroup("BuildLogs", Role.BUILD);
    Optional<String> file = pipeline.build().buildSpecFile();
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("Type", "CODEPIPELINE");
    if (file.isEmpty()) {
      source.put("BuildSpec", new Value.Embedded(buildSpec.document()));
    } else if (!file.get().equals("buildspec.yml")) {
      source.put("BuildSpec", file.get());
    }
    Map<String, Object> properties = project("Build", source, logs, assembly);
    properties.put("TimeoutInMinutes", options.timeoutMinutes());
    properties.put("Environment", environment(options));
    cache(options).ifPresent(cache -> properties.put("Cache", cache));
    options.vpc().ifPresent(vpc -> properties.put("VpcConfig", vpcConfig(vpc)));
    Resource project =
        new Resource("AWS::CodeBuild::Project", (Value.Mapping) Value.of(properties));
    // CodeBuild checks the network permissions when the project is made.
    assembly.resource(PROJECT, project(options, project));
    allow(assembly, options);

    Map<String, Object> action = Assembly.action("CodeBuild", "Build", "CodeBuild", 1);
    action.put("Configuration", mapping("ProjectName", ref(PROJECT)));
    action.put("InputArtifacts", Assembly.artifact(SourcePart.ARTIFACT));
    action.put("OutputArtifacts", Assembly.artifact(ARTIFACT));
    assembly.stage(mapping("Name", "Build", "Actions", sequence(action)));
    assembly.allow(Role.PIPELINE, Assembly.runProject(PROJECT));
  }

  /** The properties that every project of the pipeline has; the name ends in {@code suffix}. */
  static Map<String, Object> project(
      String suffix, Map<String, Object> source, Value logs, Assembly assembly) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("Name", sub("${ApplicationName}" + suffix));
    properties.put("ServiceRole", suffix.equals("Build") ? Role.BUILD.arn() : Role.TESTS.arn());
    properties.put("EncryptionKey", assembly.artifactKey());
    properties.put("Source", source);
    properties.put("Artifacts", mapping("Type", "CODEPIPELINE"));
    properties.put("LogsConfig", logs);
    return properties;
  }

  private static Resource project(BuildOptions options, Resource project) {
    Resource ordered =
        options.vpc().isPresent() ? project.after(Role.BUILD.access().logicalId()) : project;
    List<String> suppressions = new ArrayList<>(imageSuppression());
    if (options.privilegedMode()) {
      suppressions.add("AwsSolutions-CB3");
      suppressions.add("<privilegedMode> asks for it: the build runs Docker.");
    }
    return Suppressions.suppress(ordered, suppressions.toArray(String[]::new));
  }

  /** For a project whose image is the template's parameter. */
  static List<String> imageSuppression() {
    return List.of(
        "CdkNagValidationFailure",
        "The image is a parameter, which rule CB5 cannot read; its default is one of CodeBuild's"
            + " own unless <codebuildImage> names another.");
  }

  private static void addReportGroup(Assembly assembly) {
    assembly.resource(
        "UnitTestReports",
        Resource.of(
            "AWS::CodeBuild::ReportGroup",
            "Name",
            sub("${ApplicationName}Build-" + V3BuildSpec.REPORT_GROUP),
            "Type",
            "TEST",
            "ExportConfig",
            mapping("ExportConfigType", "NO_EXPORT"),
            "DeleteReports",
            true));
    assembly.allow(
        Role.BUILD,
        Statement.allow(
                getAtt("UnitTestReports", "Arn"),
                "codebuild:BatchPutTestCases",
                "codebuild:CreateReport",
                "codebuild:UpdateReport")
            .named("ReportTests"));
  }

  private static Value environment(BuildOptions options) {
    List<Value> variables = new ArrayList<>();
    variables.add(mapping("Name", "APP_S3_BUCKET", "Value", ref("ApplicationBucket")));
    if (options.cache() != BuildOptions.Cache.NONE) {
      variables.add(mapping("Name", "PIP_CACHE_DIR", "Value", V3BuildSpec.PIP_CACHE));
    }
    for (Variable variable : options.variables()) {
      variables.add(
          mapping(
              "Name", variable.name(), "Type", variable.type().name(), "Value", variable.value()));
    }
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("Type", "LINUX_CONTAINER");
    environment.put("ComputeType", options.computeType().type());
    environment.put("Image", ref("CodeBuildImage"));
    if (options.privilegedMode()) {
      environment.put("PrivilegedMode", true);
    }
    environment.put("EnvironmentVariables", variables);
    return Value.of(environment);
  }

  private static Optional<Value> cache(BuildOptions options) {
    return switch (options.cache()) {
      case NONE -> Optional.empty();
      case LOCAL -> Optional.of(mapping("Type", "LOCAL", "Modes", sequence("LOCAL_CUSTOM_CACHE")));
      case S3 ->
          Optional.of(mapping("Type", "S3", "Location", sub("${ArtifactBucketStore}/build-cache")));
    };
  }

  private static Value vpcConfig(BuildOptions.Vpc vpc) {
    return mapping(
        "VpcId",
        vpc.vpcId(),
        "Subnets",
        vpc.subnetIds(),
        "SecurityGroupIds",
        vpc.securityGroupIds());
  }

  /**
   * Lets a role see that the artifact bucket is the pipeline's own.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html">CodeBuild's
   *     service role</a>
   */
  static void allowBucketIdentity(Assembly assembly, Role role) {
    assembly.allow(
        role,
        Statement.allow(
                getAtt("ArtifactBucketStore", "Arn"), "s3:GetBucketAcl", "s3:GetBucketLocation")
            .named("CheckArtifactBucket"));
  }

  private static void allow(Assembly assembly, BuildOptions options) {
    allowBucketIdentity(assembly, Role.BUILD);
    assembly.allowArtifacts(Role.BUILD);
    assembly.allowPattern(
        Role.BUILD,
        Statement.allow(sub("${ApplicationBucket.Arn}/*"), "s3:GetObject", "s3:PutObject")
            .named("UploadApplication"),
        "objects of the application bucket, whose keys are hashes");
    assembly.allowKey(Role.BUILD);
    allowVariables(assembly, options.variables());
    options.pipIndex().ifPresent(index -> allowPipIndex(assembly, index));
    options.vpc().ifPresent(vpc -> allowVpc(assembly, vpc));
  }

  private static void allowVariables(Assembly assembly, List<Variable> variables) {
    List<Value> parameters =
        variables.stream()
            .filter(v -> v.type() == Variable.Type.PARAMETER_STORE)
            .<Value>map(
                v -> Assembly.accountArn("ssm", "parameter/" + v.value().replaceFirst("^/", "")))
            .distinct()
            .toList();
    if (!parameters.isEmpty()) {
      assembly.allow(
          Role.BUILD,
          Statement.allow(List.of("ssm:GetParameters"), parameters).named("ReadParameters"));
    }
    // Secrets Manager adds six characters to a secret's name.
    List<Value> secrets =
        variables.stream()
            .filter(v -> v.type() == Variable.Type.SECRETS_MANAGER)
            .<Value>map(
                v ->
                    Assembly.accountArn(
                        "secretsmanager", "secret:" + v.value().split(":", 2)[0] + "-??????"))
            .distinct()
            .toList();
    if (!secrets.isEmpty()) {
      assembly.allow(
          Role.BUILD,
          Statement.allow(List.of("secretsmanager:GetSecretValue"), secrets).named("ReadSecrets"));
    }
  }

  private static void allowPipIndex(Assembly assembly, BuildOptions.PipIndex index) {
    String account =
        "arn:${AWS::Partition}:codeartifact:${AWS::Region}:"
            + index.domainOwner().orElse("${AWS::AccountId}")
            + ":";
    assembly.allow(
        Role.BUILD,
        Statement.allow(
                sub(account + "domain/" + index.domain()), "codeartifact:GetAuthorizationToken")
            .named("LogInToPipIndex"));
    assembly.allow(
        Role.BUILD,
        Statement.allow(
                sub(account + "repository/" + index.domain() + "/" + index.repository()),
                "codeartifact:GetRepositoryEndpoint",
                "codeartifact:ReadFromRepository")
            .named("ReadPipIndex"));
    assembly.allowPattern(
        Role.BUILD,
        Statement.allowAnywhere("sts:GetServiceBearerToken")
            .named("GetPipToken")
            .when("StringEquals", mapping("sts:AWSServiceName", "codeartifact.amazonaws.com")),
        "sts:GetServiceBearerToken, which takes no resource and is limited to CodeArtifact by a"
            + " condition");
  }

  /**
   * What a build in a VPC needs.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html">CodeBuild's
   *     example</a>
   */
  private static void allowVpc(Assembly assembly, BuildOptions.Vpc vpc) {
    List<Value> subnets =
        vpc.subnetIds().stream()
            .<Value>map(id -> Assembly.accountArn("ec2", "subnet/" + id))
            .toList();
    List<Value> createOn = new ArrayList<>(subnets);
    vpc.securityGroupIds()
        .forEach(id -> createOn.add(Assembly.accountArn("ec2", "security-group/" + id)));
    createOn.add(Assembly.accountArn("ec2", "network-interface/*"));
    String interfaces = "network interfaces, whose IDs EC2 makes up";
    assembly.allowPattern(
        Role.BUILD,
        Statement.allow(List.of("ec2:CreateNetworkInterface"), createOn)
            .named("CreateNetworkInterfaces"),
        interfaces);
    assembly.allowPattern(
        Role.BUILD,
        Statement.allow(
                Assembly.accountArn("ec2", "network-interface/*"), "ec2:DeleteNetworkInterface")
            .named("DeleteNetworkInterfaces"),
        interfaces);
    assembly.allowPattern(
        Role.BUILD,
        Statement.allow(
                Assembly.accountArn("ec2", "network-interface/*"),
                "ec2:CreateNetworkInterfacePermission")
            .named("UseNetworkInterfaces")
            .when(
                "StringEquals",
                mapping("ec2:AuthorizedService", "codebuild.amazonaws.com", "ec2:Subnet", subnets)),
        interfaces);
    assembly.allowPattern(
        Role.BUILD,
        Statement.allowAnywhere(
                "ec2:DescribeDhcpOptions",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcs")
            .named("DescribeNetwork"),
        "EC2's Describe actions, which take no resource");
  }
}
