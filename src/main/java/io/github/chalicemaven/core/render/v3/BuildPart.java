package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.texts;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.BuildOptions;
import io.github.chalicemaven.core.pipeline.BuildOptions.Variable;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.Actions;
import java.util.ArrayList;
import java.util.List;
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
    Resource project =
        project("Build", Role.BUILD, source(pipeline), logs, assembly)
            .with("TimeoutInMinutes", options.timeoutMinutes())
            .with("Environment", environment(options))
            .withIf("Cache", cache(options))
            .withIf("VpcConfig", options.vpc().map(BuildPart::vpcConfig));
    // CodeBuild checks the network permissions when the project is made.
    Resource ordered =
        options.vpc().isPresent() ? project.after(Role.BUILD.access().logicalId()) : project;
    assembly.resource(
        PROJECT,
        imageSuppression()
            .andIf(
                options.privilegedMode(),
                "AwsSolutions-CB3",
                "<privilegedMode> asks for it: the build runs Docker.")
            .in(ordered));
    allow(assembly, options);

    Value action =
        Assembly.action("CodeBuild", "Build", "CodeBuild", 1)
            .with("Configuration", mapping().with("ProjectName", ref(PROJECT)))
            .with("InputArtifacts", Actions.artifact(SourcePart.ARTIFACT))
            .with("OutputArtifacts", Actions.artifact(ARTIFACT));
    assembly.stage(Actions.stage("Build", action));
    assembly.allow(Role.PIPELINE, Assembly.runProject(PROJECT));
  }

  /** Embedded, or a pointer to a file; CodeBuild finds the root's {@code buildspec.yml} itself. */
  private Value source(V3Pipeline pipeline) {
    Optional<String> file = pipeline.build().buildSpecFile();
    Optional<Value> source =
        file.isEmpty()
            ? Optional.of(new Value.Embedded(buildSpec.document()))
            : file.filter(f -> !f.equals("buildspec.yml")).map(Value::text);
    return mapping().with("Type", "CODEPIPELINE").withIf("BuildSpec", source);
  }

  /** A project with the properties that every project of the pipeline has. */
  static Resource project(
      String nameSuffix, Role role, Value source, Value logs, Assembly assembly) {
    return resource("AWS::CodeBuild::Project")
        .with("Name", sub("${ApplicationName}" + nameSuffix))
        .with("ServiceRole", role.arn())
        .with("EncryptionKey", assembly.artifactKey())
        .with("Source", source)
        .with("Artifacts", mapping().with("Type", "CODEPIPELINE"))
        .with("LogsConfig", logs);
  }

  /** For a project whose image is the template's parameter. */
  static Suppressions imageSuppression() {
    return Suppressions.of(
        "CdkNagValidationFailure",
        "The image is a parameter, which rule CB5 cannot read; its default is one of CodeBuild's"
            + " own unless <codebuildImage> names another.");
  }

  private static void addReportGroup(Assembly assembly) {
    assembly.resource(
        "UnitTestReports",
        resource("AWS::CodeBuild::ReportGroup")
            .with("Name", sub("${ApplicationName}Build-" + V3BuildSpec.REPORT_GROUP))
            .with("Type", "TEST")
            .with("ExportConfig", mapping().with("ExportConfigType", "NO_EXPORT"))
            .with("DeleteReports", true));
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
    variables.add(mapping().with("Name", "APP_S3_BUCKET").with("Value", ref("ApplicationBucket")));
    if (options.cache() != BuildOptions.Cache.NONE) {
      variables.add(mapping().with("Name", "PIP_CACHE_DIR").with("Value", V3BuildSpec.PIP_CACHE));
    }
    for (Variable variable : options.variables()) {
      variables.add(
          mapping()
              .with("Name", variable.name())
              .with("Type", variable.type().name())
              .with("Value", variable.value()));
    }
    return mapping()
        .with("Type", "LINUX_CONTAINER")
        .with("ComputeType", options.computeType().type())
        .with("Image", ref("CodeBuildImage"))
        .withIf("PrivilegedMode", options.privilegedMode())
        .with("EnvironmentVariables", sequence(variables));
  }

  private static Value.Mapping cache(BuildOptions options) {
    return switch (options.cache()) {
      case NONE -> mapping();
      case LOCAL -> mapping().with("Type", "LOCAL").with("Modes", texts("LOCAL_CUSTOM_CACHE"));
      case S3 ->
          mapping().with("Type", "S3").with("Location", sub("${ArtifactBucketStore}/build-cache"));
    };
  }

  private static Value vpcConfig(BuildOptions.Vpc vpc) {
    return mapping()
        .with("VpcId", vpc.vpcId())
        .with("Subnets", vpc.subnetIds())
        .with("SecurityGroupIds", vpc.securityGroupIds());
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
            .when("StringEquals", "sts:AWSServiceName", "codeartifact.amazonaws.com"),
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
                mapping()
                    .with("ec2:AuthorizedService", "codebuild.amazonaws.com")
                    .with("ec2:Subnet", sequence(subnets))),
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
