package io.github.chalicemaven.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamelCaseTest {

  @ParameterizedTest
  @CsvSource({
    "beta, Beta",
    "eu-west-1, EuWest1",
    "euWest, EuWest",
    "a--b-, AB",
    "1-2, 12",
    "--, ''",
    "'', ''"
  })
  void eachWordStartsWithACapital(String words, String id) {
    assertThat(CamelCase.of(words)).isEqualTo(id);
  }
}
