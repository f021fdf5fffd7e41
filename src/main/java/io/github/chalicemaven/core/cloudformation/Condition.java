package io.github.chalicemaven.core.cloudformation;

/**
 * A condition of a template, which {@code Fn::If} refers to.
 *
 * @param function one that is true or false, such as {@code Fn::Equals}
 */
public record Condition(Value function) implements Template.Entry {

  /** Whether the stack is in a partition, for example {@code aws-cn}. */
  public static Condition inPartition(String partition) {
    return new Condition(
        Value.mapping()
            .with(
                "Fn::Equals",
                Value.sequence(Functions.ref("AWS::Partition"), Value.text(partition))));
  }

  @Override
  public Value document() {
    return function;
  }
}
