package io.github.chalicemaven.deploy.description;

import io.github.chalicemaven.deploy.service.Json;
import io.github.chalicemaven.deploy.service.Stack;
import java.util.Map;
import java.util.TreeMap;

/** A stack's outputs for other programs. */
public final class StackOutputs {

  private StackOutputs() {}

  /**
   * As the CDK writes them, by the stack's name:
   *
   * <pre>{@code {"orders-pipeline": {"SourceRepoURL": "https://..."}}}</pre>
   */
  public static String json(Stack stack) {
    return Json.file(Map.of(stack.name(), sorted(stack)));
  }

  /**
   * As a Java properties file, sorted, without a time:
   *
   * <pre>{@code SourceRepoURL=https\://...}</pre>
   */
  public static String properties(Stack stack) {
    StringBuilder text = new StringBuilder();
    sorted(stack)
        .forEach((key, value) -> text.append(key).append('=').append(escaped(value)).append('\n'));
    return text.toString();
  }

  static Map<String, String> sorted(Stack stack) {
    return new TreeMap<>(stack.outputs());
  }

  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    for (char c : value.toCharArray()) {
      if (c < ' ' || c > '~') {
        escaped.append(String.format("\\u%04X", (int) c));
      } else if ("\\:=#!".indexOf(c) >= 0 || c == ' ' && escaped.isEmpty()) {
        escaped.append('\\').append(c);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
