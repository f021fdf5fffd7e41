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

import io.github.chalicemaven.core.cloudformation.Capabilities;
import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.Parameter;
import io.github.chalicemaven.core.cloudformation.PolicyDocument;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.pipeline.Variables;
import io.github.chalicemaven.core.render.Actions;
import io.github.chalicemaven.core.render.BuildSource;
import io.github.chalicemaven.core.render.CommonOutputs;
import io.github.chalicemaven.core.render.Rendered;
import java.util.List;
import java.util.Map;

/**
 * The template of {@code v1} and {@code v2} pipelines, resource by resource that of {@code chalice
 * generate-pipeline}: source, CodeBuild, and a beta stage that CloudFormation deploys. The two
 * versions differ in the build specification, the default image and the place of GitHub's token.
 *
 * @see <a href="https://aws.github.io/chalice/topics/cd.html">Chalice's guide to continuous
 *     deployment</a>
 */
public final class ClassicTemplate {

  private ClassicTemplate() {}

  /** Renders the template and the build specification. */
  public static Rendered render(ClassicPipeline pipeline) {
    Value.Embedded buildSpec = BuildSource.written(ClassicBuildSpec.render(pipeline));
    return Rendered.of(template(pipeline, buildSpec), buildSpec, Map.of(), List.of());
  }

  static Template template(ClassicPipeline pipeline, Value.Embedded buildSpec) {
    ClassicSource source = ClassicSource.of(pipeline.source());
    Template.Builder template =
        Template.builder("Continuous-deployment pipeline of an AWS Chalice application")
            .parameter(
                LogicalIds.APPLICATION_NAME,
                Parameter.withDefault(
                    pipeline.appName(),
                    "The name of the application; most resources are named after it."))
            .parameter(
                LogicalIds.BUILD_IMAGE,
                Parameter.withDefault(
                    pipeline.build().image(),
                    "The CodeBuild image that packages the application."));
    source.addTo(template);
    template
        .resource(
            LogicalIds.ARTIFACT_BUCKET,
            resource("AWS::S3::Bucket")
                .with("VersioningConfiguration", mapping().with("Status", "Enabled")))
        .resource(LogicalIds.APPLICATION_BUCKET, resource("AWS::S3::Bucket"))
        .resource(LogicalIds.BUILD_ROLE, role("codebuild"))
        .resource("CodeBuildPolicy", codeBuildPolicy())
        .resource(
            LogicalIds.BUILD_PROJECT,
            project(BuildSource.of(pipeline.build().buildSpecFile(), buildSpec)))
        .resource(
            LogicalIds.DEPLOY_ROLE,
            role("cloudformation").with("Policies", policy("DeployAccess", anything())))
        .resource(
            LogicalIds.PIPELINE_ROLE,
            role("codepipeline").with("Policies", policy("DefaultPolicy", pipelineAccess())))
        .resource(LogicalIds.PIPELINE, pipeline(source));
    CommonOutputs.addTo(
        template,
        getAtt(LogicalIds.BUILD_ROLE, "Arn"),
        new Output("The role of the deployment.", getAtt(LogicalIds.DEPLOY_ROLE, "Arn")),
        getAtt(LogicalIds.PIPELINE_ROLE, "Arn"));
    return template.build();
  }

  private static Resource project(Value source) {
    return resource("AWS::CodeBuild::Project")
        .with("Name", sub("${ApplicationName}Build"))
        .with("ServiceRole", getAtt(LogicalIds.BUILD_ROLE, "Arn"))
        .with("Source", source)
        .with(
            "Environment",
            mapping()
                .with("Type", "LINUX_CONTAINER")
                .with("ComputeType", "BUILD_GENERAL1_SMALL")
                .with("Image", ref(LogicalIds.BUILD_IMAGE))
                .with(
                    "EnvironmentVariables",
                    sequence(
                        mapping()
                            .with("Name", Variables.APPLICATION_BUCKET)
                            .with("Value", ref(LogicalIds.APPLICATION_BUCKET)))))
        .with("Artifacts", mapping().with("Type", "CODEPIPELINE"));
  }

  private static Resource pipeline(ClassicSource source) {
    return resource("AWS::CodePipeline::Pipeline")
        .with("Name", sub("${ApplicationName}Pipeline"))
        .with("RoleArn", getAtt(LogicalIds.PIPELINE_ROLE, "Arn"))
        .with(
            "ArtifactStore",
            mapping().with("Type", "S3").with("Location", ref(LogicalIds.ARTIFACT_BUCKET)))
        .with(
            "Stages",
            sequence(
                Actions.stage("Source", List.of(source.action())),
                Actions.stage("Build", List.of(buildAction())),
                Actions.stage("Beta", List.of(createChangeSetAction(), executeChangeSetAction()))));
  }

  private static Value buildAction() {
    return mapping()
        .with("Name", "CodeBuild")
        .with("ActionTypeId", Actions.type("Build", "CodeBuild"))
        .with("Configuration", mapping().with("ProjectName", ref(LogicalIds.BUILD_PROJECT)))
        .with("InputArtifacts", Actions.artifact(Actions.SOURCE_ARTIFACT))
        .with("OutputArtifacts", Actions.artifact(Actions.BUILD_ARTIFACT))
        .with("RunOrder", 1);
  }

  private static Value createChangeSetAction() {
    return mapping()
        .with("Name", "CreateBetaChangeSet")
        .with("ActionTypeId", Actions.type("Deploy", "CloudFormation"))
        .with(
            "Configuration",
            changeSet("CHANGE_SET_REPLACE")
                .with("TemplatePath", Actions.BUILD_ARTIFACT + "::" + ClassicBuildSpec.TRANSFORMED)
                .with("Capabilities", Capabilities.IAM)
                .with("RoleArn", getAtt(LogicalIds.DEPLOY_ROLE, "Arn")))
        .with("InputArtifacts", Actions.artifact(Actions.BUILD_ARTIFACT))
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
        .with("StackName", sub("${ApplicationName}" + ClassicPipeline.STACK_SUFFIX))
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
        .with("Roles", sequence(ref(LogicalIds.BUILD_ROLE)));
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
}
