package io.github.chalicemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.problem.Problems;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateUploadTest {

  private static final String LARGE = "x".repeat(51_201);

  private final Problems problems = new Problems();

  @Test
  void aSmallTemplateNeedsNoBucket() {
    assertThat(TemplateUpload.of("x".repeat(51_200), "a/b", "orders", problems)).isEmpty();
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void aLargeTemplateNeedsOne() {
    assertThat(TemplateUpload.of(LARGE, null, "orders", problems)).isEmpty();
    assertThat(problems.found())
        .singleElement()
        .asString()
        .contains("51,200 bytes")
        .contains("<templateBucket> (-Dchalice.templateBucket)");
  }

  @ParameterizedTest
  @CsvSource({
    "templates, templates, orders-",
    "acme.templates/a/b, acme.templates, a/b/orders-",
    "acme.templates/a/b//, acme.templates, a/b/orders-"
  })
  void theKeyIsNamedAfterStackAndContent(String place, String bucket, String key) {
    TemplateUpload upload = TemplateUpload.of(LARGE, place, "orders", problems).orElseThrow();

    assertThat(upload.bucket()).isEqualTo(bucket);
    assertThat(upload.key()).startsWith(key).matches(".*orders-[0-9a-f]{64}\\.template");
    assertThat(TemplateUpload.of(LARGE + " ", place, "orders", problems).orElseThrow().key())
        .isNotEqualTo(upload.key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Templates", "s3://templates", "a", "templates/a b"})
  void whatIsNoBucketIsAProblem(String place) {
    assertThat(TemplateUpload.of(LARGE, place, "orders", problems)).isEqualTo(Optional.empty());
    assertThat(problems.found()).singleElement().asString().contains("`bucket/folder`");
  }
}
