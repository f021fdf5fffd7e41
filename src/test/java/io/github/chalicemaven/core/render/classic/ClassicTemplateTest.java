package io.github.chalicemaven.core.render.classic;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.TemplateAssert.assertThat;
import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static io.github.chalicemaven.core.cloudformation.Values.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Value.Mapping;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.pipeline.Build;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.pipeline.PipelineVersion;
import io.github.chalicemaven.core.pipeline.PythonVersion;
import io.github.chalicemaven.core.pipeline.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClassicTemplateTest {

  private static final Value.Embedded SPEC =
      DocumentFormat.embedded(new BuildSpec("0.2", List.of(), List.of()).document());

  private static final Source CODE_COMMIT = new Source.CodeCommit("main");
  private static final Source GITHUB_PARAMETER =
      new Source.GitHubToken("main", Source.TokenStore.PARAMETER);
  private static final Source GITHUB_SECRET =
      new Source.GitHubToken("main", Source.TokenStore.SECRETS_MANAGER);

  static List<Source> sources() {
    return List.of(CODE_COMMIT, GITHUB_PARAMETER, GITHUB_SECRET);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyTemplateHasNameAndImageAsParameters(Source source) {
    assertThat(render(source))
        .hasParameter("ApplicationName", "Type", "String", "Default", "orders")
        .hasParameter("CodeBuildImage", "Type", "String", "Default", "an/image:1");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyTemplatePublishesItsBucketsAndRoles(Source source) {
    assertThat(render(source))
        .hasOutput("S3PipelineBucket", ref("ArtifactBucketStore"))
        .hasOutput("S3ApplicationBucket", ref("ApplicationBucket"))
        .hasOutput("CodeBuildRoleArn", getAtt("CodeBuildRole", "Arn"))
        .hasOutput("CFNDeployRoleArn", getAtt("CFNDeployRole", "Arn"))
        .hasOutput("CodePipelineRoleArn", getAtt("CodePipelineRole", "Arn"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyReferenceIsToAParameterOrAResourceOfTheTemplate(Source source) {
    Template template = render(source);
    Set<String> known = new HashSet<>(template.parameters().keySet());
    known.addAll(template.resources().keySet());

    assertThat(references(template.document(), new TreeSet<>()))
        .contains("ApplicationName", "ArtifactBucketStore", "CodeBuildRole")
        .isSubsetOf(known);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyParameterIsUsed(Source source) {
    Template template = render(source);

    assertThat(references(template.document(), new TreeSet<>()))
        .containsAll(template.parameters().keySet());
  }

  @Test
  void codeCommitIsARepositoryOfTheTemplate() {
    assertThat(render(CODE_COMMIT))
        .hasOnlyParameters("ApplicationName", "CodeBuildImage")
        .hasResource("AWS::CodeCommit::Repository", "RepositoryName", ref("ApplicationName"))
        .hasOutput("SourceRepoURL", getAtt("SourceRepository", "CloneUrlHttp"));
    assertSourceAction(
        CODE_COMMIT,
        "AWS",
        "CodeCommit",
        mapping("BranchName", "main", "RepositoryName", getAtt("SourceRepository", "Name")));
  }

  @Test
  void githubsTokenInAParameterIsMasked() {
    assertThat(render(GITHUB_PARAMETER))
        .hasOnlyParameters(
            "ApplicationName",
            "CodeBuildImage",
            "GithubOwner",
            "GithubRepoName",
            "GithubPersonalToken")
        .hasParameter("GithubPersonalToken", "Type", "String", "NoEcho", true)
        .hasResourceTypes(
            "AWS::S3::Bucket",
            "AWS::S3::Bucket",
            "AWS::IAM::Role",
            "AWS::IAM::Policy",
            "AWS::CodeBuild::Project",
            "AWS::IAM::Role",
            "AWS::IAM::Role",
            "AWS::CodePipeline::Pipeline");
    assertSourceAction(
        GITHUB_PARAMETER,
        "ThirdParty",
        "GitHub",
        mapping(
            "Owner",
            ref("GithubOwner"),
            "Repo",
            ref("GithubRepoName"),
            "Branch",
            "main",
            "OAuthToken",
            ref("GithubPersonalToken"),
            "PollForSourceChanges",
            "true"));
  }

  @Test
  void githubsTokenInSecretsManagerIsADynamicReference() {
    assertThat(render(GITHUB_SECRET))
        .hasOnlyParameters(
            "ApplicationName",
            "CodeBuildImage",
            "GithubOwner",
            "GithubRepoName",
            "GithubRepoSecretId",
            "GithubRepoSecretJSONKey")
        .hasParameter("GithubRepoSecretId", "Default", "GithubRepoAccess")
        .hasParameter("GithubRepoSecretJSONKey", "Default", "OAuthToken")
        .hasOnlyOutputs(
            "S3PipelineBucket",
            "S3ApplicationBucket",
            "CodeBuildRoleArn",
            "CFNDeployRoleArn",
            "CodePipelineRoleArn");
    assertSourceAction(
        GITHUB_SECRET,
        "ThirdParty",
        "GitHub",
        mapping(
            "OAuthToken",
            sub(
                "{{resolve:secretsmanager:${GithubRepoSecretId}:SecretString"
                    + ":${GithubRepoSecretJSONKey}}}")));
  }

  @Test
  void thePipelineBuildsAndThenDeploysToBeta() {
    assertThat(render(CODE_COMMIT))
        .hasResource(
            "AWS::CodePipeline::Pipeline",
            "Name",
            sub("${ApplicationName}Pipeline"),
            "ArtifactStore",
            mapping("Type", "S3", "Location", ref("ArtifactBucketStore")),
            "Stages",
            sequence(
                mapping("Name", "Source"),
                mapping(
                    "Name",
                    "Build",
                    "Actions",
                    sequence(
                        mapping("Configuration", mapping("ProjectName", ref("AppPackageBuild"))))),
                mapping(
                    "Name",
                    "Beta",
                    "Actions",
                    sequence(
                        deployAction("CHANGE_SET_REPLACE", 1),
                        deployAction("CHANGE_SET_EXECUTE", 2)))));
  }

  @Test
  void theBuildKnowsTheApplicationsBucket() {
    assertThat(render(CODE_COMMIT))
        .hasResource(
            "AWS::CodeBuild::Project",
            "ServiceRole",
            getAtt("CodeBuildRole", "Arn"),
            "Environment",
            mapping(
                "Image",
                ref("CodeBuildImage"),
                "EnvironmentVariables",
                sequence(mapping("Name", "APP_S3_BUCKET", "Value", ref("ApplicationBucket")))));
  }

  @ParameterizedTest
  @CsvSource({"codebuild", "cloudformation", "codepipeline"})
  void eachServiceHasARoleThatItMayAssume(String service) {
    assertThat(render(CODE_COMMIT))
        .hasResource(
            "AWS::IAM::Role",
            "AssumeRolePolicyDocument",
            mapping(
                "Statement",
                sequence(
                    mapping(
                        "Effect",
                        "Allow",
                        "Principal",
                        mapping("Service", sequence(sub(service + ".${AWS::URLSuffix}")))))));
  }

  @Test
  void theBuildSpecificationIsEmbeddedUnlessAFileHasIt() {
    assertThat(buildSource(Optional.empty()))
        .isEqualTo(mapping("Type", "CODEPIPELINE", "BuildSpec", SPEC));
  }

  @Test
  void codeBuildFindsTheRootsBuildSpecificationItself() {
    assertThat(buildSource(Optional.of("buildspec.yml")))
        .isEqualTo(mapping("Type", "CODEPIPELINE"));
  }

  @Test
  void aBuildSpecificationElsewhereIsPointedTo() {
    assertThat(buildSource(Optional.of("ci/buildspec.yml")))
        .isEqualTo(mapping("Type", "CODEPIPELINE", "BuildSpec", "ci/buildspec.yml"));
  }

  private static Mapping deployAction(String mode, int runOrder) {
    return mapping(
        "Configuration",
        mapping(
            "ActionMode",
            mode,
            "StackName",
            sub("${ApplicationName}BetaStack"),
            "ChangeSetName",
            sub("${ApplicationName}ChangeSet")),
        "RunOrder",
        runOrder);
  }

  private static void assertSourceAction(
      Source source, String owner, String provider, Mapping configuration) {
    assertThat(render(source))
        .hasResource(
            "AWS::CodePipeline::Pipeline",
            "Stages",
            sequence(
                mapping(
                    "Name",
                    "Source",
                    "Actions",
                    sequence(
                        mapping(
                            "ActionTypeId",
                            mapping("Category", "Source", "Owner", owner, "Provider", provider),
                            "Configuration",
                            configuration))),
                mapping("Name", "Build"),
                mapping("Name", "Beta")));
  }

  private static Value buildSource(Optional<String> buildSpecFile) {
    return render(CODE_COMMIT, buildSpecFile)
        .resources()
        .get("AppPackageBuild")
        .properties()
        .entries()
        .get("Source");
  }

  private static Template render(Source source) {
    return render(source, Optional.empty());
  }

  private static Template render(Source source, Optional<String> buildSpecFile) {
    Build build = new Build(PythonVersion.PYTHON_3_13, "an/image:1", ">=1,<2", "", buildSpecFile);
    ClassicPipeline pipeline =
        new ClassicPipeline(PipelineVersion.V2, "orders", "orders-pipeline", source, build);
    return ClassicTemplate.template(pipeline, SPEC);
  }

  /** The logical IDs that the value refers to, pseudo parameters left out. */
  private static Set<String> references(Value value, Set<String> found) {
    if (value instanceof Mapping mapping && Functions.isFunction(value)) {
      mapping.entries().forEach((function, argument) -> addReferences(function, argument, found));
    } else if (value instanceof Value.Sequence sequence) {
      sequence.items().forEach(item -> references(item, found));
    } else if (value instanceof Mapping mapping) {
      mapping.entries().values().forEach(item -> references(item, found));
    }
    return found;
  }

  private static void addReferences(String function, Value argument, Set<String> found) {
    if (function.equals("Ref")) {
      found.add(((Value.Text) argument).text());
    } else if (function.equals("Fn::GetAtt")) {
      found.add(((Value.Text) ((Value.Sequence) argument).items().get(0)).text());
    } else {
      String text = ((Value.Text) argument).text();
      Matcher matcher = Pattern.compile("\\$\\{([A-Za-z0-9]+)}").matcher(text);
      matcher.results().forEach(name -> found.add(name.group(1)));
    }
  }
}
