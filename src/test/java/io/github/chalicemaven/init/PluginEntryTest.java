package io.github.chalicemaven.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PluginEntryTest {

  @Test
  void itsValuesAreCopiedAndCannotBeChanged() {
    Map<String, String> given = new TreeMap<>(Map.of("branch", "main"));
    PluginEntry entry = new PluginEntry("1", true, true, given);

    given.clear();

    assertThat(entry.values()).containsExactly(Map.entry("branch", "main"));
    assertThatThrownBy(() -> entry.values().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
