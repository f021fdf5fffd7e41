package io.github.chalicemaven.core.cloudformation;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The intrinsic functions, as mappings with one key: the long form, which JSON and YAML share. And
 * the other names that CloudFormation gives a meaning to.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     functions</a>
 */
public final class Functions {

  private static final String PREFIX = "Fn::";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  /** The functions {@code Fn::Name}, without the prefix. */
  private static final Set<String> NAMES =
      Set.of(
          "And",
          "Base64",
          "Cidr",
          "Contains",
          "EachMemberEquals",
          "EachMemberIn",
          "Equals",
          "FindInMap",
          "GetAtt",
          "GetAZs",
          "If",
          "ImportValue",
          "Join",
          "Length",
          "Not",
          "Or",
          "RefAll",
          "Select",
          "Split",
          "Sub",
          "ToJsonString",
          "Transform",
          "ValueOf",
          "ValueOfAll");

  /** The pseudo parameters, which every template may refer to. */
  public static final Set<String> PSEUDO_PARAMETERS =
      Set.of(
          "AWS::AccountId",
          "AWS::NoValue",
          "AWS::NotificationARNs",
          "AWS::Partition",
          "AWS::Region",
          "AWS::StackId",
          "AWS::StackName",
          "AWS::URLSuffix");

  private Functions() {}

  /** The value of a parameter, or the physical ID of a resource. */
  public static Value.Mapping ref(String logicalId) {
    return mapping().with("Ref", logicalId);
  }

  /** An attribute of a resource. */
  public static Value.Mapping getAtt(String logicalId, String attribute) {
    return mapping().with("Fn::GetAtt", Value.texts(logicalId, attribute));
  }

  /** Text in which {@code ${Name}} stands for a parameter, a resource or its attribute. */
  public static Value.Mapping sub(String text) {
    return mapping().with("Fn::Sub", text);
  }

  /** One of two values, as a condition of the template says. */
  public static Value.Mapping choose(String condition, Value ifTrue, Value ifFalse) {
    return mapping().with("Fn::If", Value.sequence(Value.text(condition), ifTrue, ifFalse));
  }

  /** The argument of a function, where the value is that function, for example {@code Ref}. */
  public static Optional<Value> argument(Value value, String function) {
    return value instanceof Value.Mapping mapping && mapping.entries().size() == 1
        ? mapping.get(function)
        : Optional.empty();
  }

  /** The text that is the argument of a function, where the value is that function. */
  public static Optional<String> textArgument(Value value, String function) {
    return argument(value, function).orElse(null) instanceof Value.Text text
        ? Optional.of(text.text())
        : Optional.empty();
  }

  /** The variables in the text of a {@code Fn::Sub}, without the literal ones. */
  public static List<String> variables(String text) {
    if (!text.contains("${")) {
      return List.of();
    }
    List<String> variables = new ArrayList<>();
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      if (!variable.group(1).startsWith("!")) {
        variables.add(variable.group(1));
      }
    }
    return variables;
  }

  /**
   * The text of a {@code Fn::Sub} with each variable replaced, and each literal one without its
   * mark.
   *
   * @param other the value of a variable that none is given for
   */
  public static String substitute(String text, Map<String, String> values, String other) {
    StringBuilder substituted = new StringBuilder();
    Matcher variable = VARIABLE.matcher(text);
    int end = 0;
    while (variable.find()) {
      String name = variable.group(1);
      substituted.append(text, end, variable.start());
      substituted.append(
          name.startsWith("!") ? "${" + name.substring(1) + "}" : values.getOrDefault(name, other));
      end = variable.end();
    }
    return substituted.append(text, end, text.length()).toString();
  }

  /** Whether the value is a function rather than what it seems, a mapping. */
  public static boolean isFunction(Value value) {
    return value instanceof Value.Mapping mapping
        && mapping.entries().size() == 1
        && exists(mapping.entries().keySet().iterator().next());
  }

  /** Whether there is a function of this name, for example {@code Fn::Sub} or {@code Ref}. */
  public static boolean exists(String function) {
    return function.equals("Ref")
        || function.startsWith(PREFIX) && NAMES.contains(function.substring(PREFIX.length()));
  }

  /** Whether CloudFormation takes a key for the name of a function, be there one or not. */
  public static boolean isName(String key) {
    return key.equals("Ref") || key.startsWith(PREFIX);
  }

  /**
   * The function that a tag of YAML's short form stands for.
   *
   * @param tag for example {@code Sub} or {@code Ref}
   * @return for example {@code Fn::Sub}; empty where there is no such function
   */
  public static Optional<String> ofTag(String tag) {
    String function = tag.equals("Ref") ? tag : PREFIX + tag;
    return exists(function) ? Optional.of(function) : Optional.empty();
  }
}
