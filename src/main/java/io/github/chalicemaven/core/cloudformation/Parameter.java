package io.github.chalicemaven.core.cloudformation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A parameter of a template.
 *
 * @param type for example {@code String}
 * @param description what the console shows beside the field
 * @param defaultValue the value where the deployer gives none; without it the deployer must
 * @param noEcho whether CloudFormation masks the value, as it should a secret
 */
public record Parameter(
    String type, String description, Optional<String> defaultValue, boolean noEcho) {

  /** A text parameter that must be given at deployment. */
  public static Parameter required(String description) {
    return new Parameter("String", description, Optional.empty(), false);
  }

  /** A text parameter that must be given at deployment and is never shown. */
  public static Parameter secret(String description) {
    return new Parameter("String", description, Optional.empty(), true);
  }

  /** A text parameter with a default. */
  public static Parameter withDefault(String defaultValue, String description) {
    return new Parameter("String", description, Optional.of(defaultValue), false);
  }

  Value document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Type", type);
    document.put("Description", description);
    defaultValue.ifPresent(value -> document.put("Default", value));
    if (noEcho) {
      document.put("NoEcho", true);
    }
    return Value.of(document);
  }
}
