package io.github.chalicemaven.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, aws, console.aws.amazon.com",
    "us-east-1, aws, console.aws.amazon.com",
    "cn-north-1, aws-cn, console.amazonaws.cn",
    "us-gov-west-1, aws-us-gov, console.amazonaws-us-gov.com",
    "us-iso-east-1, aws-iso, console.aws.amazon.com",
    "us-isob-east-1, aws-iso-b, console.aws.amazon.com",
    "eu-isoe-west-1, aws-iso-e, console.aws.amazon.com",
    "us-isof-south-1, aws-iso-f, console.aws.amazon.com",
    "eusc-de-east-1, aws-eusc, console.amazonaws-eusc.eu"
  })
  void aRegionsNameTellsItsPartition(String region, String id, String console) {
    assertThat(Partition.of(region).id()).isEqualTo(id);
    assertThat(Partition.of(region).console()).isEqualTo(console);
  }
}
