package io.github.chalicemaven.core.cloudformation;

import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static io.github.chalicemaven.core.cloudformation.Values.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.cloudformation.Value.Mapping;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceTest {

  private final Resource bucket = resource("AWS::S3::Bucket").with("BucketName", "orders");

  @Test
  void aResourceWithoutPropertiesIsItsType() {
    assertThat(resource("AWS::S3::Bucket").document())
        .isEqualTo(mapping("Type", "AWS::S3::Bucket"));
  }

  @Test
  void attributesStandBeforePropertiesForTheReader() {
    Resource resource = bucket.after("Role").retained().withMetadata(mapping("why", "logs"));

    assertThat(((Mapping) resource.document()).entries().keySet())
        .containsExactly(
            "Type", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "Properties");
  }

  @Test
  void eachChangeKeepsTheOthers() {
    Resource resource =
        bucket
            .after("Role")
            .after("Key")
            .with("BucketKeyEnabled", true)
            .retained()
            .withMetadata(mapping("why", "logs"))
            .withIf("Tags", Optional.of(sequence("a")))
            .withIf("Nothing", Optional.empty());

    assertThat(resource.document())
        .isEqualTo(
            mapping(
                "Type",
                "AWS::S3::Bucket",
                "DependsOn",
                List.of("Role", "Key"),
                "DeletionPolicy",
                "Retain",
                "UpdateReplacePolicy",
                "Retain",
                "Metadata",
                mapping("why", "logs"),
                "Properties",
                mapping("BucketName", "orders", "BucketKeyEnabled", true, "Tags", List.of("a"))));
  }

  @Test
  void aChangeLeavesTheOriginalAlone() {
    bucket.after("Role").retained();

    assertThat(bucket).isEqualTo(resource("AWS::S3::Bucket").with("BucketName", "orders"));
  }
}
