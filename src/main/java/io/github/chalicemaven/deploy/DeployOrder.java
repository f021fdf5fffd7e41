package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.PipelineFiles;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.buildspec.Shell;
import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Home;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.SupportTemplate;
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

  private DeployOrder(
      V3Pipeline pipeline, String stackName, PipelineFiles files, Function<Path, String> shown) {
    this.stackName = stackName;
    this.home = pipeline.home().orElseThrow();
    this.files = files;
    this.shown = shown;
  }

  /** A command, and the account whose credentials it needs. */
  public record Step(String account, String command) {}

  /**
   * The commands, for a POSIX shell.
   *
   * @param stackName the name of the pipeline's own stack, with which the others' begin
   * @param template the document of the pipeline's own template
   * @param shown a file's path, as the user would type it
   */
  public static List<Step> of(
      V3Pipeline pipeline,
      String stackName,
      Value.Mapping template,
      VerifiedText text,
      PipelineFiles files,
      Function<Path, String> shown) {
    return new DeployOrder(pipeline, stackName, files, shown).steps(template, text);
  }

  private List<Step> steps(Value.Mapping template, VerifiedText text) {
    List<Step> steps = new ArrayList<>();
    StringBuilder overrides = new StringBuilder();
    List<String> parameters = new ArrayList<>(DeployCommand.parametersWithoutDefault(template));
    for (VerifiedText.Support support : text.supports()) {
      SupportTemplate part = support.of();
      boolean isTarget = part.kind() == SupportTemplate.Kind.TARGET;
      steps.add(
          new Step(
              isTarget ? part.id() : home.account(),
              command(
                  part.region(),
                  StackParts.stackName(part, stackName),
                  files.support(part).path(),
                  !AwsLimits.isDirectTemplate(support.text()),
                  new StackTemplate(part.template()).capabilities())));
      if (part.keyParameter().filter(parameters::remove).isPresent()) {
        overrides.append(keyArn(part.keyParameter().get(), part));
      }
    }
    for (String name : parameters) {
      overrides.append(' ').append(name).append('=').append(DeployCommand.variable(name));
    }
    String command =
        command(
            home.region(),
            stackName,
            files.template().path(),
            text.needsBucket(),
            new StackTemplate(template).capabilities());
    steps.add(
        new Step(
            home.account(),
            command + (overrides.isEmpty() ? "" : " --parameter-overrides" + overrides)));
    return steps;
  }

  private String command(
      String region, String stack, Path file, boolean needsBucket, List<String> capabilities) {
    return "aws cloudformation deploy --region "
        + region
        + " --stack-name "
        + Shell.word(stack)
        + " --template-file "
        + Shell.word(shown.apply(file))
        + (needsBucket ? " --s3-bucket " + DeployCommand.variable("TemplateBucket") : "")
        + (capabilities.isEmpty() ? "" : " --capabilities " + String.join(" ", capabilities));
  }

  /** The ARN of a region's key, which the shell asks for. */
  private String keyArn(String parameter, SupportTemplate part) {
    return " "
        + parameter
        + "=\"$(aws cloudformation describe-stacks --region "
        + part.region()
        + " --stack-name "
        + Shell.word(StackParts.stackName(part, stackName))
        + " --query \"Stacks[0].Outputs[?OutputKey=='KeyArn'].OutputValue\" --output text)\"";
  }
}
