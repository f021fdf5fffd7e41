package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.deploy.AwsServices;
import io.github.chalicemaven.deploy.Caller;
import io.github.chalicemaven.deploy.ChangeSetReport;
import io.github.chalicemaven.deploy.DeploymentOptions;
import io.github.chalicemaven.deploy.DeploymentResult;
import io.github.chalicemaven.deploy.Dialog;
import io.github.chalicemaven.deploy.GithubSecret;
import io.github.chalicemaven.deploy.Masks;
import io.github.chalicemaven.deploy.NextSteps;
import io.github.chalicemaven.deploy.SecretCreation;
import io.github.chalicemaven.deploy.Stack;
import io.github.chalicemaven.deploy.StackDeployment;
import io.github.chalicemaven.deploy.StackOutputs;
import io.github.chalicemaven.deploy.StackRequest;
import io.github.chalicemaven.deploy.StackTemplate;
import io.github.chalicemaven.deploy.StackTemplate.ParameterValues;
import io.github.chalicemaven.deploy.TemplateUpload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;

/** What {@code deploy-pipeline} does. */
final class DeployGoal {

  private static final String PARAMETER = "chalice.parameter.";

  private final DeployPipelineMojo mojo;
  private final AwsAccess aws;

  DeployGoal(DeployPipelineMojo mojo) {
    this.mojo = mojo;
    this.aws = new AwsAccess(mojo);
  }

  void run() throws IOException, MojoFailureException {
    Problems problems = new Problems();
    ResolvedPipeline resolved = mojo.resolve(problems);
    Rendered rendered = PipelineGenerator.render(resolved);
    VerifiedText text = verified(rendered);
    StackTemplate template = new StackTemplate(rendered.template());
    ParameterValues values = template.parameters(givenParameters(), problems);
    String name = aws.stackName(resolved.pipeline().appName(), problems);
    String body = template.body(text.template());
    Optional<TemplateUpload> upload = TemplateUpload.of(body, mojo.templateBucket, name, problems);
    Optional<SecretCreation> secret = secret(values, problems);
    aws.checkConfirmation(mojo.yes || mojo.dryRun, problems);
    problems.throwIfAny();
    if (mojo.isCheckOnly()) {
      return;
    }
    DeploymentOptions options =
        aws.options(mojo.yes, mojo.dryRun, mojo.terminationProtection, mojo.allowDataLoss);
    Masks masks = new Masks(secrets(values, secret));
    aws.open(
        name,
        (services, caller, dialog) -> {
          secret.ifPresent(creation -> creation.unlessPresent(services.secrets(), dialog, options));
          Optional<String> url = upload.map(file -> file.to(services.templateBucket()));
          StackRequest request = request(name, body, url, values, template.capabilities());
          DeploymentResult result =
              new StackDeployment(
                      services.stacks(), dialog, new RealTime(), options, masks, aws.interruption())
                  .deploy(request, "chalice-" + UUID.randomUUID());
          finish(services, caller, dialog, result);
        });
  }

  /** Too large a template is no reason for a warning here: it is sent without white space. */
  private VerifiedText verified(Rendered rendered) {
    return PipelineGenerator.verify(rendered, mojo.projectFiles().ofBuild().template().path());
  }

  /** The command line's come before the POM's. */
  private Map<String, String> givenParameters() {
    Map<String, String> given = new TreeMap<>(mojo.parameters == null ? Map.of() : mojo.parameters);
    given.replaceAll((name, value) -> value == null ? "" : value);
    for (String property : mojo.session.getUserProperties().stringPropertyNames()) {
      if (property.startsWith(PARAMETER)) {
        given.put(
            property.substring(PARAMETER.length()),
            mojo.session.getUserProperties().getProperty(property));
      }
    }
    return given;
  }

  private StackRequest request(
      String name,
      String body,
      Optional<String> url,
      ParameterValues values,
      List<String> capabilities) {
    return new StackRequest(
        name,
        url.isPresent() ? null : body,
        url.orElse(null),
        values.values(),
        values.kept(),
        mojo.settings().tags == null ? Map.of() : mojo.settings().tags,
        capabilities,
        mojo.cloudFormationRoleArn,
        mojo.notificationArns == null ? List.of() : mojo.notificationArns);
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

  private static List<String> secrets(ParameterValues values, Optional<SecretCreation> secret) {
    List<String> secrets = new ArrayList<>(values.secrets());
    secret.map(SecretCreation::value).ifPresent(secrets::add);
    return secrets;
  }

  private void finish(AwsServices services, Caller caller, Dialog dialog, DeploymentResult result)
      throws IOException {
    if (mojo.dryRun) {
      ChangeSetReport report = result.report();
      aws.write("change-set.md", report.markdown());
      aws.write("change-set.json", DocumentFormat.JSON.render(report.document()));
      return;
    }
    Stack stack = result.stack().orElseThrow();
    aws.write("pipeline-outputs.json", DocumentFormat.JSON.render(StackOutputs.document(stack)));
    aws.write("pipeline-outputs.properties", StackOutputs.properties(stack));
    for (Stack.Output output : stack.outputs()) {
      mojo.project.getProperties().setProperty("chalice.output." + output.key(), output.value());
    }
    NextSteps.of(
            stack, services.stacks().resources(stack.id()), caller.region(), services.connections())
        .forEach(step -> dialog.say("Next: " + step));
  }
}
