package io.github.chalicemaven.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParameterTest {

  @Test
  void aRequiredParameterHasNoDefault() {
    assertThat(Parameter.required("The owner.").document())
        .isEqualTo(Values.mapping("Type", "String", "Description", "The owner."));
  }

  @Test
  void aSecretIsRequiredAndNotEchoed() {
    assertThat(Parameter.secret("The token.").document())
        .isEqualTo(Values.mapping("Type", "String", "Description", "The token.", "NoEcho", true));
  }

  @Test
  void aDefaultComesWithTheParameter() {
    assertThat(Parameter.withDefault("orders", "The name.").document())
        .isEqualTo(
            Values.mapping("Type", "String", "Description", "The name.", "Default", "orders"));
  }

  @Test
  void aConstraintIsAddedAndTheRestKept() {
    assertThat(
            Parameter.withDefault("orders", "The name.")
                .matching("[a-z]+", "lower-case letters")
                .document())
        .isEqualTo(
            Values.mapping(
                "Type",
                "String",
                "Description",
                "The name.",
                "Default",
                "orders",
                "AllowedPattern",
                "[a-z]+",
                "ConstraintDescription",
                "lower-case letters"));
    assertThat(Parameter.secret("The token.").matching(".+", "not empty").noEcho()).isTrue();
  }
}
