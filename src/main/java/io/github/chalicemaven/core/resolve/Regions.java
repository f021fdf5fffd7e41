package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import java.util.Map;

/** What the name of a region tells. */
final class Regions {

  /** By how the names of their regions begin; all others are in {@code aws}. */
  private static final Map<String, String> PARTITIONS =
      Map.of(
          "cn-", "aws-cn",
          "us-gov-", "aws-us-gov",
          "us-iso-", "aws-iso",
          "us-isob-", "aws-iso-b",
          "eu-isoe-", "aws-iso-e",
          "us-isof-", "aws-iso-f",
          "eusc-", "aws-eusc");

  private Regions() {}

  static boolean isValid(String region) {
    return AwsLimits.REGION.matcher(region).matches();
  }

  /** The partition of a region, for example {@code aws}. */
  static String partition(String region) {
    return PARTITIONS.entrySet().stream()
        .filter(partition -> region.startsWith(partition.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("aws");
  }

  static boolean isInChina(String region) {
    return partition(region).equals("aws-cn");
  }
}
