package io.github.chalicemaven.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.document.DocumentFormat;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextVerifierTest {

  private static final Value VALUE =
      Values.mapping(
          "a",
          Functions.ref("A"),
          "b",
          Values.sequence(1, true, "x", Values.mapping(), Values.sequence()),
          "c",
          Functions.getAtt("A", "B"),
          "d",
          new Value.Decimal(new BigDecimal("-1.50")));

  @Test
  void takesATextThatSaysWhatItShould() {
    for (DocumentFormat format : DocumentFormat.values()) {
      assertThat(TextVerifier.readsBack("a." + format, format.render(VALUE), VALUE)).isEmpty();
    }
  }

  @Test
  void findsATextThatSaysSomethingElse() {
    String text = DocumentFormat.JSON.render(VALUE);
    for (String other :
        List.of(
            text.replace("\"x\"", "\"y\""),
            text.replace("true", "false"),
            text.replace("{}", "[]"),
            text.replace("\"a\"", "\"e\""),
            text.replace("1,", "1, 1,"),
            text.replace("1,", "2,"),
            text.replace("1,", "\"1\","),
            text.replace("\"x\"", "5"),
            text.replace("true", "\"true\""),
            text.replace("-1.50", "-1.5"),
            text.replace("[]", "{}"),
            text.replace("[]", "[1]"),
            text.replace("{},", "{\"more\": 1},"),
            text.replace("\"d\"", "\"more\": 1, \"d\""),
            text.replaceFirst("(?s)\\{\\s*\"Ref\".*?\\}", "\"A\""),
            text.replace("\"B\"", "\"C\""))) {
      assertThat(other).isNotEqualTo(text);
      assertThat(TextVerifier.readsBack("a.json", other, VALUE))
          .extracting(Finding::toString)
          .containsExactly("a.json: when read back, the text differs from the generated value.");
    }
    assertThat(TextVerifier.readsBack("a.json", "{", VALUE)).hasSize(1);
  }

  @Test
  void knowsWhatCloudFormationTakes() {
    assertThat(TextVerifier.sizeWarning(file(51_200))).isEmpty();
    assertThat(AwsLimits.isDirectTemplate(file(51_200))).isTrue();
    assertThat(AwsLimits.isDirectTemplate(file(51_201))).isFalse();
    assertThat(TextVerifier.sizeWarning(file(51_201)))
        .hasValueSatisfying(
            warning -> assertThat(warning).contains("51201 bytes", "51200", "`--s3-bucket`"));
    assertThat(TextVerifier.template("pipeline.json", file(1_000_000), value(1_000_000))).isEmpty();
    assertThat(TextVerifier.template("pipeline.json", file(1_000_001), value(1_000_001)))
        .extracting(Finding::toString)
        .containsExactly(
            "pipeline.json: the template has 1000001 bytes, more than the 1000000 that"
                + " CloudFormation allows.");
  }

  @Test
  void readsATemplateBackThatIsYaml() {
    String text = DocumentFormat.YAML.render(VALUE);
    assertThat(TextVerifier.template("pipeline.yaml", text, VALUE)).isEmpty();
    assertThat(TextVerifier.template("pipeline.yaml", text + "e: 1\n", VALUE))
        .extracting(Finding::toString)
        .containsExactly(
            "pipeline.yaml: when read back, the text differs from the generated value.");
  }

  private static String file(int bytes) {
    return "{\"a\":\"" + "x".repeat(bytes - 8) + "\"}";
  }

  private static Value value(int bytes) {
    return Values.mapping("a", "x".repeat(bytes - 8));
  }
}
