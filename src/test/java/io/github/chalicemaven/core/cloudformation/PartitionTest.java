package io.github.chalicemaven.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, aws",
    "us-east-1, aws",
    "cn-north-1, aws-cn",
    "us-gov-west-1, aws-us-gov",
    "us-iso-east-1, aws-iso",
    "us-isob-east-1, aws-iso-b",
    "eu-isoe-west-1, aws-iso-e",
    "us-isof-south-1, aws-iso-f",
    "eusc-de-east-1, aws-eusc"
  })
  void aRegionsNameTellsItsPartition(String region, String id) {
    assertThat(Partition.of(region).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, console.aws.amazon.com",
    "cn-north-1, console.amazonaws.cn",
    "us-gov-west-1, console.amazonaws-us-gov.com",
    "eusc-de-east-1, console.amazonaws-eusc.eu"
  })
  void partitionsHaveConsolesOfTheirOwn(String region, String console) {
    assertThat(Partition.of(region).console()).isEqualTo(console);
  }
}
