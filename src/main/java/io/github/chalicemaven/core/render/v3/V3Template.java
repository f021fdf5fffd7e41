package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.Parameter;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.Rendered;
import java.util.ArrayList;
import java.util.List;

/**
 * The template of a {@code v3} pipeline: storage, source, build, stages, notifications, then the
 * roles with what all of these need, and the pipeline itself. Where {@code v2} has a resource too,
 * it has the same logical ID, type and name here, so that a stack of {@code v2} is updated in
 * place.
 */
public final class V3Template {

  private V3Template() {}

  /** Renders the template and the build specification. */
  public static Rendered render(V3Pipeline pipeline) {
    BuildSpec buildSpec = V3BuildSpec.render(pipeline);
    Assembly assembly = assembly(pipeline, buildSpec);
    return Rendered.of(assembly.template().build(), buildSpec, assembly.reasons());
  }

  static Template template(V3Pipeline pipeline, BuildSpec buildSpec) {
    return assembly(pipeline, buildSpec).template().build();
  }

  private static Assembly assembly(V3Pipeline pipeline, BuildSpec buildSpec) {
    Template.Builder template =
        Template.builder("Continuous-deployment pipeline of an AWS Chalice application")
            .metadata(consoleInterface())
            .parameter("ApplicationName", applicationName(pipeline))
            .parameter("CodeBuildImage", codeBuildImage(pipeline));
    Assembly assembly = new Assembly(pipeline, template);
    List<DeployRole> deployRoles = deployRoles(pipeline);
    parts(pipeline, buildSpec, deployRoles).forEach(part -> part.contribute(assembly));
    assembly.addRoles();
    assembly.addPipeline();
    assembly.addOutputs(deployRoles.get(0).arn());
    return assembly;
  }

  /** The way that the application takes. */
  private static List<Part> parts(
      V3Pipeline pipeline, BuildSpec buildSpec, List<DeployRole> deployRoles) {
    List<Part> parts = new ArrayList<>();
    parts.add(new StoragePart());
    parts.add(SourcePart.of(pipeline.source()));
    parts.add(new BuildPart(buildSpec));
    for (int i = 0; i < deployRoles.size(); i++) {
      parts.add(new StagePart(pipeline.stages().get(i), deployRoles.get(i)));
    }
    pipeline.operations().notifications().map(NotificationPart::new).ifPresent(parts::add);
    return parts;
  }

  private static List<DeployRole> deployRoles(V3Pipeline pipeline) {
    List<DeployRole> roles = new ArrayList<>();
    for (Stage stage : pipeline.stages()) {
      roles.add(
          new DeployRole(stage, roles.isEmpty(), pipeline.deployment(), pipeline.chaliceName()));
    }
    return roles;
  }

  private static Parameter applicationName(V3Pipeline pipeline) {
    boolean namesConnection =
        pipeline.source() instanceof Source.Connection connection
            && connection.connectionArn().isEmpty();
    int most = namesConnection ? AwsLimits.MAX_CONNECTION_NAME : AwsLimits.MAX_APPLICATION_NAME;
    return Parameter.withDefault(
            pipeline.appName(), "The name of the application; most resources are named after it.")
        .matching(
            "^" + AwsLimits.applicationName(most) + "$",
            "Letters, digits and hyphens, beginning with a letter, at most " + most + ".");
  }

  private static Parameter codeBuildImage(V3Pipeline pipeline) {
    return Parameter.withDefault(
            pipeline.build().image(),
            "The CodeBuild image that tests and packages the application.")
        .matching("^" + AwsLimits.CODEBUILD_IMAGE + "$", "The name of a container image.");
  }

  private static Value.Mapping consoleInterface() {
    return mapping(
        "AWS::CloudFormation::Interface",
        mapping(
            "ParameterGroups",
            sequence(group("Application", "ApplicationName"), group("Build", "CodeBuildImage")),
            "ParameterLabels",
            mapping(
                "ApplicationName",
                mapping("default", "Application name"),
                "CodeBuildImage",
                mapping("default", "Build image"))));
  }

  private static Value group(String label, String parameter) {
    return mapping("Label", mapping("default", label), "Parameters", sequence(parameter));
  }
}
