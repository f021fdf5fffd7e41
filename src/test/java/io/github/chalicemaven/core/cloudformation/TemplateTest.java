package io.github.chalicemaven.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.cloudformation.Value.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

  private static final Resource BUCKET = Values.resource("AWS::S3::Bucket");

  private final Template.Builder builder = Template.builder("A pipeline");

  @Test
  void theDocumentHasEverySectionInTheOrderOfAReader() {
    Template template =
        builder
            .output("Url", new Output("Where it is.", Functions.ref("B")))
            .resource("B", BUCKET)
            .resource("A", BUCKET)
            .parameter("Name", Parameter.required("A name."))
            .build();

    Mapping document = template.document();
    assertThat(document.entries().keySet())
        .containsExactly(
            "AWSTemplateFormatVersion", "Description", "Parameters", "Resources", "Outputs");
    assertThat(document)
        .isEqualTo(
            Values.mapping(
                "AWSTemplateFormatVersion",
                "2010-09-09",
                "Description",
                "A pipeline",
                "Parameters",
                Values.mapping("Name", Values.mapping("Type", "String", "Description", "A name.")),
                "Resources",
                Values.mapping(
                    "B",
                    Values.mapping("Type", "AWS::S3::Bucket"),
                    "A",
                    Values.mapping("Type", "AWS::S3::Bucket")),
                "Outputs",
                Values.mapping(
                    "Url",
                    Values.mapping("Description", "Where it is.", "Value", Functions.ref("B")))));
  }

  @Test
  void entriesKeepTheOrderInWhichTheyWereAdded() {
    Template template = builder.resource("B", BUCKET).resource("A", BUCKET).build();

    assertThat(template.resources().keySet()).containsExactly("B", "A");
  }

  @Test
  void aLogicalIdIsUsedOnceASection() {
    builder.resource("Name", BUCKET).parameter("Name", Parameter.required("A name."));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.resource("Name", BUCKET))
        .withMessage("logical ID used twice: Name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "My-Bucket", "my_bucket", "Café", "a b"})
  void aLogicalIdIsLettersAndDigits(String logicalId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.resource(logicalId, BUCKET))
        .withMessage("not a logical ID: " + logicalId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", ":", "@", "[", "`", "{"})
  void theNeighboursOfLettersAndDigitsAreNone(String neighbour) {
    assertThat("azAZ09").matches(AwsLimits.LOGICAL_ID);
    assertThat(neighbour).doesNotMatch(AwsLimits.LOGICAL_ID);
  }

  @Test
  void aLogicalIdHasAtMost255Characters() {
    assertThat(builder.resource("a".repeat(255), BUCKET).build().resources()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.resource("a".repeat(256), BUCKET));
  }

  @Test
  void aBuiltTemplateDoesNotChange() {
    Template template = builder.resource("A", BUCKET).build();

    builder.resource("B", BUCKET);

    assertThat(template.resources()).containsOnlyKeys("A");
    assertThatThrownBy(() -> template.resources().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
