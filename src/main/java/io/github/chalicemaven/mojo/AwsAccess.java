package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.deploy.AccountAccess;
import io.github.chalicemaven.deploy.DeploymentPlan;
import io.github.chalicemaven.deploy.StackPart;
import io.github.chalicemaven.deploy.StackParts;
import io.github.chalicemaven.deploy.operation.Confirmation;
import io.github.chalicemaven.deploy.operation.DeploymentOptions;
import io.github.chalicemaven.deploy.operation.Interruption;
import io.github.chalicemaven.deploy.operation.Masks;
import io.github.chalicemaven.deploy.sdk.SdkLoader;
import io.github.chalicemaven.deploy.service.AwsServices;
import io.github.chalicemaven.deploy.service.AwsSettings;
import io.github.chalicemaven.deploy.service.Caller;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Dialog;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a goal does to work with AWS, with its parameters. */
final class AwsAccess {

  private final AbstractStackMojo mojo;
  private Interruption interruption = new Interruption();

  AwsAccess(AbstractStackMojo mojo) {
    this.mojo = mojo;
  }

  /** What a goal does with AWS. */
  @FunctionalInterface
  interface Work {

    void with(AwsServices aws, Caller caller, Dialog dialog) throws IOException;
  }

  /** Which stacks of a pipeline the goal works on, if it works on all. */
  DeploymentPlan plan(ResolvedPipeline resolved, Rendered rendered, Problems problems) {
    PipelineSettings settings = mojo.settings();
    List<StackPart> parts =
        StackParts.of(
            rendered.supports(),
            resolved.pipeline().stackName(),
            settings.account,
            settings.region);
    GoalCommand command = new GoalCommand(mojo.session, mojo.project, mojo.execution);
    return new DeploymentPlan(
        parts,
        AccountAccess.of(mojo.accounts, problems),
        part -> command.part(mojo.execution.getGoal(), part.name()));
  }

  /** Opens AWS for work that knows no secret. */
  void open(DeploymentPlan.Step step, Work work) throws IOException {
    open(step, new Masks(List.of()), work);
  }

  /**
   * Opens AWS for the work. Where it ends early, by Ctrl-C, CloudFormation goes on with what has
   * begun.
   *
   * @param step the stack that the work is about, and the credentials for its account
   * @param masks for all that is said
   */
  void open(DeploymentPlan.Step step, Masks masks, Work work) throws IOException {
    MavenDialog dialog = new MavenDialog(mojo.getLog(), mojo.session, masks);
    Problems problems = new Problems();
    AwsSettings settings = awsSettings(step, problems);
    if (mojo.timeoutMinutes < 1) {
      problems.add(Setting.of("timeoutMinutes", mojo.timeoutMinutes), "use 1 or more.");
    }
    problems.throwIfAny();
    String stack = step.part().stackName();
    interruption = new Interruption();
    Thread farewell = new Thread(() -> dialog.warn(interruption.end(stack)));
    Runtime.getRuntime().addShutdownHook(farewell);
    try (SdkLoader sdk = new SdkLoader(sdk().resolve())) {
      try (AwsServices aws = sdk.open(settings, dialog)) {
        Caller caller = aws.stacks().caller();
        step.part().demandAccount(caller);
        work.with(aws, caller, dialog);
      } catch (DeploymentException e) {
        // Before the loader is closed: the SDK's exceptions load more classes for their texts.
        throw dialog.failure(e);
      }
    } catch (DeploymentException e) {
      throw dialog.failure(e);
    } finally {
      forget(farewell);
    }
  }

  private static void forget(Thread farewell) {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException e) {
      // Maven is being shut down, and the hook runs.
      return;
    }
  }

  /** What becomes of the work where the goal is ended from outside. */
  Interruption interruption() {
    return interruption;
  }

  private SdkResolver sdk() {
    return new SdkResolver(mojo.repositorySystem, mojo.repositorySession, mojo.pluginRepositories);
  }

  private AwsSettings awsSettings(DeploymentPlan.Step step, Problems problems) {
    AwsSettings own = awsSettings(problems);
    AwsSettings settings =
        step.access().map(access -> access.applyTo(own, mojo.roleSessionName)).orElse(own);
    return step.part().region().map(settings::in).orElse(settings);
  }

  private AwsSettings awsSettings(Problems problems) {
    MavenSettings maven = mavenSettings();
    URI address = mojo.endpoint == null ? null : address(problems);
    return new AwsSettings(
        mojo.settings().region,
        mojo.profile,
        mojo.serverId == null ? null : maven.accessKey(mojo.serverId, problems),
        mojo.roleArn == null
            ? null
            : new AwsSettings.Role(
                mojo.roleArn, mojo.roleExternalId, mojo.roleSessionName, mojo.mfaSerial),
        maven.proxy(address == null ? "https" : address.getScheme(), problems),
        address);
  }

  private URI address(Problems problems) {
    if (mojo.endpoint.matches("https?://[^/?#\\s]+/?")) {
      return URI.create(mojo.endpoint);
    }
    problems.add(
        Setting.of("endpoint", mojo.endpoint),
        "it is not an address such as http://localhost:5000.");
    return null;
  }

  /** Refuses a change that needs a person's answer where nobody can be asked. */
  void checkConfirmation(AbstractStackChangeMojo change, Problems problems) {
    if (!change.yes && !change.dryRun && Terminal.of(mojo.session).isEmpty()) {
      problems.add(Confirmation.MISSING);
    }
  }

  MavenSettings mavenSettings() {
    return new MavenSettings(mojo.session.getSettings(), mojo.decrypter);
  }

  /** How the goal changes the stack. */
  DeploymentOptions options(AbstractStackChangeMojo change, boolean terminationProtection) {
    return new DeploymentOptions(
        change.yes,
        change.dryRun,
        terminationProtection,
        names(change.allowDataLoss),
        Duration.ofMinutes(mojo.timeoutMinutes),
        ZoneId.systemDefault());
  }

  private static Set<String> names(String text) {
    return text == null
        ? Set.of()
        : Stream.of(text.split("[,\\s]+"))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
  }

  /** Reserves a file that {@link #write} is to write, before anything is changed. */
  void claim(String name) {
    mojo.claim(mojo.projectFiles().beside(name));
  }

  /** Writes a file about the stack where the build writes. */
  void write(String name, String text) throws IOException {
    mojo.write(List.of(new OutputFile(mojo.projectFiles().beside(name), text)));
  }
}
