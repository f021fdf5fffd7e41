package io.github.chalicemaven.core.cloudformation;

import static io.github.chalicemaven.core.cloudformation.Value.text;
import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {

  @Test
  void functionsHaveTheLongFormThatJsonAndYamlShare() {
    assertThat(Functions.ref("Bucket")).isEqualTo(mapping().with("Ref", "Bucket"));
    assertThat(Functions.getAtt("Role", "Arn"))
        .isEqualTo(mapping().with("Fn::GetAtt", List.of("Role", "Arn")));
    assertThat(Functions.sub("${ApplicationName}Build"))
        .isEqualTo(mapping().with("Fn::Sub", "${ApplicationName}Build"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ref", "Fn::GetAtt", "Fn::Sub", "Fn::If", "Fn::ToJsonString"})
  void aFunctionIsAMappingWithItsNameAsTheOnlyKey(String function) {
    assertThat(Functions.isFunction(mapping().with(function, "x"))).isTrue();
    assertThat(Functions.isFunction(mapping().with(function, "x").with("more", "x"))).isFalse();
  }

  @Test
  void otherValuesAreNoFunctions() {
    assertThat(
            List.of(
                text("Ref"),
                Value.texts("Ref", "x"),
                mapping(),
                mapping().with("Sub", "x"),
                mapping().with("Fn::Nope", "x")))
        .noneMatch(Functions::isFunction);
  }

  @Test
  void theArgumentIsThatOfTheOnlyKey() {
    Value.Mapping list = Functions.getAtt("Role", "Arn");

    assertThat(Functions.argument(list, "Fn::GetAtt")).contains(Value.texts("Role", "Arn"));
    assertThat(Functions.textArgument(list, "Fn::GetAtt")).isEmpty();
    assertThat(Functions.textArgument(Functions.ref("Role"), "Ref")).contains("Role");
    assertThat(Functions.argument(Functions.ref("Role"), "Fn::Sub")).isEmpty();
    assertThat(Functions.argument(mapping().with("Ref", "Role").with("more", "x"), "Ref"))
        .isEmpty();
    assertThat(Functions.argument(text("Ref"), "Ref")).isEmpty();
    assertThat(Functions.argument(null, "Ref")).isEmpty();
  }

  @Test
  void variablesAreSubstitutedAndLiteralsLoseTheirMark() {
    String text = "${Name}-${!Name}-${Role.Arn}-$Name-${Name";

    assertThat(Functions.variables(text)).containsExactly("Name", "Role.Arn");
    assertThat(Functions.substitute(text, Map.of("Name", "$1 ${!x}"), "?"))
        .isEqualTo("$1 ${!x}-${Name}-?-$Name-${Name");
  }

  @ParameterizedTest
  @CsvSource({
    "Ref, true, true",
    "Fn::Sub, true, true",
    "Fn::Nope, true, false",
    "Sub, false, false"
  })
  void aNameMayBeThatOfNoFunction(String key, boolean name, boolean exists) {
    assertThat(Functions.isName(key)).isEqualTo(name);
    assertThat(Functions.exists(key)).isEqualTo(exists);
  }

  @Test
  void aTagStandsForAFunction() {
    assertThat(Functions.ofTag("Ref")).contains("Ref");
    assertThat(Functions.ofTag("Sub")).contains("Fn::Sub");
    assertThat(Functions.ofTag("Nope")).isEmpty();
    assertThat(Functions.ofTag("Fn::Sub")).isEmpty();
  }
}
