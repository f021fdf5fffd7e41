package io.github.chalicemaven.core.cloudformation;

import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicySizeTest {

  private static final int QUOTES = 2;

  private final PolicySize size = new PolicySize(Map.of("Name", "orders"));

  @Test
  void knownValuesAreCounted() {
    assertThat(size.of(ref("Name"))).isEqualTo(QUOTES + "orders".length());
    assertThat(size.of(sub("role/${Name}"))).isEqualTo(QUOTES + "role/orders".length());
  }

  @Test
  void unknownValuesAreCountedWithAUsualLength() {
    int usual = size.of(ref("Other"));

    assertThat(usual).isGreaterThan(QUOTES + 50);
    assertThat(size.of(sub("role/${Other}"))).isEqualTo("role/".length() + usual);
    assertThat(size.of(Functions.getAtt("Role", "Arn"))).isEqualTo(usual);
  }

  /** As in IAM's own {@code ${aws:username}}. */
  @Test
  void whatIsNoVariableIsCountedAsItStandsInThePolicy() {
    assertThat(size.of(sub("home/${!aws:username}/${Name}")))
        .isEqualTo(QUOTES + "home/${aws:username}/orders".length());
  }

  @Test
  void whiteSpaceIsNotCounted() {
    assertThat(
            size.of(Value.mapping().with("Sid", "a b\n").with("NotAction", Value.texts("x", "y"))))
        .isEqualTo("{\"Sid\":\"ab\",\"NotAction\":[\"x\",\"y\"]}".length());
  }
}
