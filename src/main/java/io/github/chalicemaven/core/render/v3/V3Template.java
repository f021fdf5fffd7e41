package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.BuildSource;
import io.github.chalicemaven.core.render.CommonOutputs;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.render.SupportTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The template of a {@code v3} pipeline: storage, source, build, stages, notifications, then the
 * roles with what all of these need, and the pipeline itself. Where {@code v2} has a resource too,
 * it has the same logical ID, type and name here, so that a stack of {@code v2} is updated in
 * place. It has no parameters but the ARNs of keys in other regions, which nobody knows before:
 * {@code aws cloudformation deploy} keeps the former value of a parameter, whatever the template's
 * default becomes.
 */
public final class V3Template {

  /** In the place of a role whose name CloudFormation has generated, and would replace. */
  private static final String NAMED_ROLE = "Named" + LogicalIds.PIPELINE_ROLE;

  private V3Template() {}

  /** Renders the template and the build specification. */
  public static Rendered render(V3Pipeline pipeline) {
    Value.Embedded buildSpec = BuildSource.written(V3BuildSpec.render(pipeline));
    TemplateDraft draft = draft(pipeline, buildSpec);
    return Rendered.of(draft.template(), buildSpec, draft.grants().reasons(), supports(pipeline));
  }

  /** The template with all its parts. */
  static TemplateDraft draft(V3Pipeline pipeline, Value.Embedded buildSpec) {
    Template.Builder template =
        Template.builder("Continuous-deployment pipeline of an AWS Chalice application");
    TemplateDraft draft = new TemplateDraft(pipeline, template);
    nameRole(draft);
    List<DeployRole> deployRoles = deployRoles(pipeline);
    parts(pipeline, buildSpec, deployRoles).forEach(part -> part.contribute(draft));
    RoleResources.addTo(draft);
    PipelineResource.addTo(draft);
    CommonOutputs.addTo(
        template,
        draft.roleArn(Role.BUILD),
        new Output("The role that deploys the first stage.", deployRoles.get(0).arn()),
        draft.roleArn(Role.PIPELINE));
    return draft;
  }

  /** What the pipeline needs elsewhere, in the order of its deployment. */
  private static List<SupportTemplate> supports(V3Pipeline pipeline) {
    List<SupportTemplate> supports = new ArrayList<>();
    pipeline.otherAccounts().forEach(a -> supports.add(TargetTemplate.render(pipeline, a)));
    pipeline.otherRegions().forEach(r -> supports.add(RegionTemplate.render(pipeline, r)));
    return supports;
  }

  /** Gives the pipeline's role a name that other accounts can trust. */
  private static void nameRole(TemplateDraft draft) {
    if (!draft.pipeline().otherAccounts().isEmpty() && draft.given(Role.PIPELINE).isEmpty()) {
      draft.shape(
          draft.shape(Role.PIPELINE).named(NAMED_ROLE, draft.fixedNames().pipelineRole()),
          Role.PIPELINE);
    }
  }

  /** The way that the application takes. */
  private static List<Part> parts(
      V3Pipeline pipeline, Value.Embedded buildSpec, List<DeployRole> deployRoles) {
    List<Part> parts = new ArrayList<>();
    parts.add(new StoragePart(Optional.empty()));
    pipeline.otherRegions().forEach(region -> parts.add(new RegionStoragePart(region)));
    parts.add(SourcePart.of(pipeline.source()));
    parts.add(new BuildPart(buildSpec));
    for (int i = 0; i < deployRoles.size(); i++) {
      Stage stage = pipeline.stages().get(i);
      DeployRole role = deployRoles.get(i);
      stage.approval().ifPresent(approval -> parts.add(new ApprovalPart(stage, approval, role)));
      parts.add(new StagePart(stage, role));
    }
    pipeline.options().notifications().map(NotificationPart::new).ifPresent(parts::add);
    return parts;
  }

  private static List<DeployRole> deployRoles(V3Pipeline pipeline) {
    List<DeployRole> roles = new ArrayList<>();
    for (Stage stage : pipeline.stages()) {
      roles.add(new DeployRole(pipeline, stage, roles.isEmpty()));
    }
    return roles;
  }
}
