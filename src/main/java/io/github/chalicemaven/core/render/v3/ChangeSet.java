package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.text;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.render.Actions;
import java.util.Map;
import java.util.Optional;

/**
 * A change set of a stage's stack, and the actions with it.
 *
 * @param name one that no other change set of the stack has
 * @param actionRole with which the pipeline acts in another account
 * @see <a
 *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html">CloudFormation
 *     action</a>
 */
record ChangeSet(Stage stage, String name, DeployRole deployRole, Optional<Value> actionRole) {

  /**
   * A change set of a stage of the draft's pipeline.
   *
   * @param suffix what follows the application's name in its own
   */
  static ChangeSet of(Stage stage, String suffix, DeployRole deployRole, TemplateDraft draft) {
    Optional<Value> actionRole =
        stage.target().account().map(account -> draft.fixedNames().actionRoleArn(stage));
    return new ChangeSet(stage, draft.name(suffix), deployRole, actionRole);
  }

  /** Creates it from the build's artifact, in the place of an older one. */
  Value create(String action, int runOrder) {
    return action(action, runOrder)
        .with(
            "Configuration",
            configuration("CHANGE_SET_REPLACE")
                .with("TemplatePath", artifact(stage.templateFile()))
                .with("Capabilities", String.join(",", stage.capabilities()))
                .with("RoleArn", deployRole.arn())
                .withIf("TemplateConfiguration", stage.configurationFile().map(ChangeSet::artifact))
                .withIf("ParameterOverrides", json(stage.parameterOverrides())))
        .with("InputArtifacts", Actions.artifact(Actions.BUILD_ARTIFACT));
  }

  /** A file of the build's artifact. */
  private static Value artifact(String file) {
    return text(Actions.BUILD_ARTIFACT + "::" + file);
  }

  /** Executes it. */
  Value execute(String action, int runOrder) {
    return action(action, runOrder).with("Configuration", configuration("CHANGE_SET_EXECUTE"));
  }

  private Value.Mapping action(String name, int runOrder) {
    return PipelineResource.action(name, "Deploy", "CloudFormation", runOrder)
        .withText("Region", stage.target().region())
        .withIf("RoleArn", actionRole);
  }

  private Value.Mapping configuration(String mode) {
    return mapping()
        .with("ActionMode", mode)
        .with("StackName", stage.stackName())
        .with("ChangeSetName", name);
  }

  /** CodePipeline takes the overrides as text in JSON. */
  private static Optional<Value> json(Map<String, String> overrides) {
    return overrides.isEmpty()
        ? Optional.empty()
        : Optional.of(text(DocumentFormat.compactJson(Value.texts(overrides))));
  }
}
