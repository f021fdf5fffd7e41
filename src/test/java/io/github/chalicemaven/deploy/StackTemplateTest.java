package io.github.chalicemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.Capabilities;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.deploy.StackTemplate.ParameterValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StackTemplateTest {

  private static final StackTemplate PARAMETERS =
      template(
          """
          Parameters:
            Name: {Type: String, Default: orders}
            Count: {Type: Number, Default: 3}
            Owner: {Type: String}
            Token: {Type: String, NoEcho: true}
          """);

  private final Problems problems = new Problems();

  @Test
  void aParameterHasTheGivenValueOrTheTemplatesDefault() {
    ParameterValues values =
        PARAMETERS.parameters(Map.of("Owner", "acme", "Token", "secret"), problems);

    assertThat(values.values())
        .isEqualTo(Map.of("Name", "orders", "Count", "3", "Owner", "acme", "Token", "secret"));
    assertThat(values.kept()).isEmpty();
    assertThat(values.secrets()).containsExactly("secret");
    assertThat(values).asString().doesNotContain("secret");
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void onlyAMaskedParameterKeepsItsValue() {
    ParameterValues values = PARAMETERS.parameters(Map.of("Owner", "acme"), problems);

    assertThat(values.kept()).containsExactly("Token");
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void allProblemsWithParametersAreToldAtOnce() {
    PARAMETERS.parameters(Map.of("Onwer", "hunter2"), problems);

    assertThat(problems.found())
        .containsExactly(
            "<parameters><Onwer> (-Dchalice.parameter.Onwer): the template has no such"
                + " parameter; it has Name, Count, Owner, Token.",
            "<parameters><Owner> (-Dchalice.parameter.Owner) is required: the template's parameter has"
                + " no default value.");
  }

  @Test
  void aTemplateMayHaveNoParameters() {
    template("Resources: {}").parameters(Map.of("Owner", "acme"), problems);

    assertThat(problems.found())
        .containsExactly(
            "<parameters><Owner> (-Dchalice.parameter.Owner): the template has no parameters.");
  }

  @Test
  void aSecretInThePomIsRefused() {
    PARAMETERS.refuseSecrets(Set.of("Owner", "Token"), problems);

    assertThat(problems.found())
        .containsExactly(
            "<parameters><Token> is a secret (NoEcho), and Maven logs it with -X: set"
                + " -Dchalice.parameter.Token instead.");
  }

  @Test
  void readsWhatIsKept() {
    assertThat(
            StackTemplate.deletionPolicies(
                "{\"Resources\": {\"A\": {\"DeletionPolicy\": \"Retain\"}, \"B\": {}}}"))
        .isEqualTo(Map.of("A", "Retain"));
    assertThat(
            StackTemplate.deletionPolicies(
                "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Snapshot\n"))
        .isEqualTo(Map.of("A", "Snapshot"));
  }

  @Test
  void aSmallTemplateIsSentAsItStands() {
    assertThat(template("{A: 1}").body("A:   1")).isEqualTo("A:   1");
  }

  @Test
  void aLargeTemplateIsSentWithoutWhiteSpace() {
    String text = "A: é\n#" + "#".repeat(51_200) + "\n";

    assertThat(AwsLimits.isDirectTemplate(text)).isFalse();
    assertThat(template(text).body(text)).isEqualTo("{\"A\":\"é\"}");
  }

  /** The plugin's own templates, large ones included. */
  @ParameterizedTest
  @MethodSource("goldenTemplates")
  void everyGoldenTemplateIsSentWithoutABucket(Path file) throws IOException {
    String text = Files.readString(file);
    Optional<Value.Mapping> read = DocumentReader.parse(file.toString(), text, problems);
    assertThat(problems.found()).isEmpty();
    Value.Mapping document = read.orElseThrow();
    StackTemplate template = new StackTemplate(document);
    String body = template.body(text);

    assertThat(AwsLimits.isDirectTemplate(body)).isTrue();
    assertThat(DocumentReader.parse(file.toString(), body, problems)).contains(document);
    assertThat(Capabilities.of(document))
        .containsExactly(text.contains("\"RoleName\"") ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM");
  }

  static Stream<Path> goldenTemplates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("pipeline\\.(json|yaml)"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static StackTemplate template(String text) {
    return new StackTemplate(DocumentReader.parse("t.yaml", text, new Problems()).orElseThrow());
  }
}
