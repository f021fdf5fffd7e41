package io.github.chalicemaven.core.cloudformation;

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
import org.junit.jupiter.api.Test;

class ValueTest {

  @Test
  void javaObjectsBecomeTheValuesTheyStandFor() {
    assertThat(Value.of("a")).isEqualTo(new Text("a"));
    assertThat(Value.of(1)).isEqualTo(new Int(1));
    assertThat(Value.of(5_000_000_000L)).isEqualTo(new Int(5_000_000_000L));
    assertThat(Value.of(true)).isEqualTo(new Bool(true));
    assertThat(Value.of(List.of("a", 1)))
        .isEqualTo(new Sequence(List.of(new Text("a"), new Int(1))));
    assertThat(Value.of(Map.of("a", List.of())))
        .isEqualTo(new Mapping(Map.of("a", new Sequence(List.of()))));
  }

  @Test
  void aValueStandsForItself() {
    Value value = Value.ref("Bucket");

    assertThat(Value.of(value)).isSameAs(value);
  }

  @Test
  void aMappingKeepsTheOrderOfItsKeys() {
    Mapping mapping = Value.mapping("z", 1, "a", 2, "m", 3);

    assertThat(mapping.entries())
        .containsExactly(
            Map.entry("z", new Int(1)), Map.entry("a", new Int(2)), Map.entry("m", new Int(3)));
  }

  @Test
  void anObjectThatNoTemplateCanHoldIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Value.of(1.5))
        .withMessage("not a template value: 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Value.of(null))
        .withMessage("not a template value: null");
  }

  @Test
  void aKeyWithoutAValueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Value.mapping("Status", "Enabled", "Rules"))
        .withMessage("a key without a value: Rules");
  }

  @Test
  void laterChangesOfTheSourceDoNotReachTheValue() {
    List<Value> items = new ArrayList<>(List.of(new Int(1)));
    Map<String, Value> entries = new LinkedHashMap<>(Map.of("a", new Int(1)));
    Sequence sequence = new Sequence(items);
    Mapping mapping = new Mapping(entries);

    items.add(new Int(2));
    entries.put("b", new Int(2));

    assertThat(sequence).isEqualTo(Value.sequence(1));
    assertThat(mapping).isEqualTo(Value.mapping("a", 1));
    assertThatThrownBy(() -> mapping.entries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void intrinsicFunctionsHaveTheLongFormThatJsonAndYamlShare() {
    assertThat(Value.ref("Bucket").longForm()).isEqualTo(Value.mapping("Ref", "Bucket"));
    assertThat(Value.getAtt("Role", "Arn").longForm())
        .isEqualTo(Value.mapping("Fn::GetAtt", List.of("Role", "Arn")));
    assertThat(Value.sub("${ApplicationName}Build").longForm())
        .isEqualTo(Value.mapping("Fn::Sub", "${ApplicationName}Build"));
  }
}
