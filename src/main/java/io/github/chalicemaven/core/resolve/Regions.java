package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.Partition;

/** What the name of a region tells. */
final class Regions {

  private Regions() {}

  static boolean isValid(String region) {
    return AwsLimits.REGION.matcher(region).matches();
  }

  static boolean isInChina(String region) {
    return Partition.of(region) == Partition.CHINA;
  }
}
