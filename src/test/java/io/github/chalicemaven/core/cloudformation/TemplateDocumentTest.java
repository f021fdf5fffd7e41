package io.github.chalicemaven.core.cloudformation;

import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateDocumentTest {

  @Test
  void aDeploymentGivesWhatHasNoDefault() {
    TemplateDocument template =
        new TemplateDocument(
            Template.builder("test")
                .parameter("Name", Parameter.withDefault("orders", "The name."))
                .parameter("Token", Parameter.secret("The token."))
                .parameter("Owner", Parameter.required("The owner."))
                .build()
                .document());

    assertThat(template.parameters().keySet()).containsExactly("Name", "Token", "Owner");
    assertThat(template.parametersWithoutDefault()).containsExactly("Token", "Owner");
    assertThat(template.secretsWithoutDefault()).containsExactly("Token");
  }

  /** CloudFormation's own documentation writes it in each of these ways. */
  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "TRUE"})
  void aTextMakesASecretToo(String noEcho) {
    assertThat(template(Value.text(noEcho)).isSecret("Token")).isTrue();
    assertThat(template(Value.text(noEcho)).secretsWithoutDefault()).containsExactly("Token");
  }

  @Test
  void anythingElseIsNoSecret() {
    assertThat(template(Value.text("false")).isSecret("Token")).isFalse();
    assertThat(template(Value.truth(false)).isSecret("Token")).isFalse();
    assertThat(template(Value.truth(true)).isSecret("Other")).isFalse();
  }

  @Test
  void aMissingSectionIsEmptyAndSoIsAnEntryOfAnotherForm() {
    TemplateDocument template =
        new TemplateDocument(
            mapping().with("Resources", mapping("A", "x", "B", mapping("Type", "t"))));

    assertThat(template.resources())
        .containsExactly(Map.entry("A", mapping()), Map.entry("B", mapping("Type", "t")));
    assertThat(template.parameters()).isEmpty();
  }

  private static TemplateDocument template(Value noEcho) {
    return new TemplateDocument(mapping("Parameters", mapping("Token", mapping("NoEcho", noEcho))));
  }
}
