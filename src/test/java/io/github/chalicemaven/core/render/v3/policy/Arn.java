package io.github.chalicemaven.core.render.v3.policy;

/**
 * An ARN, or a pattern of ARNs.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
record Arn(String partition, String service, String region, String account, String resource) {

  static Arn of(String text) {
    String[] parts = text.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      throw new IllegalArgumentException("not an ARN: " + text);
    }
    return new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
  }

  /** Whether it is one of the pattern's: a wildcard stays within its part between colons. */
  boolean isOf(String pattern) {
    if (pattern.equals("*")) {
      return true;
    }
    Arn other = of(pattern);
    return Wildcards.match(other.partition, partition)
        && Wildcards.match(other.service, service)
        && Wildcards.match(other.region, region)
        && Wildcards.match(other.account, account)
        && Wildcards.match(other.resource, resource);
  }

  @Override
  public String toString() {
    return String.join(":", "arn", partition, service, region, account, resource);
  }
}
