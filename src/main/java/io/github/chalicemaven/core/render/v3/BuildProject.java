package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.BuildOptions;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CodeBuild project that the pipeline runs; what the packaging build and the tests of a stage
 * have in common.
 *
 * @param nameSuffix what follows the application's name in the project's
 * @param role with which it runs
 * @param logsId the logical ID of its log group
 */
record BuildProject(String nameSuffix, Role role, String logsId) {

  private static final String NO_REPOSITORY = "The source is an artifact of the pipeline.";

  private static final Pattern ARM = Pattern.compile("aarch64|arm64");

  private static final Pattern ECR =
      Pattern.compile(
          "(\\d{12})\\.dkr\\.ecr(?:-fips)?\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/([a-z0-9._/-]+)(?:[:@].*)?");

  /** The project; its log group is added to the draft. */
  Resource resourceOf(Value source, Value environment, TemplateDraft draft) {
    addLogGroup(draft);
    allowImage(draft);
    return resource("AWS::CodeBuild::Project")
        .with("Name", draft.name(nameSuffix))
        .with("ServiceRole", draft.roleArn(role))
        .with("EncryptionKey", draft.storage().artifactKey())
        .with("Source", source)
        .with("Artifacts", mapping().with("Type", "CODEPIPELINE"))
        .with(
            "LogsConfig",
            mapping()
                .with(
                    "CloudWatchLogs",
                    mapping().with("Status", "ENABLED").with("GroupName", ref(logsId))))
        .with("TimeoutInMinutes", draft.pipeline().buildOptions().timeoutMinutes())
        .with("Environment", environment);
  }

  private void addLogGroup(TemplateDraft draft) {
    Grants grants = draft.grants();
    Resource logs =
        resource("AWS::Logs::LogGroup")
            .with("RetentionInDays", draft.options().logRetentionDays())
            .withIf("KmsKeyId", draft.encryption().customerKey())
            .retained();
    draft.resource(
        logsId,
        draft.encryption().hasCustomerKey()
            ? logs
            : Suppressions.of(
                    "NIST.800.53.R5-CloudWatchLogGroupEncrypted",
                    "<encryption>s3</encryption> selects keys that AWS manages; CloudWatch Logs"
                        + " encrypts every log group with such a key.")
                .in(logs));
    grants.allow(
        role,
        Statement.allow(getAtt(logsId, "Arn"), "logs:CreateLogStream", "logs:PutLogEvents")
            .named("WriteLogs"));
  }

  /** The machine that a project runs on. */
  static Value.Mapping environment(V3Pipeline pipeline) {
    return mapping()
        .with(
            "Type",
            ARM.matcher(pipeline.build().image()).find() ? "ARM_CONTAINER" : "LINUX_CONTAINER")
        .with("ComputeType", pipeline.buildOptions().computeType().type())
        .with("Image", pipeline.build().image())
        .withIf(
            "ImagePullCredentialsType",
            privateImage(pipeline.build().image()).map(matcher -> Value.text("SERVICE_ROLE")));
  }

  /** Amazon ECR lets only roles that it knows pull a private image. */
  private void allowImage(TemplateDraft draft) {
    privateImage(draft.pipeline().build().image())
        .ifPresent(
            image -> {
              Value repository =
                  Arns.anywhere(
                      "ecr", image.group(2), image.group(1), "repository/" + image.group(3));
              draft
                  .grants()
                  .allow(
                      role,
                      Statement.allow(
                              repository,
                              "ecr:BatchCheckLayerAvailability",
                              "ecr:BatchGetImage",
                              "ecr:GetDownloadUrlForLayer")
                          .named("PullImage"));
              draft
                  .grants()
                  .allowPattern(
                      role,
                      Statement.allowAnywhere("ecr:GetAuthorizationToken").named("LogInToEcr"),
                      "ecr:GetAuthorizationToken, which takes no resource");
            });
  }

  /** The account, region and repository of an image in Amazon ECR; empty for any other. */
  private static Optional<Matcher> privateImage(String image) {
    return Optional.of(ECR.matcher(image)).filter(Matcher::matches);
  }

  /** An environment variable. */
  static Value.Mapping variable(String name, Value value) {
    return mapping().with("Name", name).with("Value", value);
  }

  /** An environment variable of the user's. */
  static Value.Mapping variable(BuildOptions.Variable variable) {
    return mapping()
        .with("Name", variable.name())
        .with("Type", variable.type().name())
        .with("Value", variable.value());
  }

  /** A project that runs in a VPC, if there is one. */
  static Resource inVpc(Resource project, Role role, Optional<BuildOptions.Vpc> vpc) {
    // CodeBuild checks the network permissions when the project is made.
    return vpc.map(BuildProject::vpcConfig)
        .map(config -> project.with("VpcConfig", config).after(role.access().logicalId()))
        .orElse(project);
  }

  private static Value vpcConfig(BuildOptions.Vpc vpc) {
    return mapping()
        .with("VpcId", vpc.vpcId())
        .with("Subnets", vpc.subnetIds())
        .with("SecurityGroupIds", vpc.securityGroupIds());
  }

  /** What the rules for build projects have to know of source and image. */
  static Suppressions suppressions(V3Pipeline pipeline) {
    return Suppressions.of("PCI.DSS.321-CodeBuildProjectSourceRepoUrl", NO_REPOSITORY)
        .and("HIPAA.Security-CodeBuildProjectSourceRepoUrl", NO_REPOSITORY)
        .andIf(
            !pipeline.build().hasCodeBuildImage(),
            "AwsSolutions-CB5",
            "<codebuildImage> names an image that is not CodeBuild's own.");
  }

  /** Lets the pipeline run a project. */
  static void allowRun(Grants grants, String logicalId) {
    grants.allow(
        Role.PIPELINE,
        Statement.allow(
                getAtt(logicalId, "Arn"), "codebuild:BatchGetBuilds", "codebuild:StartBuild")
            .named("RunBuilds"));
  }
}
