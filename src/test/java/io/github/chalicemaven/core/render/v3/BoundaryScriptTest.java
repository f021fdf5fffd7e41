package io.github.chalicemaven.core.render.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command that gives the roles of a packaged application their boundary. */
class BoundaryScriptTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** As {@code chalice package} writes it, with what a merge template may add. */
  private static final String PACKAGED =
      """
      {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Transform": "AWS::Serverless-2016-10-31",
        "Outputs": {"EndpointURL": {"Value": {"Fn::Sub": "https://${RestAPI}/api/"}}},
        "Resources": {
          "APIHandler": {
            "Type": "AWS::Serverless::Function",
            "Properties": {
              "Runtime": "python3.13",
              "Role": {"Fn::GetAtt": ["DefaultRole", "Arn"]}
            }
          },
          "DefaultRole": {
            "Type": "AWS::IAM::Role",
            "Properties": {"AssumeRolePolicyDocument": {"Statement": []}}
          },
          "Merged": {"Type": "AWS::Serverless::Function", "Properties": {"Policies": ["Café"]}},
          "Steps": {"Type": "AWS::Serverless::StateMachine"},
          "StepsWithRole": {
            "Type": "AWS::Serverless::StateMachine",
            "Properties": {"Role": "arn:aws:iam::111122223333:role/steps"}
          },
          "BoundElsewhere": {
            "Type": "AWS::IAM::Role",
            "Properties": {"PermissionsBoundary": "arn:aws:iam::aws:policy/AdministratorAccess"}
          },
          "Table": {"Type": "AWS::DynamoDB::Table", "Properties": {}}
        }
      }
      """;

  @TempDir Path folder;

  private Path template;

  @BeforeEach
  void writeTemplate() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "There is no /bin/sh.");
    assumeTrue(run("python3 -c pass") == 0, "There is no python3.");
    template = Files.writeString(folder.resolve("sam.json"), PACKAGED);
  }

  @Test
  void everyRoleOfTheApplicationGetsTheBoundaryAndNothingElseChanges() throws Exception {
    ObjectNode expected = (ObjectNode) JSON.readTree(PACKAGED);
    for (String id : List.of("DefaultRole", "Merged", "Steps", "BoundElsewhere")) {
      ((ObjectNode) expected.get("Resources").get(id))
          .withObject("/Properties")
          .put("PermissionsBoundary", V3Settings.BOUNDARY_ARN);
    }

    int status = run(BoundaryScript.command(template.toString(), V3Settings.BOUNDARY_ARN));

    assertThat(status).isZero();
    JsonNode bound = JSON.readTree(template.toFile());
    // SAM and CloudFormation take no properties and empty ones alike.
    expected.get("Resources").forEach(r -> ((ObjectNode) r).withObject("/Properties"));
    assertThat(bound).isEqualTo(expected);
  }

  @Test
  void theSameInputGivesTheSameBytes() throws Exception {
    String command = BoundaryScript.command(template.toString(), V3Settings.BOUNDARY_ARN);
    run(command);
    String once = Files.readString(template);
    run(command);

    assertThat(template).hasContent(once);
  }

  @Test
  void aTemplateThatIsNotThereFailsTheBuild() throws Exception {
    assertThat(run(BoundaryScript.command("none.json", V3Settings.BOUNDARY_ARN))).isNotZero();
  }

  @Test
  void theBuildBindsRolesBetweenPackagingAndUploading() {
    assertThat(commands(V3Settings::operations))
        .map(command -> command.replaceFirst("^(aws cloudformation package) .*", "$1"))
        .containsSubsequence(
            "chalice package --stage beta /tmp/packaged/beta",
            BoundaryScript.command("/tmp/packaged/beta/sam.json", V3Settings.BOUNDARY_ARN),
            "aws cloudformation package");
    assertThat(commands(V3Settings::v3)).noneMatch(command -> command.contains("python3"));
  }

  private static List<String> commands(Consumer<PipelineSettings> settings) {
    V3Pipeline pipeline = V3Settings.pipeline(settings);
    return V3BuildSpec.render(pipeline).phases().get(1).commands();
  }

  private int run(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
