package io.github.chalicemaven.deploy.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.deploy.service.Caller;
import io.github.chalicemaven.deploy.service.Changes;
import io.github.chalicemaven.deploy.service.PropertyChange;
import io.github.chalicemaven.deploy.service.PropertyChange.Recreation;
import io.github.chalicemaven.deploy.service.ResourceChange.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeSetReportTest {

  private static final ChangeSetReport REPORT =
      ChangeSetReport.of(
          "orders-pipeline",
          new Caller("123456789012", "arn:aws:iam::123456789012:user/dev", "eu-west-1"),
          List.of(
              Changes.add("Topic", "AWS::SNS::Topic"),
              Changes.modify(
                  "Build",
                  "AWS::CodeBuild::Project",
                  new PropertyChange("Environment.Image", "7.0", "8.0", Recreation.NEVER, "Image"),
                  new PropertyChange("Source.Token", "a", "b", Recreation.NEVER, ""),
                  new PropertyChange("Name", "orders|1", null, Recreation.CONDITIONALLY, ""),
                  new PropertyChange("Tags", null, null, Recreation.NEVER, "")),
              Changes.replace("Role", Changes.ROLE, Policy.DELETE),
              Changes.remove("Key", "AWS::KMS::Key", Policy.RETAIN),
              Changes.remove("Repository", Changes.REPOSITORY, Policy.DELETE)),
          new Masks(List.of("8.0")));

  @Test
  void whatNeedsAPersonsEyeComesFirst() {
    assertThat(String.join("\n", REPORT.lines()) + "\n")
        .isEqualTo(
            """
              Remove        Repository  AWS::CodeCommit::Repository  p-Repository
                              DATA LOSS: all its commits are deleted with it
              Replace       Role        AWS::IAM::Role               p-Role
              Keep outside  Key         AWS::KMS::Key                p-Key
                              the existing one is kept, outside the stack
              Change        Build       AWS::CodeBuild::Project      p-Build
                              Environment.Image: 7.0 -> **** (from Image)
                              Source.Token: **** -> ****
                              Name: orders|1 -> (none) (may replace it)
                              Tags
              Add           Topic       AWS::SNS::Topic
            """);
    assertThat(REPORT.summary()).isEqualTo("Remove 1, Replace 1, Keep outside 1, Change 1, Add 1");
  }

  @Test
  void theDocumentHasARowForEachChange() {
    assertThat(REPORT.markdown())
        .startsWith("# Change set of stack `orders-pipeline`\n\naccount 123456789012, region eu")
        .contains(
            "| **Remove** | Repository | AWS::CodeCommit::Repository | p-Repository | DATA LOSS")
        .contains(
            "<br>Source.Token: \\*\\*\\*\\* -\\> \\*\\*\\*\\*<br>Name: orders\\|1 -\\> (none)")
        .doesNotContain("8.0")
        .endsWith("| **Add** | Topic | AWS::SNS::Topic |  |  |\n");
  }

  @Test
  void ofLongValuesTheDifferenceIsShown() {
    String start = "x".repeat(200);
    ChangeSetReport report =
        ChangeSetReport.of(
            "orders",
            REPORT.caller(),
            List.of(
                Changes.modify(
                    "Build",
                    "AWS::CodeBuild::Project",
                    new PropertyChange("Spec", start + "a", start + "b", Recreation.NEVER, ""))),
            new Masks(List.of()));

    String shown = "..." + "x".repeat(40);
    assertThat(report.lines().get(1)).endsWith("Spec: " + shown + "a -> " + shown + "b");
  }

  @Test
  void noChangesAreSaidToBeNone() {
    ChangeSetReport none =
        ChangeSetReport.of("orders", REPORT.caller(), List.of(), new Masks(List.of()));

    assertThat(none.lines()).isEmpty();
    assertThat(none.markdown()).endsWith("no changes.\n");
  }

  @Test
  void theDocumentForProgramsSaysTheSame() {
    assertThat(REPORT.json())
        .startsWith(
            """
            {
              "stackName": "orders-pipeline",
              "account": "123456789012",
              "region": "eu-west-1",
              "changes": [
                {
                  "kind": "REMOVE",
                  "logicalId": "Repository",
                  "physicalId": "p-Repository",
                  "type": "AWS::CodeCommit::Repository",
                  "policy": "DELETE",
                  "dataLoss": true,
                  "properties": []
                },
            """)
        .contains(
            """
                  "policy": "NONE",
                  "dataLoss": false,
                  "properties": [
                    {
                      "path": "Environment.Image",
                      "before": "7.0",
                      "after": "****",
                      "recreation": "NEVER",
                      "cause": "Image"
                    },
            """)
        .contains(
            """
                    {
                      "path": "Tags",
                      "recreation": "NEVER",
                      "cause": ""
                    }
            """)
        .doesNotContain("8.0")
        .endsWith("  ]\n}\n");
  }
}
