package io.github.chalicemaven.core.cloudformation;

/**
 * AWS's partitions. The names of regions begin alike in a partition.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html">Partitions</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/signin/latest/userguide/sign-in-urls-defined.html">Sign-in
 *     URLs</a>
 */
public enum Partition {
  CHINA("aws-cn", "cn-", "console.amazonaws.cn"),
  GOV_CLOUD("aws-us-gov", "us-gov-", "console.amazonaws-us-gov.com"),
  // The hosts of the consoles of these four are not public: that of AWS stands in for them.
  ISO("aws-iso", "us-iso-"),
  ISO_B("aws-iso-b", "us-isob-"),
  ISO_E("aws-iso-e", "eu-isoe-"),
  ISO_F("aws-iso-f", "us-isof-"),
  SOVEREIGN("aws-eusc", "eusc-", "console.amazonaws-eusc.eu"),
  /** All others. */
  AWS("aws", "");

  private final String id;
  private final String regions;
  private final String console;

  Partition(String id, String regions) {
    this(id, regions, "console.aws.amazon.com");
  }

  Partition(String id, String regions, String console) {
    this.id = id;
    this.regions = regions;
    this.console = console;
  }

  /** The partition of a region. */
  public static Partition of(String region) {
    for (Partition partition : values()) {
      if (region.startsWith(partition.regions)) {
        return partition;
      }
    }
    return AWS;
  }

  /** As ARNs name it, for example {@code aws-cn}. */
  public String id() {
    return id;
  }

  /** The host of the console; a stand-in in the partitions whose host is not public. */
  public String console() {
    return console;
  }
}
