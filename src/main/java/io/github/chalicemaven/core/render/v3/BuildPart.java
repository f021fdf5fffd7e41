package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.text;
import static io.github.chalicemaven.core.cloudformation.Value.texts;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.BuildOptions;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.pipeline.Variables;
import io.github.chalicemaven.core.render.Actions;
import io.github.chalicemaven.core.render.BuildSource;
import java.util.ArrayList;
import java.util.List;

/** The build stage: one CodeBuild project tests the application and packages it for all stages. */
final class BuildPart implements Part {

  private static final String REPORT_GROUP = "UnitTestReports";

  private final Value.Embedded buildSpec;

  BuildPart(Value.Embedded buildSpec) {
    this.buildSpec = buildSpec;
  }

  @Override
  public void contribute(TemplateDraft draft) {
    if (!draft.pipeline().buildOptions().testReports().isEmpty()) {
      addReportGroup(draft);
    }
    draft.resource(LogicalIds.BUILD_PROJECT, project(draft));
    BuildAccess.allow(draft);
    Value action =
        PipelineResource.action("CodeBuild", "Build", "CodeBuild", 1)
            .with("Configuration", mapping().with("ProjectName", ref(LogicalIds.BUILD_PROJECT)))
            .with("InputArtifacts", Actions.artifact(Actions.SOURCE_ARTIFACT))
            .with("OutputArtifacts", Actions.artifact(Actions.BUILD_ARTIFACT));
    draft.stage(Actions.stage("Build", List.of(action)));
    BuildProject.allowRun(draft.grants(), LogicalIds.BUILD_PROJECT);
  }

  private Resource project(TemplateDraft draft) {
    V3Pipeline pipeline = draft.pipeline();
    BuildOptions options = pipeline.buildOptions();
    Resource project =
        new BuildProject("Build", Role.BUILD, "BuildLogs")
            .resourceOf(
                BuildSource.of(pipeline.build().buildSpecFile(), buildSpec),
                environment(draft),
                draft)
            .withIf("Cache", cache(options));
    return BuildProject.suppressions(pipeline)
        .andIf(
            options.privilegedMode(),
            "AwsSolutions-CB3",
            "<privilegedMode> is true: the build runs Docker.")
        .in(BuildProject.inVpc(project, Role.BUILD, options.vpc()));
  }

  private static void addReportGroup(TemplateDraft draft) {
    Grants grants = draft.grants();
    draft.resource(
        REPORT_GROUP,
        resource("AWS::CodeBuild::ReportGroup")
            .with("Name", draft.name("Build-" + V3BuildSpec.REPORT_GROUP))
            .with("Type", "TEST")
            .with("ExportConfig", mapping().with("ExportConfigType", "NO_EXPORT"))
            .with("DeleteReports", true));
    grants.allow(
        Role.BUILD,
        Statement.allow(
                getAtt(REPORT_GROUP, "Arn"),
                "codebuild:BatchPutTestCases",
                "codebuild:CreateReport",
                "codebuild:CreateReportGroup",
                "codebuild:UpdateReport")
            .named("ReportTests"));
  }

  private static Value environment(TemplateDraft draft) {
    V3Pipeline pipeline = draft.pipeline();
    BuildOptions options = pipeline.buildOptions();
    List<Value> variables = new ArrayList<>();
    draft.storages().forEach(storage -> variables.addAll(storage.variables()));
    if (options.cache() != BuildOptions.Cache.NONE) {
      variables.add(BuildProject.variable(Variables.PIP_CACHE, text(V3BuildSpec.PIP_CACHE)));
    }
    options.variables().forEach(variable -> variables.add(BuildProject.variable(variable)));
    return BuildProject.environment(pipeline)
        .withIf("PrivilegedMode", options.privilegedMode())
        .with("EnvironmentVariables", sequence(variables));
  }

  private static Value.Mapping cache(BuildOptions options) {
    return switch (options.cache()) {
      case NONE -> mapping();
      case LOCAL -> mapping().with("Type", "LOCAL").with("Modes", texts("LOCAL_CUSTOM_CACHE"));
      case S3 ->
          mapping()
              .with("Type", "S3")
              .with("Location", sub("${" + LogicalIds.ARTIFACT_BUCKET + "}/build-cache"));
    };
  }
}
