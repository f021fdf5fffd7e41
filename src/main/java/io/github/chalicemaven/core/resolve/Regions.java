package io.github.chalicemaven.core.resolve;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names of regions, as far as they follow AWS's pattern: a new one needs no release.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS
 *     regions</a>
 */
final class Regions {

  static final Pattern NAME = Pattern.compile("[a-z]{2,4}(-[a-z]{2,12}){1,2}-\\d{1,2}");

  static final String ADVICE = "use the name of an AWS region, such as eu-west-1.";

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
    return NAME.matcher(region).matches();
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
