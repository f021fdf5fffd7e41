package io.github.chalicemaven.init;

import java.util.List;
import java.util.Optional;

/**
 * What the guided start would do.
 *
 * @param warnings what will likely not do, a sentence each
 * @param present where the POM has the plugin already, in words; then there is no change
 * @param change the POM to write
 * @param command what does the same without a POM; empty where the plugin is there already
 */
public record StartPlan(
    List<String> warnings,
    Optional<String> present,
    Optional<PomChange> change,
    Optional<String> command) {

  public StartPlan {
    warnings = List.copyOf(warnings);
  }

  static StartPlan present(String where) {
    return new StartPlan(List.of(), Optional.of(where), Optional.empty(), Optional.empty());
  }
}
