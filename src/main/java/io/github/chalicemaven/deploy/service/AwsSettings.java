package io.github.chalicemaven.deploy.service;

import java.net.URI;
import java.util.List;

/**
 * How AWS is reached. All of it may be null: then the SDK's usual places count (system properties,
 * environment, {@code ~/.aws}, the machine's role).
 *
 * @param region for example {@code eu-west-1}
 * @param profile a profile of {@code ~/.aws/config}
 * @param keys an access key, instead of a profile
 * @param role a role to assume
 * @param proxy the proxy to AWS
 * @param endpoint the address of every service, for tests
 */
public record AwsSettings(
    String region, String profile, AccessKey keys, Role role, Proxy proxy, URI endpoint) {

  /** The same in a region. */
  public AwsSettings in(String other) {
    return new AwsSettings(other, profile, keys, role, proxy, endpoint);
  }

  /** The same with a profile instead of all other credentials. */
  public AwsSettings through(String other) {
    return new AwsSettings(region, other, null, null, proxy, endpoint);
  }

  /** The same, with a role to assume. */
  public AwsSettings assuming(Role other) {
    return new AwsSettings(region, profile, keys, other, proxy, endpoint);
  }

  /**
   * An access key.
   *
   * @param sessionToken null for a user's own
   */
  public record AccessKey(String id, String secret, String sessionToken) {

    @Override
    public String toString() {
      return "AccessKey[****]";
    }
  }

  /**
   * A role to assume.
   *
   * @param arn its ARN
   * @param externalId null: none
   * @param sessionName as CloudTrail shows it
   * @param mfaSerial the MFA device whose code is asked for; null: none
   */
  public record Role(String arn, String externalId, String sessionName, String mfaSerial) {}

  /**
   * A proxy.
   *
   * @param uri scheme, host and port
   * @param user null: no authentication
   * @param direct hosts that are reached without it; {@code *} stands for any characters
   */
  public record Proxy(URI uri, String user, String password, List<String> direct) {

    public Proxy {
      direct = List.copyOf(direct);
    }

    @Override
    public String toString() {
      return "Proxy[" + uri + "]";
    }
  }
}
