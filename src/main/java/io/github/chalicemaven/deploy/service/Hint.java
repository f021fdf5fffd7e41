package io.github.chalicemaven.deploy.service;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What to do about a failure, by AWS's words for it. CloudFormation's resource handlers end their
 * messages with {@code (RequestToken: ..., HandlerErrorCode: AlreadyExists)}.
 */
enum Hint {
  CAPABILITY(
      "Requires capabilities ?: ?\\[([^]]*)]",
      "the template needs the capability %s, which the deployment did not grant."),
  PERMISSION(
      "not authorized to perform:? ([a-zA-Z0-9-]+:[a-zA-Z0-9*]+)(?: on resource:? (\\S+))?",
      "the permission %s is missing; grant it to the caller, or to the CloudFormation role."),
  CONNECTION(
      "(?i)connection\\S* .*(?:not (?:in )?available|pending)|Unable to use Connection",
      "the connection is pending; complete it in the console (Developer Tools, Settings,"
          + " Connections)."),
  SECRET(
      "(?i)Secrets Manager can.t find the specified secret",
      "create the secret in this account and region first."),
  EXISTS(
      "(?i)already exist|HandlerErrorCode: AlreadyExists|BucketAlreadyOwnedByYou",
      "a resource with that name already exists outside the stack: delete it, import it, or choose"
          + " another name."),
  LIMIT(
      "(?i)limit ?exceeded|ServiceLimitExceeded|quota|maximum number|too many",
      "a quota of the account is reached: delete what is not needed, or ask for more in Service"
          + " Quotas."),
  NOT_EMPTY(
      "(?i)not empty|BucketNotEmpty",
      "CloudFormation deletes only empty buckets: empty it, all versions included, then try"
          + " again."),
  THROTTLED(
      "(?i)rate exceeded|throttl|HandlerErrorCode: Throttling",
      "AWS throttled the calls; deploy again later."),
  ASSUME(
      "(?i)cannot be assumed|not authorized to perform AssumeRole|unable to assume|trust",
      "the role does not trust the service that uses it, or was created a moment ago; deploy again,"
          + " and if it fails again, check the role's trust policy."),
  DENIED(
      "(?i)access ?denied|HandlerErrorCode: AccessDenied|InvalidCredentials",
      "a permission is missing; AWS does not say which one."),
  NOT_STABILIZED(
      "HandlerErrorCode: NotStabilized",
      "the resource did not become stable in time; deploy again."),
  INTERNAL(
      "HandlerErrorCode: (?:ServiceInternalError|GeneralServiceException|InternalFailure)",
      "an internal error of the AWS service; deploy again later.");

  private final Pattern words;
  private final String advice;

  Hint(String words, String advice) {
    this.words = Pattern.compile(words);
    this.advice = advice;
  }

  /** What to do about a failure with that reason, where it is known. */
  static Optional<String> of(String reason) {
    return Stream.of(values()).flatMap(hint -> hint.advice(reason).stream()).findFirst();
  }

  private Optional<String> advice(String reason) {
    Matcher matcher = words.matcher(reason);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return Optional.of(
        matcher.groupCount() == 0 ? advice : String.format(advice, matcher.group(1)));
  }
}
