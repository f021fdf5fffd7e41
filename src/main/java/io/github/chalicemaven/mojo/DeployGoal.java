package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.cloudformation.Capabilities;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.deploy.DeploymentPlan;
import io.github.chalicemaven.deploy.RegionKeys;
import io.github.chalicemaven.deploy.StackPart;
import io.github.chalicemaven.deploy.StackTemplate;
import io.github.chalicemaven.deploy.StackTemplate.ParameterValues;
import io.github.chalicemaven.deploy.TemplateUpload;
import io.github.chalicemaven.deploy.description.NextSteps;
import io.github.chalicemaven.deploy.description.StackOutputs;
import io.github.chalicemaven.deploy.operation.ChangeSetReport;
import io.github.chalicemaven.deploy.operation.DeploymentOptions;
import io.github.chalicemaven.deploy.operation.DeploymentResult;
import io.github.chalicemaven.deploy.operation.GithubSecret;
import io.github.chalicemaven.deploy.operation.Masks;
import io.github.chalicemaven.deploy.operation.SecretCreation;
import io.github.chalicemaven.deploy.operation.StackDeployment;
import io.github.chalicemaven.deploy.service.AwsServices;
import io.github.chalicemaven.deploy.service.Caller;
import io.github.chalicemaven.deploy.service.Dialog;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.maven.settings.Server;

/** What {@code deploy-pipeline} does. */
final class DeployGoal {

  /** The files of the stack's outputs, without their endings. */
  private static final String OUTPUTS = "pipeline-outputs";

  private final DeployPipelineMojo mojo;
  private final AwsAccess aws;

  DeployGoal(DeployPipelineMojo mojo) {
    this.mojo = mojo;
    this.aws = new AwsAccess(mojo);
  }

  void run() throws IOException {
    Problems problems = new Problems();
    ResolvedPipeline resolved = mojo.resolve(problems);
    Rendered rendered = PipelineGenerator.render(resolved);
    VerifiedText text = verified(rendered);
    DeploymentPlan plan = aws.plan(resolved, rendered, problems);
    RegionKeys keys = new RegionKeys(plan, rendered.supports(), givenParameters().keySet());
    List<PartDeployment> parts = new ArrayList<>();
    for (DeploymentPlan.Step step : plan.steps(mojo.part, problems)) {
      parts.add(prepared(step, rendered, text, keys, problems));
    }
    aws.checkConfirmation(mojo, problems);
    problems.throwIfAny();
    for (PartDeployment part : parts) {
      claimFile(part.step().part());
    }
    if (mojo.isCheckOnly()) {
      return;
    }
    for (PartDeployment part : parts) {
      deploy(part, keys);
    }
  }

  /** Another execution that writes the same files fails before it deploys, not after. */
  private void claimFile(StackPart part) {
    if (mojo.dryRun) {
      aws.claim(changeSet(part) + ".json");
    } else if (part.isPipeline()) {
      aws.claim(OUTPUTS + ".json");
    }
  }

  private PartDeployment prepared(
      DeploymentPlan.Step step,
      Rendered rendered,
      VerifiedText text,
      RegionKeys keys,
      Problems problems) {
    for (VerifiedText.Support support : text.supports()) {
      if (support.of().name().equals(step.part().name())) {
        return prepared(step, support.of().template(), support.text(), Map.of(), problems);
      }
    }
    Map<String, String> given = givenParameters();
    given.putAll(keys.placeholders());
    return prepared(step, rendered.template(), text.template(), given, problems);
  }

  private PartDeployment prepared(
      DeploymentPlan.Step step,
      Value.Mapping document,
      String text,
      Map<String, String> given,
      Problems problems) {
    StackTemplate template = new StackTemplate(document);
    ParameterValues values = template.parameters(given, problems);
    template.refuseSecrets(ofPom().keySet(), problems);
    String body = template.body(text);
    return new PartDeployment(
        step,
        body,
        TemplateUpload.of(body, mojo.templateBucket, step.part().stackName(), problems),
        values,
        Capabilities.of(document),
        step.part().isPipeline() ? secret(values, problems) : Optional.empty());
  }

  private void deploy(PartDeployment part, RegionKeys keys) throws IOException {
    if (part.isPipeline()) {
      for (DeploymentPlan.Step region : keys.unread()) {
        aws.open(region, (services, caller, dialog) -> keys.read(region, services.stacks()));
      }
    }
    DeploymentOptions options = aws.options(mojo, mojo.terminationProtection);
    Masks masks = part.masks();
    aws.open(
        part.step(),
        masks,
        (services, caller, dialog) -> {
          if (part.isPipeline() && keys.waits(mojo.dryRun, dialog)) {
            return;
          }
          part.secret()
              .ifPresent(secret -> secret.unlessPresent(services.secrets(), dialog, options));
          Optional<String> url = part.upload().map(file -> file.to(services.templateBucket()));
          DeploymentResult result =
              new StackDeployment(
                      services.stacks(), dialog, new RealTime(), options, masks, aws.interruption())
                  .deploy(request(part, url, keys), "chalice-" + UUID.randomUUID());
          finish(part.step().part(), services, caller, dialog, result);
          keys.read(part.step(), services.stacks());
        });
  }

  /**
   * The deployment of one part.
   *
   * @param values those of keys of other regions are not known yet
   */
  private record PartDeployment(
      DeploymentPlan.Step step,
      String body,
      Optional<TemplateUpload> upload,
      ParameterValues values,
      List<String> capabilities,
      Optional<SecretCreation> secret) {

    boolean isPipeline() {
      return step.part().isPipeline();
    }

    Masks masks() {
      List<String> secrets = new ArrayList<>(values.secrets());
      secret.map(SecretCreation::value).ifPresent(secrets::add);
      return new Masks(secrets);
    }
  }

  /** Too large a template is no reason for a warning here: it is sent without white space. */
  private VerifiedText verified(Rendered rendered) {
    return PipelineGenerator.verify(rendered, mojo.projectFiles().ofBuild().template().path());
  }

  private Map<String, String> ofPom() {
    return mojo.parameters == null ? Map.of() : mojo.parameters;
  }

  /** The command line's come before the POM's. */
  private Map<String, String> givenParameters() {
    Map<String, String> given = new TreeMap<>(ofPom());
    given.replaceAll((name, value) -> value == null ? "" : value);
    for (String property : mojo.session.getUserProperties().stringPropertyNames()) {
      if (property.startsWith(StackTemplate.PARAMETER)) {
        given.put(
            property.substring(StackTemplate.PARAMETER.length()),
            mojo.session.getUserProperties().getProperty(property));
      }
    }
    return given;
  }

  private StackRequest request(PartDeployment part, Optional<String> url, RegionKeys keys) {
    boolean isPipeline = part.isPipeline();
    ParameterValues values = isPipeline ? part.values().with(keys.values()) : part.values();
    return new StackRequest(
        part.step().part().stackName(),
        url.isPresent() ? null : part.body(),
        url.orElse(null),
        values.values(),
        values.kept(),
        mojo.settings().tags == null ? Map.of() : mojo.settings().tags,
        part.capabilities(),
        isPipeline ? mojo.cloudFormationRoleArn : null,
        isPipeline && mojo.notificationArns != null ? mojo.notificationArns : List.of());
  }

  private Optional<SecretCreation> secret(ParameterValues values, Problems problems) {
    if (mojo.secretServerId == null) {
      return Optional.empty();
    }
    if (!GithubSecret.isNeeded(values.values())) {
      problems.add(
          Setting.of("secretServerId", mojo.secretServerId),
          "the template refers to no secret; a `v2` pipeline with `<source>github</source>` does.");
      return Optional.empty();
    }
    return aws.mavenSettings()
        .server("secretServerId", mojo.secretServerId, problems)
        .map(Server::getPassword)
        .map(
            token ->
                GithubSecret.of(
                    values.values(), token, "server " + mojo.secretServerId + " of settings.xml"));
  }

  private void finish(
      StackPart part, AwsServices services, Caller caller, Dialog dialog, DeploymentResult result)
      throws IOException {
    if (mojo.dryRun) {
      ChangeSetReport report = result.report();
      aws.write(changeSet(part) + ".md", report.markdown());
      aws.write(changeSet(part) + ".json", report.json());
      return;
    }
    Stack stack = result.stack().orElseThrow();
    if (part.isPipeline()) {
      tell(stack, services, caller, dialog);
    }
  }

  private static String changeSet(StackPart part) {
    return "change-set" + (part.isPipeline() ? "" : "-" + part.name());
  }

  private void tell(Stack stack, AwsServices services, Caller caller, Dialog dialog)
      throws IOException {
    aws.write(OUTPUTS + ".json", StackOutputs.json(stack));
    aws.write(OUTPUTS + ".properties", StackOutputs.properties(stack));
    stack
        .outputs()
        .forEach(
            (key, value) ->
                mojo.project.getProperties().setProperty("chalice.output." + key, value));
    NextSteps.of(
            stack, services.stacks().resources(stack.id()), caller.region(), services.connections())
        .forEach(step -> dialog.say("Next: " + step));
  }
}
