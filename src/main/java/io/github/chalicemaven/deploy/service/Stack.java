package io.github.chalicemaven.deploy.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A stack as CloudFormation describes it.
 *
 * @param id the stack's ARN
 * @param name its name
 * @param status its status
 * @param reason why it has that status; empty where AWS does not say
 * @param terminationProtection whether it cannot be deleted
 * @param drifted whether the last drift detection, if any, found changes made outside the stack
 * @param parameters the names of its template's parameters
 * @param outputs its outputs in AWS's order
 */
public record Stack(
    String id,
    String name,
    StackStatus status,
    String reason,
    boolean terminationProtection,
    boolean drifted,
    Set<String> parameters,
    Map<String, String> outputs) {

  public Stack {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
    parameters = Set.copyOf(parameters);
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /** The value of an output. */
  public Optional<String> output(String key) {
    return Optional.ofNullable(outputs.get(key));
  }
}
