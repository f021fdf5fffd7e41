package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.MergedTemplate;
import io.github.chalicemaven.core.app.MergedTemplate.MergedResource;
import io.github.chalicemaven.core.cloudformation.Capabilities;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.BuildOptions;
import io.github.chalicemaven.core.pipeline.Deployment;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds stages against the template that their deployments get: Chalice's, which has no parameters,
 * and what {@code <build><mergeTemplate>} merges into it.
 */
final class ApplicationTemplateRules {

  /** What a deployment role of the template may create. */
  private static final Pattern DEPLOYED_TYPE =
      Pattern.compile(
          "AWS::(Serverless::(Function|Api|HttpApi)"
              + "|Lambda::(Function|Permission|EventSourceMapping)"
              + "|ApiGateway::(RestApi|Deployment|Stage|Method|Resource|Model|Authorizer"
              + "|GatewayResponse|RequestValidator|DomainName|BasePathMapping)"
              + "|ApiGatewayV2::.*|IAM::(Role|Policy)|Events::Rule|SNS::Subscription|Logs::LogGroup"
              + "|CloudFormation::WaitConditionHandle)");

  private final BuildOptions options;
  private final Optional<String> file;
  private final Problems problems;

  ApplicationTemplateRules(BuildOptions options, Problems problems) {
    this.options = options;
    this.file = options.mergeTemplate();
    this.problems = problems;
  }

  /**
   * Checks the stages.
   *
   * @param stackName the name of the pipeline's own stack
   * @param places what problems call them, in the same order
   * @param common what CloudFormation may do, where a stage says nothing
   */
  void check(
      String stackName,
      List<Stage> stages,
      List<String> places,
      Deployment common,
      ChaliceApp app) {
    Optional<MergedTemplate> template = file.flatMap(name -> read(name, app));
    Set<String> notAllowed = new TreeSet<>();
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      String place = places.get(i);
      if (file.isEmpty() && !stage.parameterOverrides().isEmpty()) {
        problems.add(
            place
                + "<parameterOverrides> has "
                + shown(stage.parameterOverrides().keySet())
                + ", and the template of a Chalice application declares no parameters: every"
                + " deployment would fail. Declare them in a template for "
                + MergedTemplate.PLACE
                + ", or remove them.");
      }
      checkStack(stackName, stage, place);
      checkRoles(stage, place);
      template.ifPresent(merged -> checkParameters(merged, stage, place));
      template.ifPresent(merged -> checkCapabilities(merged, stage, place));
      if (isLimited(stage.deployment().orElse(common))) {
        template.ifPresent(merged -> notAllowed.addAll(notAllowed(merged, stage)));
      }
    }
    warnOf(notAllowed);
  }

  /** The first deployment would replace a stack of the pipeline by the application. */
  private void checkStack(String pipelineStack, Stage stage, String place) {
    String there = pipelineStack;
    if (stage.target().account().isPresent()) {
      there += "-" + V3Pipeline.TARGET_STACK_SUFFIX;
    } else if (stage.target().region().isPresent()) {
      there += "-" + V3Pipeline.REGION_STACK_SUFFIX;
    }
    if (stage.stackName().equals(there)) {
      problems.add(
          new Setting(place + "<stackName>", stage.stackName()),
          "this is the name of a stack of the pipeline, which the deployment would replace."
              + " Use another one.");
    }
  }

  /** Without roles of its own is an application only where its configuration gives them. */
  private void checkRoles(Stage stage, String place) {
    boolean none = Collections.disjoint(stage.capabilities(), Capabilities.OF_IAM);
    if (none && stage.needs().roleArns().isEmpty()) {
      problems.add(
          place
              + "<capabilities> has no CAPABILITY_IAM, and the application's template creates roles:"
              + " every deployment would fail. Add it.");
    }
  }

  /** Chalice fails where JSON is wrong; its YAML may be more than is read here. */
  private Optional<MergedTemplate> read(String name, ChaliceApp app) {
    Problems ofFile = new Problems();
    Optional<MergedTemplate> template = app.mergedTemplate(name, ofFile);
    for (String problem : ofFile.found()) {
      if (options.mergesYaml()) {
        problems.warn(MergedTemplate.PLACE + " could not be checked: " + problem);
      } else {
        problems.add(MergedTemplate.PLACE + ": " + problem);
      }
    }
    return template;
  }

  private void checkParameters(MergedTemplate template, Stage stage, String place) {
    Set<String> unknown = new TreeSet<>(stage.parameterOverrides().keySet());
    unknown.removeAll(template.parameters().keySet());
    if (!unknown.isEmpty()) {
      problems.add(
          place
              + "<parameterOverrides> has "
              + shown(unknown)
              + ", which "
              + MergedTemplate.PLACE
              + " does not declare"
              + known(template)
              + ": every deployment would fail. Add them to its Parameters, or remove them.");
    }
    Set<String> missing = new TreeSet<>();
    template
        .parameters()
        .forEach(
            (name, hasDefault) -> {
              if (!hasDefault && !stage.parameterOverrides().containsKey(name)) {
                missing.add(name);
              }
            });
    if (!missing.isEmpty()) {
      problems.add(
          place
              + " has no value for "
              + shown(missing)
              + ", which "
              + MergedTemplate.PLACE
              + " declares without a Default: every deployment would fail. Add them to"
              + " <parameterOverrides>.");
    }
  }

  private static String known(MergedTemplate template) {
    return template.parameters().isEmpty()
        ? ""
        : " (it has " + shown(new TreeSet<>(template.parameters().keySet())) + ")";
  }

  private void checkCapabilities(MergedTemplate template, Stage stage, String place) {
    Set<String> named =
        template.resources().stream()
            .filter(ApplicationTemplateRules::hasIamName)
            .map(MergedResource::logicalId)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!named.isEmpty() && !stage.capabilities().contains(Capabilities.NAMED_IAM)) {
      problems.add(
          place
              + ": "
              + MergedTemplate.PLACE
              + " gives IAM resources names of their own ("
              + shown(named)
              + "), which CloudFormation refuses without CAPABILITY_NAMED_IAM. Add it to"
              + " <capabilities>.");
    }
  }

  private static boolean hasIamName(MergedResource resource) {
    return Capabilities.isNamed(resource.type().orElse(""), resource.properties().keySet());
  }

  /** Whether the template's role deploys, with what a Chalice application needs and no more. */
  private static boolean isLimited(Deployment deployment) {
    return deployment.roleArn().isEmpty()
        && !deployment.admin()
        && deployment.managedPolicyArns().isEmpty();
  }

  private static Set<String> notAllowed(MergedTemplate template, Stage stage) {
    return template.resources().stream()
        .flatMap(resource -> notAllowed(resource, stage).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<String> notAllowed(MergedResource resource, Stage stage) {
    String type = resource.type().orElse("AWS::IAM::Role");
    String what = null;
    if (!DEPLOYED_TYPE.matcher(type).matches()) {
      what = type;
    } else if (resource.properties().containsKey("ManagedPolicyArns")) {
      what = "ManagedPolicyArns";
    } else if (resource.properties().get("RoleName") instanceof Value.Text name
        && !name.text().startsWith(stage.stackName() + "-")) {
      what = "RoleName `" + name.text() + "`";
    } else if (type.equals("AWS::Serverless::Function") && makesRole(resource)) {
      what = "SAM creates a role with a managed policy";
    }
    return Optional.ofNullable(what).map(why -> resource.logicalId() + " (" + why + ")");
  }

  /** A function of the template's own without a role. */
  private static boolean makesRole(MergedResource resource) {
    return resource.properties().containsKey("Handler")
        && !resource.properties().containsKey("Role");
  }

  private void warnOf(Set<String> notAllowed) {
    if (!notAllowed.isEmpty()) {
      problems.warn(
          new Setting(MergedTemplate.PLACE, file.orElse(""))
              + ": a deployment role has the permissions that a Chalice application needs, and none"
              + " for "
              + String.join(", ", notAllowed)
              + ". Allow them with <deployment><managedPolicyArns>.");
    }
  }

  private static String shown(Set<String> names) {
    return names.stream().map(Setting::shown).collect(Collectors.joining(", "));
  }
}
