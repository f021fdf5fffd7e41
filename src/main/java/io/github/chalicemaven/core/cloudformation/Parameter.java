package io.github.chalicemaven.core.cloudformation;

import java.util.Optional;

/**
 * A text parameter of a template.
 *
 * @param description what the console shows beside the field
 * @param defaultValue the value where the deployer gives none; without it the deployer must
 * @param noEcho whether CloudFormation masks the value, as it should a secret
 * @param constraint the values that CloudFormation takes
 */
public record Parameter(
    String description,
    Optional<String> defaultValue,
    boolean noEcho,
    Optional<Constraint> constraint)
    implements Template.Entry {

  /**
   * What CloudFormation takes for a parameter.
   *
   * @param allowedPattern a regular expression for the whole value
   * @param description what CloudFormation says of another value
   */
  public record Constraint(String allowedPattern, String description) {}

  /** A parameter that must be given at deployment. */
  public static Parameter required(String description) {
    return new Parameter(description, Optional.empty(), false, Optional.empty());
  }

  /** A parameter that must be given at deployment and is never shown. */
  public static Parameter secret(String description) {
    return new Parameter(description, Optional.empty(), true, Optional.empty());
  }

  /** A parameter with a default. */
  public static Parameter withDefault(String defaultValue, String description) {
    return new Parameter(description, Optional.of(defaultValue), false, Optional.empty());
  }

  /** The same parameter, its values constrained. */
  public Parameter matching(String allowedPattern, String constraintDescription) {
    Constraint matching = new Constraint(allowedPattern, constraintDescription);
    return new Parameter(description, defaultValue, noEcho, Optional.of(matching));
  }

  @Override
  public Value document() {
    return Value.mapping()
        .with("Type", "String")
        .with("Description", description)
        .withText("Default", defaultValue)
        .withIf("NoEcho", noEcho)
        .withText("AllowedPattern", constraint.map(Constraint::allowedPattern))
        .withText("ConstraintDescription", constraint.map(Constraint::description));
  }
}
