package io.github.chalicemaven.core.cloudformation;

import java.util.Map;
import java.util.Optional;

/**
 * How many characters IAM counts in a policy: compact JSON without white space. A value that is
 * known only at deployment is counted with a usual length.
 *
 * @param known what parameters and pseudo parameters are counted as
 */
public record PolicySize(Map<String, String> known) {

  /** Pseudo parameters, each with the longest value that AWS gives it today. */
  public static final Map<String, String> PSEUDO_PARAMETER_VALUES =
      Map.of(
          "AWS::AccountId", "123456789012",
          "AWS::Partition", "aws-us-gov",
          "AWS::Region", "ap-southeast-1",
          "AWS::URLSuffix", "amazonaws.com.cn");

  /** As long as a bucket's name or a resource's ARN without its beginning. */
  private static final String UNKNOWN = "x".repeat(64);

  public PolicySize {
    known = Map.copyOf(known);
  }

  /** With nothing known but pseudo parameters. */
  public PolicySize() {
    this(PSEUDO_PARAMETER_VALUES);
  }

  /** The size of a document, or of a part of one. */
  public int of(Value value) {
    if (Functions.isFunction(value)) {
      return quoted(estimate(value));
    }
    if (value instanceof Value.Text text) {
      return quoted(text.text());
    }
    if (value instanceof Value.Sequence sequence) {
      int size = brackets(sequence.items().size());
      for (Value item : sequence.items()) {
        size += of(item);
      }
      return size;
    }
    if (value instanceof Value.Mapping mapping) {
      int size = brackets(mapping.entries().size());
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        size += quoted(entry.getKey()) + ":".length() + of(entry.getValue());
      }
      return size;
    }
    return "false".length();
  }

  private static int brackets(int items) {
    return 2 + Math.max(0, items - 1);
  }

  private String estimate(Value function) {
    Optional<String> name = Functions.textArgument(function, "Ref");
    if (name.isPresent()) {
      return known.getOrDefault(name.get(), UNKNOWN);
    }
    Optional<String> text = Functions.textArgument(function, "Fn::Sub");
    return text.isPresent() ? Functions.substitute(text.get(), known, UNKNOWN) : UNKNOWN;
  }

  private static int quoted(String text) {
    int size = 2;
    for (int i = 0; i < text.length(); i++) {
      size += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
    }
    return size;
  }
}
