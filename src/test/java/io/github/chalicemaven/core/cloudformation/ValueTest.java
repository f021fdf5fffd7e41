package io.github.chalicemaven.core.cloudformation;

import static io.github.chalicemaven.core.cloudformation.Value.number;
import static io.github.chalicemaven.core.cloudformation.Value.text;
import static io.github.chalicemaven.core.cloudformation.Value.texts;
import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static io.github.chalicemaven.core.cloudformation.Values.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.cloudformation.Value.Bool;
import io.github.chalicemaven.core.cloudformation.Value.Int;
import io.github.chalicemaven.core.cloudformation.Value.Mapping;
import io.github.chalicemaven.core.cloudformation.Value.Sequence;
import io.github.chalicemaven.core.cloudformation.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueTest {

  @Test
  void aMappingTakesEachKindOfValue() {
    assertThat(
            mapping()
                .with("text", "a")
                .with("number", 5_000_000_000L)
                .with("truth", false)
                .with("texts", List.of("a", "b"))
                .with("value", sequence(number(1)))
                .entries())
        .containsExactly(
            Map.entry("text", new Text("a")),
            Map.entry("number", new Int(5_000_000_000L)),
            Map.entry("truth", new Bool(false)),
            Map.entry("texts", new Sequence(List.of(new Text("a"), new Text("b")))),
            Map.entry("value", new Sequence(List.of(new Int(1)))));
  }

  @Test
  void aMappingKeepsTheOrderOfItsKeys() {
    assertThat(mapping().with("z", 1).with("a", 2).with("m", 3).entries().keySet())
        .containsExactly("z", "a", "m");
  }

  @Test
  void aMappingLeavesOutWhatIsNotThere() {
    assertThat(
            mapping()
                .withIf("value", Optional.empty())
                .withIf("items", texts())
                .withIf("entries", mapping())
                .withIf("truth", false))
        .isEqualTo(mapping());
  }

  @Test
  void aMappingTakesWhatIsThere() {
    assertThat(
            mapping()
                .withIf("value", Optional.of(text("a")))
                .withIf("items", texts("a"))
                .withIf("entries", mapping().with("a", 1))
                .withIf("truth", true))
        .isEqualTo(
            mapping()
                .with("value", "a")
                .with("items", List.of("a"))
                .with("entries", mapping().with("a", 1))
                .with("truth", true));
  }

  @Test
  void aMappingKnowsTheTextsInAList() {
    Mapping mapping = mapping().with("list", sequence("a", 1, "b")).with("text", "a");

    assertThat(mapping.texts("list")).containsExactly("a", "b");
    assertThat(mapping.texts("text")).isEmpty();
    assertThat(mapping.texts("none")).isEmpty();
  }

  @Test
  void aLongerMappingLeavesTheShorterAlone() {
    Mapping shorter = mapping().with("a", 1);

    Mapping longer = shorter.with("b", 2);

    assertThat(shorter.entries()).containsOnlyKeys("a");
    assertThat(longer.entries()).containsOnlyKeys("a", "b");
  }

  @Test
  void aKeyThatIsThereAlreadyIsRefused() {
    Mapping mapping = mapping().with("Status", "Enabled");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> mapping.with("Status", "Suspended"))
        .withMessage("a key twice: Status");
  }

  @Test
  void mappingsAreEqualWhenTheirEntriesAre() {
    Mapping mapping = mapping().with("a", 1).with("b", 2);

    assertThat(mapping)
        .isEqualTo(mapping().with("b", 2).with("a", 1))
        .hasSameHashCodeAs(mapping().with("b", 2).with("a", 1))
        .isNotEqualTo(mapping().with("a", 1))
        .isNotEqualTo(mapping().with("a", 1).with("b", "2"))
        .hasToString("{a=Int[number=1], b=Int[number=2]}");
  }

  @Test
  void laterChangesOfTheSourceDoNotReachTheValue() {
    List<Value> items = new ArrayList<>(List.of(new Int(1)));
    Map<String, Value> entries = new LinkedHashMap<>(Map.of("a", new Int(1)));
    Sequence sequence = new Sequence(items);
    Mapping mapping = new Mapping(entries);

    items.add(new Int(2));
    entries.put("b", new Int(2));

    assertThat(sequence).isEqualTo(sequence(number(1)));
    assertThat(mapping).isEqualTo(mapping().with("a", 1));
    assertThatThrownBy(() -> mapping.entries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> mapping.with("b", 2).entries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
