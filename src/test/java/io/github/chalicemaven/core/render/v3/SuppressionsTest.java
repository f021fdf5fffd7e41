package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuppressionsTest {

  @Test
  void aRuleOfNistHasTwinsInThePacksOfPciAndHipaa() {
    assertThat(Suppressions.of("NIST.800.53.R5-S3BucketReplicationEnabled", "Why.").rules())
        .containsExactly(
            mapping("id", "NIST.800.53.R5-S3BucketReplicationEnabled", "reason", "Why."),
            mapping(
                "id", "PCI.DSS.321-S3BucketReplicationEnabled", "reason", "As for NIST 800-53."),
            mapping(
                "id",
                "HIPAA.Security-S3BucketReplicationEnabled",
                "reason",
                "As for NIST 800-53."));
  }

  @Test
  void aRuleOfAwsSolutionsHasNone() {
    assertThat(Suppressions.of("AwsSolutions-IAM5", "Why.").rules())
        .containsExactly(mapping("id", "AwsSolutions-IAM5", "reason", "Why."));
  }
}
