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
import io.github.chalicemaven.deploy.DeploymentResult.Outcome;
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
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Server;

/**
 * Deploys the pipeline to AWS as a CloudFormation stack: shows the change set, asks, and follows
 * the events to the end. Nothing that holds data is removed or replaced unless it is named. Takes
 * the configuration of {@code generate-pipeline}, and works with and without a POM; the first call
 * downloads the AWS SDK.
 *
 * @since 0.1.0
 */
@Mojo(name = "deploy-pipeline", requiresProject = false, threadSafe = true)
public final class DeployPipelineMojo extends AbstractStackMojo {

  private static final String PARAMETER = "chalice.parameter.";

  /**
   * Whether to go on without a question: {@code true} or {@code false}. With {@code -B}, or without
   * a terminal, nobody can be asked.
   *
   * <p>Default: {@code false}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <yes>true</yes>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.yes", defaultValue = "false")
  private boolean yes;

  /**
   * Whether to show the change set only, and to write it to {@code target/change-set.md} and {@code
   * target/change-set.json}: {@code true} or {@code false}.
   *
   * <p>Default: {@code false}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <dryRun>true</dryRun>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * Logical IDs of resources that may be deleted or replaced although they hold data, separated by
   * commas.
   *
   * <p>Default: none. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <allowDataLoss>SourceRepository</allowDataLoss>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.allowDataLoss")
  private String allowDataLoss;

  /**
   * Values of the template's parameters: those that have no default, and those that shall have
   * another value. On the command line {@code -Dchalice.parameter.NAME=value}.
   *
   * <p>Default: the template's defaults. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code
   * <parameters>
   *   <GithubOwner>acme</GithubOwner>
   * </parameters>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter private Map<String, String> parameters;

  /**
   * A bucket in the stack's region, {@code bucket} or {@code bucket/folder}, for a template of more
   * than 51,200 bytes.
   *
   * <p>Default: none, a smaller template is sent as it is. Versions: {@code v1}, {@code v2}, {@code
   * v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <templateBucket>acme-templates/pipelines</templateBucket>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.templateBucket")
  private String templateBucket;

  /**
   * SNS topics that CloudFormation tells of the stack's events.
   *
   * <p>Default: none. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code
   * <notificationArns>
   *   <arn>arn:aws:sns:eu-west-1:123456789012:events</arn>
   * </notificationArns>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter private List<String> notificationArns;

  /**
   * The role with which CloudFormation works on the stack.
   *
   * <p>Default: that of the stack, else the caller's own permissions. Versions: {@code v1}, {@code
   * v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <cloudFormationRoleArn>arn:aws:iam::123456789012:role/cfn</cloudFormationRoleArn>}
   * </pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.cloudFormationRoleArn")
  private String cloudFormationRoleArn;

  /**
   * Whether a stack that the goal creates is protected from being deleted: {@code true} or {@code
   * false}. {@code delete-pipeline} turns the protection off after asking.
   *
   * <p>Default: {@code true}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <terminationProtection>false</terminationProtection>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.terminationProtection", defaultValue = "true")
  private boolean terminationProtection;

  /**
   * For a {@code v2} pipeline of a GitHub repository: a server of {@code settings.xml} whose password is GitHub's token, for the secret that the
   * template refers to. The goal creates it where it does not exist; one that exists is never
   * changed.
   *
   * <p>Default: none. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <secretServerId>github-token</secretServerId>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.secretServerId")
  private String secretServerId;

  @Override
  void run() throws IOException, MojoFailureException {
    Problems problems = new Problems();
    ResolvedPipeline resolved = resolve(problems);
    Rendered rendered = PipelineGenerator.render(resolved);
    VerifiedText text = verified(rendered);
    StackTemplate template = new StackTemplate(rendered.template());
    ParameterValues values = template.parameters(givenParameters(), problems);
    String name = stackName(resolved.pipeline().appName(), problems);
    String body = template.body(text.template());
    Optional<TemplateUpload> upload = TemplateUpload.of(body, templateBucket, name, problems);
    Optional<SecretCreation> secret = secret(values, problems);
    problems.throwIfAny();
    DeploymentOptions options = options(yes, dryRun, terminationProtection, allowDataLoss);
    Masks masks = new Masks(secrets(values, secret));
    open(
        name,
        (aws, caller, dialog) -> {
          secret.ifPresent(creation -> creation.unlessPresent(aws.secrets(), dialog, options));
          Optional<String> url = upload.map(file -> file.to(aws.templateBucket()));
          StackRequest request = request(name, body, url, values, template.capabilities());
          DeploymentResult result =
              new StackDeployment(aws.stacks(), dialog, new RealTime(), options, masks)
                  .deploy(request, "chalice-" + UUID.randomUUID());
          finish(aws, caller, dialog, result);
        });
  }

  /** Too large a template is no reason for a warning here: it is sent without white space. */
  private VerifiedText verified(Rendered rendered) {
    return PipelineGenerator.verify(rendered, projectFiles().ofBuild().template().path());
  }

  /** The command line's come before the POM's. */
  private Map<String, String> givenParameters() {
    Map<String, String> given = new TreeMap<>(parameters == null ? Map.of() : parameters);
    given.replaceAll((name, value) -> value == null ? "" : value);
    for (String property : session.getUserProperties().stringPropertyNames()) {
      if (property.startsWith(PARAMETER)) {
        given.put(
            property.substring(PARAMETER.length()),
            session.getUserProperties().getProperty(property));
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
        settings().tags == null ? Map.of() : settings().tags,
        capabilities,
        cloudFormationRoleArn,
        notificationArns == null ? List.of() : notificationArns);
  }

  private Optional<SecretCreation> secret(ParameterValues values, Problems problems) {
    if (secretServerId == null) {
      return Optional.empty();
    }
    if (!GithubSecret.isNeeded(values.values())) {
      problems.add(
          Setting.of("secretServerId", secretServerId),
          "the template refers to no secret; a `v2` pipeline with `<source>github</source>` does.");
      return Optional.empty();
    }
    return mavenSettings()
        .server("secretServerId", secretServerId, problems)
        .map(Server::getPassword)
        .map(
            token ->
                GithubSecret.of(
                    values.values(), token, "server " + secretServerId + " of settings.xml"));
  }

  private static List<String> secrets(ParameterValues values, Optional<SecretCreation> secret) {
    List<String> secrets = new ArrayList<>(values.secrets());
    secret.map(SecretCreation::value).ifPresent(secrets::add);
    return secrets;
  }

  private void finish(AwsServices aws, Caller caller, Dialog dialog, DeploymentResult result)
      throws IOException {
    if (result.outcome() == Outcome.REVIEWED) {
      ChangeSetReport report = result.report();
      write("change-set.md", report.markdown());
      write("change-set.json", DocumentFormat.JSON.render(report.document()));
      return;
    }
    Stack stack = result.stack().orElseThrow();
    if (result.outcome() != Outcome.UNCHANGED) {
      dialog.say("Stack " + stack.name() + " is in " + stack.status() + ".");
    }
    write("pipeline-outputs.json", DocumentFormat.JSON.render(StackOutputs.document(stack)));
    write("pipeline-outputs.properties", StackOutputs.properties(stack));
    for (Stack.Output output : stack.outputs()) {
      project.getProperties().setProperty("chalice.output." + output.key(), output.value());
    }
    NextSteps.of(stack, aws.stacks().resources(stack.id()), caller.region())
        .forEach(step -> dialog.say("Next: " + step));
  }
}
