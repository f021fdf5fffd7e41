package io.github.chalicemaven.deploy.aws;

import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Reason;
import java.net.HttpURLConnection;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Calls AWS, and says in words what went wrong. */
final class Calls {

  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");

  private static final Set<String> UNKNOWN_KEYS =
      Set.of(
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "SignatureDoesNotMatch",
          "InvalidSignatureException",
          "InvalidAccessKeyId",
          "IncompleteSignature",
          "AuthFailure");

  private Calls() {}

  /**
   * Calls.
   *
   * @param operation for messages, for example {@code cloudformation:DescribeStacks}
   * @throws DeploymentException where AWS refuses or cannot be reached
   */
  static <T> T call(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      throw new DeploymentException(operation + ": " + refusal(e), e);
    } catch (SdkException e) {
      throw new DeploymentException(operation + ": " + unreachable(e), e);
    }
  }

  static boolean has(AwsServiceException e, String code) {
    return code.equals(code(e));
  }

  static String message(AwsServiceException e) {
    String message = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
    return message == null ? "" : message;
  }

  private static String code(AwsServiceException e) {
    String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    return code == null ? "" : code;
  }

  private static String refusal(AwsServiceException e) {
    String code = code(e);
    if (EXPIRED.contains(code)) {
      return "the credentials have expired. Sign in again (for example `aws sso login`), then run"
          + " the goal again; it continues from the stack's current state.";
    }
    if (e.statusCode() == HttpURLConnection.HTTP_PROXY_AUTH) {
      return "the proxy does not accept the <username> and <password> of its <proxy> in"
          + " settings.xml (HTTP status 407).";
    }
    if (UNKNOWN_KEYS.contains(code)) {
      return "AWS does not accept the credentials (" + code + "): " + Reason.oneLine(message(e));
    }
    String said = message(e).isEmpty() ? "HTTP status " + e.statusCode() : message(e);
    if (code.isEmpty() && e.statusCode() == 403) {
      return Reason.explained("Access denied, " + said);
    }
    return Reason.explained((code.isEmpty() ? "" : code + ", ") + said);
  }

  private static String unreachable(SdkException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      if (root.getCause() instanceof DeploymentException known) {
        throw known;
      }
      root = root.getCause();
    }
    String why =
        root.getMessage() == null
            ? root.getClass().getSimpleName()
            : root instanceof UnknownHostException
                ? "the host `" + Reason.oneLine(root.getMessage()) + "` is unknown"
                : Reason.oneLine(root.getMessage());
    return "AWS cannot be reached: "
        + why
        + ". Check the network, the region, and the proxy in settings.xml.";
  }
}
