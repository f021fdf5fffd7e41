package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Stage;
import java.util.Optional;

/**
 * An account and a region, for the ARNs of what is there, of whichever partition the stack is in.
 * Variables of {@code Fn::Sub} may be in all of them.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/">Service
 *     Authorization Reference</a>
 */
record Place(String account, String region) {

  /** The account and the region of the stack that the ARN is in. */
  static final Place OF_STACK = new Place("${AWS::AccountId}", "${AWS::Region}");

  /** Where a stage is deployed to, as a template of its own account names it. */
  static Place of(Stage stage) {
    return of(stage.target().region());
  }

  /** A region of the stack's account; empty for the stack's own. */
  static Place of(Optional<String> region) {
    return new Place(OF_STACK.account, region.orElse(OF_STACK.region));
  }

  /** Something in the account and the region. */
  Value arn(String service, String resource) {
    return arn(service, account, resource);
  }

  /** Something in the region, of another account, of AWS's own, or of none. */
  Value arn(String service, String otherAccount, String resource) {
    return Arns.anywhere(service, region, otherAccount, resource);
  }

  /** Something of IAM's in the account. */
  Value iam(String resource) {
    return Arns.iam(account, resource);
  }

  /** A stage's stack, which is here. */
  Value stack(Stage stage) {
    return arn("cloudformation", "stack/" + stage.stackName() + "/*");
  }
}
