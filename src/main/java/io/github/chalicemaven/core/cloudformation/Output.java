package io.github.chalicemaven.core.cloudformation;

/**
 * An output of a template.
 *
 * @param description what the console shows beside the value
 * @param value the value that the stack publishes
 */
public record Output(String description, Value value) implements Template.Entry {

  @Override
  public Value document() {
    return Value.mapping().with("Description", description).with("Value", value);
  }
}
