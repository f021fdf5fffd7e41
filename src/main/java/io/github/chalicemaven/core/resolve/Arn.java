package io.github.chalicemaven.core.resolve;

import java.util.Optional;

/**
 * What rules ask of an ARN.
 *
 * @param account 12 digits, {@code aws} for AWS's own, or empty
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
record Arn(String account) {

  private static final int PARTS = 6;
  private static final int ACCOUNT = 4;

  /** An ARN of a valid form; empty for anything else, of which another rule tells. */
  static Optional<Arn> of(String arn) {
    String[] parts = arn == null ? new String[0] : arn.split(":", PARTS);
    return parts.length == PARTS && parts[0].equals("arn")
        ? Optional.of(new Arn(parts[ACCOUNT]))
        : Optional.empty();
  }

  /** Whether a policy may be attached to roles of the account. */
  boolean isUsableIn(String otherAccount) {
    return account.equals("aws") || account.equals(otherAccount);
  }
}
