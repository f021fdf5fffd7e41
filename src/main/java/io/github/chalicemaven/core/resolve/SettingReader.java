package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.Topic;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Converts raw settings to values. If one is wrong, adds a problem and goes on with a value that
 * the constructors of {@code core.pipeline} accept, so that all problems are found.
 */
final class SettingReader {

  /** Stands for required text that is missing or empty. */
  static final String PLACEHOLDER = "placeholder";

  /** A longer value would exhaust the stack of a matcher. */
  private static final int LONGEST = 4_096;

  private static final Pattern FREE_TEXT = Pattern.compile("[^\\p{Cntrl}]+");

  /** Of C1's control characters too, one of which YAML takes for a line feed. */
  private static final Pattern COMMAND = Pattern.compile("(?s)(?!\\s*$)[\\t\\n\\P{Cc}]+");

  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>{}$]+@[A-Za-z0-9.-]+");
  private static final Pattern TOPIC_ARN =
      Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}");

  private static final Pattern POLICY_ARN =
      Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}|aws):policy/[A-Za-z0-9+=,.@_/-]+");

  private static final String POLICY_ADVICE =
      "use the ARN of a managed policy, such as arn:aws:iam::aws:policy/ReadOnlyAccess.";

  private static final Pattern ROLE_PATH = Pattern.compile("/([!-~&&[^$*?]]{1,510}/)?");

  private final Problems problems;

  SettingReader(Problems problems) {
    this.problems = problems;
  }

  /** An optional text of a certain form; it is not empty. */
  Optional<String> matching(String place, String value, Pattern form, String advice) {
    if (value != null && (value.length() > LONGEST || !form.matcher(value).matches())) {
      problems.add(new Setting(place, value), advice);
    } else {
      noDynamicReference(place, value);
    }
    return Optional.ofNullable(value).filter(text -> !text.isEmpty());
  }

  /** A text of a certain form, which is required; it is not empty. */
  String required(String place, String value, Pattern form, String advice) {
    if (value == null) {
      problems.add(place + " is missing: " + advice);
      return PLACEHOLDER;
    }
    return matching(place, value, form, advice).orElse(PLACEHOLDER);
  }

  /** Texts of a certain form, none of them empty; no text where the list is not given. */
  List<String> allMatching(
      String place, List<String> values, int most, Pattern form, String advice) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > most) {
      problems.add(place + " has " + values.size() + " elements. Use at most " + most + ".");
    }
    return values.stream().map(value -> required(place, value, form, advice)).toList();
  }

  /** Text for people, on one line. */
  Optional<String> freeText(String place, String value, int most) {
    if (value != null && value.length() > most) {
      problems.add(
          new Setting(place, value),
          "it has " + value.length() + " characters. Use at most " + most + ".");
    }
    return matching(place, value, FREE_TEXT, "use one line of text, without control characters.");
  }

  /** Shell commands. */
  List<String> commands(String place, List<String> commands) {
    return allMatching(
        place, commands, 1_000, COMMAND, "use a shell command, without control characters.");
  }

  /** CloudFormation would replace a dynamic reference with the secret itself. */
  private void noDynamicReference(String place, String value) {
    if (value != null && value.contains("{{resolve:")) {
      problems.add(
          new Setting(place, value),
          "CloudFormation would replace {{resolve:...}} with the secret in clear text. Use an"
              + " <environmentVariable> of the build with <secretsManager>.");
    }
  }

  /** A whole number within bounds. */
  int number(String place, String value, int defaultValue, int least, int most) {
    if (value == null) {
      return defaultValue;
    }
    if (value.matches("\\d{1,6}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    problems.add(
        new Setting(place, value), "use a whole number from " + least + " to " + most + ".");
    return defaultValue;
  }

  /** {@code true} or {@code false}. */
  boolean truth(String place, String value) {
    if (value != null && !value.equals("true") && !value.equals("false")) {
      problems.add(new Setting(place, value), "use true or false.");
    }
    return Boolean.parseBoolean(value);
  }

  /** One of an enum's constants, by its text in lower case and with hyphens. */
  <E extends Enum<E>> E choice(String place, String value, E defaultValue, Class<E> choices) {
    if (value == null) {
      return defaultValue;
    }
    E[] constants = choices.getEnumConstants();
    Optional<E> chosen = Arrays.stream(constants).filter(c -> id(c).equals(value)).findFirst();
    if (chosen.isEmpty()) {
      List<String> ids = Arrays.stream(constants).map(SettingReader::id).toList();
      problems.add(new Setting(place, value), "use one of " + oneOf(ids) + ".");
    }
    return chosen.orElse(defaultValue);
  }

  /** An account. */
  Optional<String> account(String place, String account) {
    return matching(place, account, AwsLimits.ACCOUNT, "use a 12-digit AWS account ID.");
  }

  /** A region. */
  Optional<String> region(String place, String region) {
    return matching(
        place, region, AwsLimits.REGION, "use the name of an AWS region, such as eu-west-1.");
  }

  /**
   * The ARN of a role that exists.
   *
   * @param example the name of such a role
   */
  Optional<String> roleArn(String place, String arn, String example) {
    return matching(place, arn, AwsLimits.ROLE_ARN, roleAdvice(example));
  }

  /** The same of several. */
  List<String> roleArns(String place, List<String> arns, int most, String example) {
    return allMatching(place, arns, most, AwsLimits.ROLE_ARN, roleAdvice(example));
  }

  private static String roleAdvice(String example) {
    return "use the ARN of an IAM role, such as arn:aws:iam::111122223333:role/" + example + ".";
  }

  /** The ARN of a managed policy, AWS's or one's own. */
  Optional<String> policyArn(String place, String arn) {
    return matching(place, arn, POLICY_ARN, POLICY_ADVICE);
  }

  /** The same of several. */
  List<String> policyArns(String place, List<String> arns, int most) {
    return allMatching(place, arns, most, POLICY_ARN, POLICY_ADVICE);
  }

  /** The path of roles. */
  Optional<String> rolePath(String place, String path) {
    return matching(
        place,
        path,
        ROLE_PATH,
        "use a path that starts and ends with a slash, such as /pipelines/.");
  }

  /** Values for a sentence, as users write them. */
  static String oneOf(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static String id(Enum<?> constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * An existing topic by its ARN, or one that the template creates for an email address; empty
   * where neither is given.
   */
  Optional<Topic> topic(String place, String arn, String email) {
    if (arn != null && email != null) {
      problems.add(place + " has both <topicArn> and <email>. Keep one of them.");
    }
    Optional<String> existing =
        matching(
            place + "<topicArn>",
            arn,
            TOPIC_ARN,
            "use the ARN of an SNS topic, such as arn:aws:sns:eu-west-1:111122223333:releases.");
    Optional<String> address =
        matching(
            place + "<email>", email, EMAIL, "use an email address, such as team@example.com.");
    if (arn != null) {
      return Optional.of(new Topic.Existing(existing.orElse(PLACEHOLDER)));
    }
    if (email == null) {
      return Optional.empty();
    }
    problems.noteAfterDeployment(
        "After the deployment, Amazon SNS sends "
            + Setting.shown(email)
            + " an email to confirm the subscription; no notifications are sent before it is"
            + " confirmed.");
    return Optional.of(new Topic.Email(address.orElse(PLACEHOLDER)));
  }

  /** Maven reads an empty element as {@code null}. */
  static Map<String, String> emptyForNull(Map<String, String> map) {
    Map<String, String> copy = new TreeMap<>();
    if (map != null) {
      map.forEach((key, value) -> copy.put(key, value == null ? "" : value));
    }
    return copy;
  }

  /** An empty list where none is given. */
  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
