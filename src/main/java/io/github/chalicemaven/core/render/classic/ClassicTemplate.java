package io.github.chalicemaven.core.render.classic;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement.allow;
import static io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement.allowAnywhere;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.text;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.Parameter;
import io.github.chalicemaven.core.cloudformation.PolicyDocument;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.render.Actions;
import io.github.chalicemaven.core.render.Rendered;
import java.util.Optional;

/**
 * The template of {@code v1} and {@code v2} pipelines, resource by resource that of {@code chalice
 * generate-pipeline}: source, CodeBuild, and a beta stage that CloudFormation deploys. The two
 * versions differ in the build specification, the default image and the place of GitHub's token.
 *
 * @see <a href="https://aws.github.io/chalice/topics/cd.html">Chalice's guide to continuous
 *     deployment</a>
 */
public final class ClassicTemplate {

  private static final String TEMPLATE_ARTIFACT = "CompiledCFNTemplate";

  private ClassicTemplate() {}

  /** Renders the template and the build specification. */
  public static Rendered render(ClassicPipeline pipeline) {
    BuildSpec buildSpec = ClassicBuildSpec.render(pipeline);
    return Rendered.of(template(pipeline, buildSpec), buildSpec);
  }

  static Template template(ClassicPipeline pipeline, BuildSpec buildSpec) {
    ClassicSource source = ClassicSource.of(pipeline.source());
    Template.Builder template =
        Template.builder("Continuous-deployment pipeline of an AWS Chalice application")
            .parameter(
                "ApplicationName",
                Parameter.withDefault(
                    pipeline.appName(),
                    "The name of the application; most resources are named after it."))
            .parameter(
                "CodeBuildImage",
                Parameter.withDefault(
                    pipeline.build().image(),
                    "The CodeBuild image that packages the application."));
    source.addTo(template);
    return template
        .resource(
            "ArtifactBucketStore",
            resource("AWS::S3::Bucket")
                .with("VersioningConfiguration", mapping().with("Status", "Enabled")))
        .resource("ApplicationBucket", resource("AWS::S3::Bucket"))
        .resource("CodeBuildRole", role("codebuild"))
        .resource("CodeBuildPolicy", codeBuildPolicy())
        .resource("AppPackageBuild", project(buildSpecSource(pipeline, buildSpec)))
        .resource(
            "CFNDeployRole",
            role("cloudformation").with("Policies", policy("DeployAccess", anything())))
        .resource(
            "CodePipelineRole",
            role("codepipeline").with("Policies", policy("DefaultPolicy", pipelineAccess())))
        .resource("AppPipeline", pipeline(source))
        .output(
            "S3PipelineBucket",
            new Output("The bucket of the pipeline's artifacts.", ref("ArtifactBucketStore")))
        .output(
            "S3ApplicationBucket",
            new Output("The bucket of the packaged application.", ref("ApplicationBucket")))
        .output("CodeBuildRoleArn", roleOutput("The role of the build.", "CodeBuildRole"))
        .output("CFNDeployRoleArn", roleOutput("The role of the deployment.", "CFNDeployRole"))
        .output("CodePipelineRoleArn", roleOutput("The role of the pipeline.", "CodePipelineRole"))
        .build();
  }

  /** Embedded, or a pointer to a file; CodeBuild finds the root's {@code buildspec.yml} itself. */
  private static Optional<Value> buildSpecSource(ClassicPipeline pipeline, BuildSpec buildSpec) {
    Optional<String> file = pipeline.build().buildSpecFile();
    return file.isEmpty()
        ? Optional.of(new Value.Embedded(buildSpec.document()))
        : file.filter(f -> !f.equals("buildspec.yml")).map(Value.Text::new);
  }

  private static Resource project(Optional<Value> buildSpec) {
    return resource("AWS::CodeBuild::Project")
        .with("Name", sub("${ApplicationName}Build"))
        .with("ServiceRole", getAtt("CodeBuildRole", "Arn"))
        .with("Source", mapping().with("Type", "CODEPIPELINE").withIf("BuildSpec", buildSpec))
        .with(
            "Environment",
            mapping()
                .with("Type", "LINUX_CONTAINER")
                .with("ComputeType", "BUILD_GENERAL1_SMALL")
                .with("Image", ref("CodeBuildImage"))
                .with(
                    "EnvironmentVariables",
                    sequence(
                        mapping()
                            .with("Name", "APP_S3_BUCKET")
                            .with("Value", ref("ApplicationBucket")))))
        .with("Artifacts", mapping().with("Type", "CODEPIPELINE"));
  }

  private static Resource pipeline(ClassicSource source) {
    return resource("AWS::CodePipeline::Pipeline")
        .with("Name", sub("${ApplicationName}Pipeline"))
        .with("RoleArn", getAtt("CodePipelineRole", "Arn"))
        .with(
            "ArtifactStore",
            mapping().with("Type", "S3").with("Location", ref("ArtifactBucketStore")))
        .with(
            "Stages",
            sequence(
                Actions.stage("Source", source.action()),
                Actions.stage("Build", buildAction()),
                Actions.stage("Beta", createChangeSetAction(), executeChangeSetAction())));
  }

  private static Value buildAction() {
    return mapping()
        .with("Name", "CodeBuild")
        .with("ActionTypeId", Actions.type("Build", "CodeBuild"))
        .with("Configuration", mapping().with("ProjectName", ref("AppPackageBuild")))
        .with("InputArtifacts", Actions.artifact(ClassicSource.ARTIFACT))
        .with("OutputArtifacts", Actions.artifact(TEMPLATE_ARTIFACT))
        .with("RunOrder", 1);
  }

  private static Value createChangeSetAction() {
    return mapping()
        .with("Name", "CreateBetaChangeSet")
        .with("ActionTypeId", Actions.type("Deploy", "CloudFormation"))
        .with(
            "Configuration",
            changeSet("CHANGE_SET_REPLACE")
                .with("TemplatePath", TEMPLATE_ARTIFACT + "::" + ClassicBuildSpec.TRANSFORMED)
                .with("Capabilities", "CAPABILITY_IAM")
                .with("RoleArn", getAtt("CFNDeployRole", "Arn")))
        .with("InputArtifacts", Actions.artifact(TEMPLATE_ARTIFACT))
        .with("RunOrder", 1);
  }

  private static Value executeChangeSetAction() {
    return mapping()
        .with("Name", "ExecuteChangeSet")
        .with("ActionTypeId", Actions.type("Deploy", "CloudFormation"))
        .with(
            "Configuration",
            changeSet("CHANGE_SET_EXECUTE").with("OutputFileName", "StackOutputs.json"))
        .with("OutputArtifacts", Actions.artifact("AppDeploymentValues"))
        .with("RunOrder", 2);
  }

  private static Value.Mapping changeSet(String mode) {
    return mapping()
        .with("ActionMode", mode)
        .with("StackName", sub("${ApplicationName}BetaStack"))
        .with("ChangeSetName", sub("${ApplicationName}ChangeSet"));
  }

  private static Resource role(String service) {
    return resource("AWS::IAM::Role")
        .with("AssumeRolePolicyDocument", PolicyDocument.assumableBy(service).document());
  }

  /** One inline policy of a role. */
  private static Value policy(String name, PolicyDocument document) {
    return sequence(mapping().with("PolicyName", name).with("PolicyDocument", document.document()));
  }

  private static Resource codeBuildPolicy() {
    return resource("AWS::IAM::Policy")
        .with("PolicyName", "CodeBuildPolicy")
        .with(
            "PolicyDocument",
            PolicyDocument.of(
                    allowAnywhere(
                        "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"),
                    allow(
                        text("arn:*:s3:::*"),
                        "s3:GetObject",
                        "s3:GetObjectVersion",
                        "s3:PutObject"))
                .document())
        .with("Roles", sequence(ref("CodeBuildRole")));
  }

  private static PolicyDocument anything() {
    return PolicyDocument.of(allowAnywhere("*"));
  }

  /** As broad as Chalice's own: the two versions are the same as there, whatever else would do. */
  private static PolicyDocument pipelineAccess() {
    return PolicyDocument.of(
        allowAnywhere(
            "s3:GetObject",
            "s3:GetObjectVersion",
            "s3:GetBucketVersioning",
            "s3:CreateBucket",
            "s3:PutObject",
            "s3:PutBucketVersioning"),
        allowAnywhere(
            "codecommit:CancelUploadArchive",
            "codecommit:GetBranch",
            "codecommit:GetCommit",
            "codecommit:GetUploadArchiveStatus",
            "codecommit:UploadArchive"),
        allowAnywhere("cloudwatch:*", "iam:PassRole"),
        allowAnywhere("lambda:InvokeFunction", "lambda:ListFunctions"),
        allowAnywhere(
            "cloudformation:CreateStack",
            "cloudformation:DeleteStack",
            "cloudformation:DescribeStacks",
            "cloudformation:UpdateStack",
            "cloudformation:CreateChangeSet",
            "cloudformation:DeleteChangeSet",
            "cloudformation:DescribeChangeSet",
            "cloudformation:ExecuteChangeSet",
            "cloudformation:SetStackPolicy",
            "cloudformation:ValidateTemplate",
            "iam:PassRole"),
        allowAnywhere("codebuild:BatchGetBuilds", "codebuild:StartBuild"));
  }

  private static Output roleOutput(String description, String role) {
    return new Output(description, getAtt(role, "Arn"));
  }
}
