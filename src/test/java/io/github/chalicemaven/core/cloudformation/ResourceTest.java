package io.github.chalicemaven.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.cloudformation.Value.Mapping;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceTest {

  private final Resource bucket = Resource.of("AWS::S3::Bucket", "BucketName", "orders");

  @Test
  void aResourceWithoutPropertiesIsItsType() {
    assertThat(Resource.of("AWS::S3::Bucket").document())
        .isEqualTo(Value.mapping("Type", "AWS::S3::Bucket"));
  }

  @Test
  void attributesStandBeforePropertiesForTheReader() {
    Resource resource = bucket.after("Role").retained().withMetadata(Value.mapping("why", "logs"));

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
            .retained()
            .withMetadata(Value.mapping("why", "logs"))
            .withProperties(Value.mapping("BucketName", "other"));

    assertThat(resource.document())
        .isEqualTo(
            Value.mapping(
                "Type",
                "AWS::S3::Bucket",
                "DependsOn",
                List.of("Role", "Key"),
                "DeletionPolicy",
                "Retain",
                "UpdateReplacePolicy",
                "Retain",
                "Metadata",
                Value.mapping("why", "logs"),
                "Properties",
                Value.mapping("BucketName", "other")));
  }

  @Test
  void aChangeLeavesTheOriginalAlone() {
    bucket.after("Role").retained();

    assertThat(bucket).isEqualTo(Resource.of("AWS::S3::Bucket", "BucketName", "orders"));
  }
}
