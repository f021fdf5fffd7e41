package io.github.chalicemaven.core.settings;

import java.util.List;

/** The VPC that a build runs in. All elements are required. */
public final class VpcSettings implements SettingsElement {

  /**
   * ID of the VPC.
   *
   * <pre>{@code <vpcId>vpc-0a1b2c3d</vpcId>}</pre>
   *
   * @since 0.1.0
   */
  public String vpcId;

  /**
   * IDs of its subnets, at most 16.
   *
   * <pre>{@code <subnetIds><subnetId>subnet-0a1b2c3d</subnetId></subnetIds>}</pre>
   *
   * @since 0.1.0
   */
  public List<String> subnetIds;

  /**
   * IDs of its security groups, at most 5.
   *
   * <pre>
   * {@code <securityGroupIds><securityGroupId>sg-0a1b2c3d</securityGroupId></securityGroupIds>}
   * </pre>
   *
   * @since 0.1.0
   */
  public List<String> securityGroupIds;
}
