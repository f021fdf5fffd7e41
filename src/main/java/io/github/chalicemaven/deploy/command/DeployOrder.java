package io.github.chalicemaven.deploy.command;

import io.github.chalicemaven.core.PipelineFiles;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.buildspec.Shell;
import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.Home;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.deploy.StackParts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The AWS CLI commands that deploy a pipeline with stages in other accounts or regions, in their
 * order: what lets the pipeline in comes before the pipeline.
 */
public final class DeployOrder {

  private final String stackName;
  private final Home home;
  private final PipelineFiles files;
  private final Function<Path, String> shown;

  private DeployOrder(V3Pipeline pipeline, PipelineFiles files, Function<Path, String> shown) {
    this.stackName = pipeline.stackName();
    this.home = pipeline.home().orElseThrow();
    this.files = files;
    this.shown = shown;
  }

  /** A command, and the account whose credentials it needs. */
  public record Command(String account, String line) {}

  /**
   * The commands, for a POSIX shell.
   *
   * @param shown a file's path, as the user would type it
   */
  public static List<Command> of(
      V3Pipeline pipeline,
      Rendered rendered,
      VerifiedText text,
      PipelineFiles files,
      Function<Path, String> shown) {
    return new DeployOrder(pipeline, files, shown).commands(rendered, text);
  }

  private List<Command> commands(Rendered rendered, VerifiedText text) {
    List<Command> commands = new ArrayList<>();
    List<String> overrides = new ArrayList<>();
    for (VerifiedText.Support support : text.supports()) {
      SupportTemplate part = support.of();
      commands.add(
          new Command(
              part.kind() == SupportTemplate.Kind.TARGET ? part.id() : home.account(),
              DeployCommand.of(
                  inRegion(part.region()),
                  part.template(),
                  StackParts.stackName(part, stackName),
                  shown.apply(files.support(part).path()),
                  !AwsLimits.isDirectTemplate(support.text()),
                  List.of())));
      part.keyParameter()
          .ifPresent(key -> overrides.add(DeployCommand.override(key, keyArn(part))));
    }
    for (String name : DeployCommand.parametersToGive(rendered)) {
      overrides.add(DeployCommand.override(name, DeployCommand.variable(name)));
    }
    commands.add(
        new Command(
            home.account(),
            DeployCommand.of(
                inRegion(home.region()),
                rendered.template(),
                stackName,
                shown.apply(files.template().path()),
                text.needsBucket(),
                overrides)));
    return commands;
  }

  private static String inRegion(String region) {
    return " --region " + region;
  }

  /** The ARN of a region's key, which the shell asks for. */
  private String keyArn(SupportTemplate part) {
    return "\"$(aws cloudformation describe-stacks"
        + inRegion(part.region())
        + " --stack-name "
        + Shell.word(StackParts.stackName(part, stackName))
        + " --query \"Stacks[0].Outputs[?OutputKey=='"
        + SupportTemplate.KEY_OUTPUT
        + "'].OutputValue\" --output text)\"";
  }
}
