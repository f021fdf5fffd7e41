package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.BuildSource;
import io.github.chalicemaven.core.settings.StageSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the image of the build asks of its projects, the stages' tests among them. */
class BuildImageTest {

  private static final List<String> PROJECTS = List.of("AppPackageBuild", "BetaTestBuild");

  @ParameterizedTest
  @CsvSource({
    "111122223333.dkr.ecr.eu-west-1.amazonaws.com/build/python:3.13, eu-west-1, build/python",
    "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/python, cn-north-1, python",
    "111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com/python@sha256:01, us-gov-west-1, python"
  })
  void aPrivateImageIsPulledByTheRole(String image, String region, String repository) {
    Template template = render(image);

    for (String project : PROJECTS) {
      assertThat(environment(template, project))
          .containsEntry("ImagePullCredentialsType", Value.text("SERVICE_ROLE"))
          .containsEntry("Type", Value.text("LINUX_CONTAINER"));
    }
    for (String policy : List.of("CodeBuildAccess", "StageTestAccess")) {
      assertThat(statement(template, policy, "PullImage"))
          .containsEntry(
              "Action",
              Values.sequence(
                  "ecr:BatchCheckLayerAvailability",
                  "ecr:BatchGetImage",
                  "ecr:GetDownloadUrlForLayer"))
          .containsEntry(
              "Resource",
              sub(
                  "arn:${AWS::Partition}:ecr:"
                      + region
                      + ":111122223333:repository/"
                      + repository));
      assertThat(statement(template, policy, "LogInToEcr"))
          .containsEntry("Action", Values.sequence("ecr:GetAuthorizationToken"))
          .containsEntry("Resource", Value.text("*"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws/codebuild/standard:7.0",
        "public.ecr.aws/docker/library/python:3.13",
        "python:3.13"
      })
  void aPublicImageIsPulledByCodeBuild(String image) {
    Template template = render(image);

    for (String project : PROJECTS) {
      assertThat(environment(template, project)).doesNotContainKey("ImagePullCredentialsType");
    }
    assertThat(DocumentFormat.JSON.render(template.document())).doesNotContain("ecr:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws/codebuild/amazonlinux-aarch64-standard:3.0",
        "aws/codebuild/amazonlinux2-aarch64-standard:3.0",
        "111122223333.dkr.ecr.eu-west-1.amazonaws.com/python:3.13-arm64"
      })
  void anArmImageRunsOnArm(String image) {
    Template template = render(image);

    for (String project : PROJECTS) {
      assertThat(environment(template, project))
          .containsEntry("Type", Value.text("ARM_CONTAINER"))
          .containsEntry("Image", Value.text(image));
    }
  }

  private static Map<String, Value> environment(Template template, String project) {
    Value environment = template.resources().get(project).properties().entries().get("Environment");
    return ((Value.Mapping) environment).entries();
  }

  private static Map<String, Value> statement(Template template, String policy, String sid) {
    Value document = template.resources().get(policy).properties().entries().get("PolicyDocument");
    Value statements = ((Value.Mapping) document).entries().get("Statement");
    return ((Value.Sequence) statements)
        .items().stream()
            .map(statement -> ((Value.Mapping) statement).entries())
            .filter(statement -> statement.get("Sid").equals(Value.text(sid)))
            .findFirst()
            .orElseThrow();
  }

  private static Template render(String image) {
    V3Pipeline pipeline =
        V3Settings.pipeline(
            settings -> {
              StageSettings beta = V3Settings.stage("beta");
              beta.testCommands = List.of("pytest");
              V3Settings.stages(V3Settings.v3(settings), beta);
              settings.codebuildImage = image;
            });
    return V3Template.draft(pipeline, BuildSource.written(V3BuildSpec.render(pipeline))).template();
  }
}
