package io.github.chalicemaven.deploy.command;

import io.github.chalicemaven.core.buildspec.Shell;
import io.github.chalicemaven.core.cloudformation.Capabilities;
import io.github.chalicemaven.core.cloudformation.TemplateDocument;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.render.SupportTemplate;
import java.util.ArrayList;
import java.util.List;

/** The AWS CLI command that creates or updates a pipeline's stack. */
public final class DeployCommand {

  private DeployCommand() {}

  /**
   * Writes the command for a POSIX shell, which refuses it until it has a variable for each
   * parameter without a default.
   *
   * @param template the template's document
   * @param stackName the stack's name
   * @param file the template's path, as the user would type it
   * @param needsBucket whether the template is too large to be handed over without a bucket
   */
  public static String of(
      Value.Mapping template, String stackName, String file, boolean needsBucket) {
    List<String> overrides = new ArrayList<>();
    for (String name : new TemplateDocument(template).parametersWithoutDefault()) {
      overrides.add(override(name, variable(name)));
    }
    return of("", template, stackName, file, needsBucket, overrides);
  }

  /**
   * Writes the command with given overrides.
   *
   * @param options before the stack's name, with a blank in front; may be empty
   * @param overrides made by {@link #override}
   */
  static String of(
      String options,
      Value.Mapping template,
      String stackName,
      String file,
      boolean needsBucket,
      List<String> overrides) {
    List<String> capabilities = Capabilities.of(template);
    return "aws cloudformation deploy"
        + options
        + " --stack-name "
        + Shell.word(stackName)
        + " --template-file "
        + Shell.word(file)
        + (needsBucket ? " --s3-bucket " + variable("TemplateBucket") : "")
        + (capabilities.isEmpty() ? "" : " --capabilities " + String.join(" ", capabilities))
        + (overrides.isEmpty() ? "" : " --parameter-overrides " + String.join(" ", overrides));
  }

  /** A parameter with its value, which is a word of a shell already. */
  static String override(String parameter, String word) {
    return parameter + "=" + word;
  }

  /** The parameters that a user has to give: those of regions' keys are found by themselves. */
  public static List<String> parametersToGive(Rendered rendered) {
    List<String> names = new TemplateDocument(rendered.template()).parametersWithoutDefault();
    for (SupportTemplate support : rendered.supports()) {
      support.keyParameter().ifPresent(names::remove);
    }
    return names;
  }

  /** A command that reads a shell's variable so that no history and no screen keeps its value. */
  public static String enter(String secret) {
    return "read -rs " + secret;
  }

  /** A shell's variable; where it is not set, the shell says so and does not run the command. */
  public static String variable(String name) {
    return "\"${" + name + ":?}\"";
  }
}
