package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.buildspec.Shell;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.Map;

/** The AWS CLI command that creates or updates a pipeline's stack. */
public final class DeployCommand {

  private DeployCommand() {}

  /**
   * Writes the command for a POSIX shell, with a placeholder for each parameter that has no
   * default.
   *
   * @param template the template's document
   * @param appName the stack is named after it
   * @param file the template's path, as the user would type it
   * @param needsBucket whether the template is too large to be handed over without a bucket
   */
  public static String of(
      Value.Mapping template, String appName, String file, boolean needsBucket) {
    StringBuilder required = new StringBuilder();
    for (Map.Entry<String, Value> parameter : section(template, "Parameters").entrySet()) {
      if (!section(parameter.getValue()).containsKey("Default")) {
        required.append(' ').append(parameter.getKey()).append("=...");
      }
    }
    return "aws cloudformation deploy --stack-name "
        + Shell.word(appName + "-pipeline")
        + " --template-file "
        + Shell.word(file)
        + (needsBucket ? " --s3-bucket ..." : "")
        + " --capabilities CAPABILITY_IAM"
        + (required.isEmpty() ? "" : " --parameter-overrides" + required);
  }

  private static Map<String, Value> section(Value.Mapping template, String name) {
    return template.entries().containsKey(name) ? section(template.entries().get(name)) : Map.of();
  }

  private static Map<String, Value> section(Value value) {
    return value instanceof Value.Mapping mapping ? mapping.entries() : Map.of();
  }
}
