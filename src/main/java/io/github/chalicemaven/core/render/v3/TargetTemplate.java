package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.SupportTemplate;
import java.util.List;

/**
 * The template of an account that stages are deployed to: for each of them the role with which the
 * pipeline acts there, and the one with which CloudFormation deploys it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html">Resources
 *     of another account</a>
 */
final class TargetTemplate {

  private final V3Pipeline pipeline;
  private final FixedNames names;
  private final TemplateDraft draft;

  private TargetTemplate(V3Pipeline pipeline, String account) {
    this.pipeline = pipeline;
    this.names = new FixedNames(pipeline);
    this.draft =
        new TemplateDraft(
            pipeline,
            Template.builder(
                "What the pipeline of "
                    + pipeline.appName()
                    + " in "
                    + names.home().account()
                    + " may do in "
                    + account));
  }

  /** Renders the template of an account. */
  static SupportTemplate render(V3Pipeline pipeline, String account) {
    TargetTemplate template = new TargetTemplate(pipeline, account);
    List<Stage> stages =
        pipeline.stages().stream()
            .filter(stage -> stage.target().account().filter(account::equals).isPresent())
            .toList();
    stages.forEach(template::add);
    RoleResources.addTo(template.draft);
    return SupportTemplate.target(
        account,
        template.names.place(stages.get(0)).region(),
        template.draft.template().document(),
        template.draft.grants().reasons());
  }

  private void add(Stage stage) {
    Role role = Role.actionOf(stage);
    draft.shape(
        RoleShape.of(role, stage, names.actionRole(stage)).trusting(trustInPipeline()), role);
    StackAccess.allow(draft.grants(), role, stage, names.place(stage), names.deployRoleArn(stage));
    new ForeignStorage(names, stage).allowArtifacts(draft.grants(), role);
    new DeployRole(pipeline, stage, false).contributeToTarget(draft);
    draft.output(
        role.logicalId(),
        new Output("The role of the pipeline in the stage " + stage.id() + ".", role.arn()));
  }

  /** Lets the pipeline's role assume it; CodePipeline sends no external ID. */
  private Statement trustInPipeline() {
    return new ForeignPrincipals(
            List.of(names.home().account()),
            List.of(names.pipelineRoleArn()),
            names.home().organizationId())
        .admit(Statement.allow(List.of("sts:AssumeRole"), List.of()).named("TrustThePipeline"));
  }
}
