package io.github.chalicemaven.core.render.classic;

import static io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement.allow;
import static io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement.allowAnywhere;
import static io.github.chalicemaven.core.cloudformation.Value.getAtt;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.ref;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.sub;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.Parameter;
import io.github.chalicemaven.core.cloudformation.PolicyDocument;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.render.Rendered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final String STACK_NAME = "${ApplicationName}BetaStack";
  private static final String CHANGE_SET_NAME = "${ApplicationName}ChangeSet";

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
            Resource.of("AWS::S3::Bucket", "VersioningConfiguration", mapping("Status", "Enabled")))
        .resource("ApplicationBucket", Resource.of("AWS::S3::Bucket"))
        .resource("CodeBuildRole", role("codebuild", Map.of()))
        .resource("CodeBuildPolicy", codeBuildPolicy())
        .resource("AppPackageBuild", project(buildSpecSource(pipeline, buildSpec)))
        .resource("CFNDeployRole", role("cloudformation", Map.of("DeployAccess", anything())))
        .resource(
            "CodePipelineRole", role("codepipeline", Map.of("DefaultPolicy", pipelineAccess())))
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
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("Type", "CODEPIPELINE");
    if (buildSpec.isPresent()) {
      source.put("BuildSpec", buildSpec.get());
    }
    return Resource.of(
        "AWS::CodeBuild::Project",
        "Name",
        sub("${ApplicationName}Build"),
        "ServiceRole",
        getAtt("CodeBuildRole", "Arn"),
        "Source",
        source,
        "Environment",
        mapping(
            "Type",
            "LINUX_CONTAINER",
            "ComputeType",
            "BUILD_GENERAL1_SMALL",
            "Image",
            ref("CodeBuildImage"),
            "EnvironmentVariables",
            sequence(mapping("Name", "APP_S3_BUCKET", "Value", ref("ApplicationBucket")))),
        "Artifacts",
        mapping("Type", "CODEPIPELINE"));
  }

  private static Resource pipeline(ClassicSource source) {
    return Resource.of(
        "AWS::CodePipeline::Pipeline",
        "Name",
        sub("${ApplicationName}Pipeline"),
        "RoleArn",
        getAtt("CodePipelineRole", "Arn"),
        "ArtifactStore",
        mapping("Type", "S3", "Location", ref("ArtifactBucketStore")),
        "Stages",
        sequence(
            stage("Source", source.action()),
            stage("Build", buildAction()),
            stage("Beta", createChangeSetAction(), executeChangeSetAction())));
  }

  private static Value stage(String name, Object... actions) {
    return mapping("Name", name, "Actions", sequence(actions));
  }

  private static Value buildAction() {
    return mapping(
        "Name",
        "CodeBuild",
        "ActionTypeId",
        actionType("Build", "CodeBuild"),
        "Configuration",
        mapping("ProjectName", ref("AppPackageBuild")),
        "InputArtifacts",
        artifact(ClassicSource.ARTIFACT),
        "OutputArtifacts",
        artifact(TEMPLATE_ARTIFACT),
        "RunOrder",
        1);
  }

  private static Value createChangeSetAction() {
    return mapping(
        "Name",
        "CreateBetaChangeSet",
        "ActionTypeId",
        actionType("Deploy", "CloudFormation"),
        "Configuration",
        mapping(
            "ActionMode",
            "CHANGE_SET_REPLACE",
            "StackName",
            sub(STACK_NAME),
            "ChangeSetName",
            sub(CHANGE_SET_NAME),
            "TemplatePath",
            TEMPLATE_ARTIFACT + "::" + ClassicBuildSpec.TRANSFORMED,
            "Capabilities",
            "CAPABILITY_IAM",
            "RoleArn",
            getAtt("CFNDeployRole", "Arn")),
        "InputArtifacts",
        artifact(TEMPLATE_ARTIFACT),
        "RunOrder",
        1);
  }

  private static Value executeChangeSetAction() {
    return mapping(
        "Name",
        "ExecuteChangeSet",
        "ActionTypeId",
        actionType("Deploy", "CloudFormation"),
        "Configuration",
        mapping(
            "ActionMode",
            "CHANGE_SET_EXECUTE",
            "StackName",
            sub(STACK_NAME),
            "ChangeSetName",
            sub(CHANGE_SET_NAME),
            "OutputFileName",
            "StackOutputs.json"),
        "OutputArtifacts",
        artifact("AppDeploymentValues"),
        "RunOrder",
        2);
  }

  private static Value actionType(String category, String provider) {
    return mapping("Category", category, "Owner", "AWS", "Provider", provider, "Version", "1");
  }

  private static Value artifact(String name) {
    return sequence(mapping("Name", name));
  }

  private static Resource role(String service, Map<String, PolicyDocument> inlinePolicies) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("AssumeRolePolicyDocument", PolicyDocument.assumableBy(service).document());
    if (!inlinePolicies.isEmpty()) {
      List<Value> policies = new ArrayList<>();
      for (Map.Entry<String, PolicyDocument> policy : inlinePolicies.entrySet()) {
        Value document = policy.getValue().document();
        policies.add(mapping("PolicyName", policy.getKey(), "PolicyDocument", document));
      }
      properties.put("Policies", policies);
    }
    return new Resource("AWS::IAM::Role", (Value.Mapping) Value.of(properties));
  }

  private static Resource codeBuildPolicy() {
    return Resource.of(
        "AWS::IAM::Policy",
        "PolicyName",
        "CodeBuildPolicy",
        "PolicyDocument",
        PolicyDocument.of(
                allowAnywhere("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"),
                allow(
                    Value.of("arn:*:s3:::*"),
                    "s3:GetObject",
                    "s3:GetObjectVersion",
                    "s3:PutObject"))
            .document(),
        "Roles",
        sequence(ref("CodeBuildRole")));
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
