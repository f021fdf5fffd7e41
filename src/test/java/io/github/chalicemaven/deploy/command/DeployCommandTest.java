package io.github.chalicemaven.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.cloudformation.Parameter;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Template;
import org.junit.jupiter.api.Test;

class DeployCommandTest {

  private final Template.Builder template =
      Template.builder("A pipeline").resource("Role", Resource.resource("AWS::IAM::Role"));

  @Test
  void aTemplateWhoseParametersHaveDefaultsNeedsNoMore() {
    template.parameter("ApplicationName", Parameter.withDefault("orders", "The name."));

    assertThat(
            DeployCommand.of(
                template.build().document(), "orders-pipeline", "target/pipeline.json", false))
        .isEqualTo(
            "aws cloudformation deploy --stack-name orders-pipeline --template-file"
                + " target/pipeline.json --capabilities CAPABILITY_IAM");
  }

  @Test
  void parametersWithoutADefaultAreVariablesThatMustBeSet() {
    template
        .parameter("ApplicationName", Parameter.withDefault("orders", "The name."))
        .parameter("GithubOwner", Parameter.required("The owner."))
        .parameter("GithubPersonalToken", Parameter.secret("The token."));

    assertThat(
            DeployCommand.of(
                template.build().document(), "orders-pipeline", "pipeline.json", false))
        .endsWith(
            " --capabilities CAPABILITY_IAM --parameter-overrides"
                + " GithubOwner=\"${GithubOwner:?}\""
                + " GithubPersonalToken=\"${GithubPersonalToken:?}\"");
  }

  @Test
  void aRoleWithANameNeedsAnotherCapability() {
    template.resource("Named", Resource.resource("AWS::IAM::Role").with("RoleName", "orders"));

    assertThat(DeployCommand.of(template.build().document(), "orders-pipeline", "p.json", false))
        .endsWith(" --capabilities CAPABILITY_NAMED_IAM");
  }

  @Test
  void aSecretIsReadIntoItsVariableSoThatNoHistoryKeepsIt() throws Exception {
    template
        .parameter("GithubOwner", Parameter.required("The owner."))
        .parameter("GithubPersonalToken", Parameter.secret("The token."));

    assertThat(DeployCommand.enter("GithubPersonalToken"))
        .isEqualTo("read -rs GithubPersonalToken");
  }

  @Test
  void aPathIsQuotedForTheShell() {
    assertThat(
            DeployCommand.of(
                template.build().document(), "orders-pipeline", "my app/it's.json", false))
        .contains("--template-file 'my app/it'\\''s.json' ");
  }

  @Test
  void aLargeTemplateNeedsABucket() {
    assertThat(
            DeployCommand.of(template.build().document(), "orders-pipeline", "pipeline.json", true))
        .contains(
            " --template-file pipeline.json --s3-bucket \"${TemplateBucket:?}\" --capabilities ");
  }
}
