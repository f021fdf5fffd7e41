package io.github.chalicemaven.core.template;

import io.github.chalicemaven.core.buildspec.Shell;
import io.github.chalicemaven.core.cloudformation.Template;
import java.util.stream.Collectors;

/** The AWS CLI command that creates or updates a pipeline's stack. */
public final class DeployCommand {

  private DeployCommand() {}

  /**
   * Writes the command for a POSIX shell, with a placeholder for each parameter that has no
   * default.
   *
   * @param appName the stack is named after it
   * @param file the template's path, as the user would type it
   */
  public static String of(Template template, String appName, String file) {
    String required =
        template.parameters().entrySet().stream()
            .filter(parameter -> parameter.getValue().defaultValue().isEmpty())
            .map(parameter -> " " + parameter.getKey() + "=...")
            .collect(Collectors.joining());
    return "aws cloudformation deploy --stack-name "
        + Shell.word(appName + "-pipeline")
        + " --template-file "
        + Shell.word(file)
        + " --capabilities CAPABILITY_IAM"
        + (required.isEmpty() ? "" : " --parameter-overrides" + required);
  }
}
