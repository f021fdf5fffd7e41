package io.github.chalicemaven.core.settings;

import java.util.List;

/** The VPC that a build runs in. All elements are required. */
public final class VpcSettings {

  /** For example {@code vpc-0a1b2c3d}. */
  public String vpcId;

  /** At most 16, for example {@code subnet-0a1b2c3d}. */
  public List<String> subnetIds;

  /** At most 5, for example {@code sg-0a1b2c3d}. */
  public List<String> securityGroupIds;
}
