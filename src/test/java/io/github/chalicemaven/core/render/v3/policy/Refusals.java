package io.github.chalicemaven.core.render.v3.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must not be allowed: requests next to those that a pipeline needs. */
final class Refusals {

  private static final String OTHER = "other";

  private static final Set<String> BY_BOTH_SIDES =
      Set.of(
          "not through S3",
          "through EC2",
          "of another pipeline",
          "to write code",
          "a whole bucket",
          "to delete",
          "administration");

  private final Landscape landscape;
  private final PipelineLife life;
  private final Map<Request, String> refusals = new LinkedHashMap<>();

  private Refusals(Landscape landscape, PipelineLife life) {
    this.landscape = landscape;
    this.life = life;
    life.needs().forEach(this::nextTo);
    separate();
    buckets();
    keys();
    assumptions();
  }

  /**
   * Whether each side of the border between accounts must refuse alone: a target's administrator
   * can change the policies of the roles there, and somebody may open a key or a bucket.
   */
  static boolean isForBothSides(String why) {
    return BY_BOTH_SIDES.contains(why);
  }

  /** The requests, with what each stands for. */
  static Map<Request, String> of(Landscape landscape, PipelineLife life) {
    return new Refusals(landscape, life).refusals;
  }

  private void refuse(String why, Request request) {
    if (!life.needs().contains(request)) {
      refusals.putIfAbsent(request, why);
    }
  }

  private void nextTo(Request need) {
    boolean guarded = need.action().matches("(s3|kms):.*|sts:AssumeRole");
    if (guarded && !need.isByService()) {
      refuse("a stranger's", need.by(landscape.administrator(Landscape.STRANGER)));
      crossAccounts(need);
    }
    if (guarded && need.context().containsKey("aws:sourceaccount")) {
      refuse("a service for a stranger", need.replacing("aws:SourceAccount", Landscape.STRANGER));
    }
    if (guarded && need.isByService()) {
      refuse("another service", need.by("ec2.amazonaws.com"));
    }
    if (need.action().matches("s3:.*|sns:Publish") && isOurs(need.resource())) {
      refuse("without TLS", need.with("aws:SecureTransport", "false"));
    }
    if (need.action().equals("iam:PassRole")) {
      refuse("to another service", need.replacing("iam:PassedToService", "ec2.amazonaws.com"));
      refuse("an administrator's role", onAdministrator(need));
    }
    need.context()
        .forEach(
            (key, values) -> {
              if (!key.matches("(aws|kms):.*")) {
                refuse("for another " + key, need.replacing(key, other(values.get(0))));
              }
            });
    if (!need.resource().equals("*") && !need.isByService()) {
      nameOthers(need);
    }
  }

  /** What the other side's limits are for. */
  private void crossAccounts(Request need) {
    String own = landscape.pipeline().account();
    boolean ofRole = need.action().equals("sts:AssumeRole");
    for (String account : landscape.accountIds()) {
      if (!ofRole && !account.equals(own)) {
        refuse("an administrator of a target", need.by(landscape.administrator(account)));
      }
    }
    if (isForeign(need.principal()) || ofRole) {
      landscape
          .organization()
          .ifPresent(
              name ->
                  refuse("out of the organization", need.with("aws:PrincipalOrgID", "o-other")));
    }
    if (isForeign(need.principal()) && need.action().startsWith("s3:")) {
      refuse("a stranger's bucket", need.with("aws:ResourceAccount", Landscape.STRANGER));
    }
    if (isForeign(need.principal()) && need.action().startsWith("kms:")) {
      Arn key = Arn.of(need.resource());
      refuse("a stranger's key", on(need, other(inAccount(key, Landscape.STRANGER))));
    }
  }

  private static String inAccount(Arn arn, String account) {
    return new Arn(arn.partition(), arn.service(), arn.region(), account, arn.resource())
        .toString();
  }

  /** Whether a topic, or the bucket of an object, is one of the stacks. */
  private boolean isOurs(String arn) {
    String whole = arn.replaceFirst("/.*", "");
    for (DeployedStack stack : landscape.stacks()) {
      for (String type : List.of("AWS::S3::Bucket", "AWS::SNS::Topic")) {
        if (stack.ofType(type).stream().anyMatch(id -> stack.arn(id).equals(whole))) {
          return true;
        }
      }
    }
    return false;
  }

  private Request onAdministrator(Request need) {
    return on(need, landscape.administrator(Arn.of(need.principal()).account()));
  }

  private static Request on(Request request, String resource) {
    return new Request(request.principal(), request.action(), resource, request.context());
  }

  /** The same kind of resource under another name, and in another region. */
  private void nameOthers(Request need) {
    Arn arn = Arn.of(need.resource());
    if (!arn.region().isEmpty()) {
      refuse("in another region", on(need, inRegion(arn, "ap-south-1")));
    }
    if (arn.resource().startsWith("stack/")) {
      refuse("a longer name", on(need, need.resource().replaceFirst("/([^/]+)/", "/$1-2/")));
    }
    boolean named =
        !life.deployments().containsKey(need.principal())
            || life.deployments().get(need.principal()).contains(need)
            || need.action().matches("(s3|kms):.*");
    if (named && !arn.resource().matches("(network-interface|event-source-mapping).*")) {
      refuse("of somebody else", on(need, other(need.resource())));
    }
  }

  /** The ARN of another resource in the same account; a bucket and a key are there. */
  private static String other(String arn) {
    if (!arn.startsWith("arn:")) {
      return OTHER;
    }
    Arn parts = Arn.of(arn);
    String resource =
        switch (parts.service()) {
          case "s3" -> parts.resource().replaceFirst("^[^/]+", Landscape.OTHER_BUCKET);
          case "kms" -> Landscape.OTHER_KEY;
          default ->
              parts.resource().matches("[^/:]+")
                  ? OTHER + parts.resource()
                  : parts.resource().replaceFirst("[/:]", "$0" + OTHER);
        };
    return new Arn(parts.partition(), parts.service(), parts.region(), parts.account(), resource)
        .toString();
  }

  private static String inRegion(Arn arn, String region) {
    return new Arn(arn.partition(), arn.service(), region, arn.account(), arn.resource())
        .toString();
  }

  /** No role may do what only another one needs. */
  private void separate() {
    Map<String, List<Request>> byRole = new LinkedHashMap<>();
    for (Request need : life.needs()) {
      if (!need.isByService()) {
        byRole.computeIfAbsent(need.principal(), role -> new ArrayList<>()).add(need);
      }
    }
    for (String role : byRole.keySet()) {
      byRole.forEach(
          (other, needs) -> {
            if (!other.equals(role)) {
              needs.stream()
                  .filter(need -> isForeign(role) || !need.action().startsWith("kms:"))
                  .filter(need -> !need.resource().endsWith(BuildLife.CACHE))
                  .forEach(need -> refuse("what only " + other + " needs", need.by(role)));
            }
          });
    }
  }

  private boolean isForeign(String role) {
    return !Arn.of(role).account().equals(landscape.pipeline().account());
  }

  /** Roles of the pipeline and of its stages. */
  private Set<String> roles() {
    Set<String> roles = new LinkedHashSet<>();
    for (Request need : life.needs()) {
      if (!need.isByService()) {
        roles.add(need.principal());
      }
    }
    return roles;
  }

  /** A bucket as a whole, and what others keep in it. */
  private void buckets() {
    Set<String> buckets = new LinkedHashSet<>();
    for (DeployedStack stack : landscape.stacks()) {
      stack.ofType("AWS::S3::Bucket").forEach(id -> buckets.add(stack.arn(id)));
    }
    String administrator = landscape.administrator(landscape.pipeline().account());
    List<String> whole =
        List.of("s3:ListBucket", "s3:PutBucketPolicy", "s3:DeleteBucket", "s3:GetBucketPolicy");
    for (String bucket : buckets) {
      refuse(
          "without TLS",
          Request.of(administrator, "s3:ListBucket", bucket).with("aws:SecureTransport", "false"));
      for (String role : roles()) {
        whole.forEach(action -> refuse("a whole bucket", Request.of(role, action, bucket)));
        String object = bucket + "/" + OTHER + "Pipeline/SourceRepo/x";
        refuse("to delete", Request.of(role, "s3:DeleteObject", object));
        if (isForeign(role) && !life.deployments().containsKey(role)) {
          refuse("of another pipeline", Request.of(role, "s3:GetObject", object));
          refuse("of another pipeline", Request.of(role, "s3:PutObject", object));
        }
        if (life.deployments().containsKey(role)) {
          refuse("to write code", Request.of(role, "s3:PutObject", bucket + "/0a1b2c3d"));
        }
      }
    }
  }

  /** A key otherwise than through S3 and for its buckets, and its administration. */
  private void keys() {
    for (Request need : life.needs()) {
      if (!need.action().startsWith("kms:")) {
        continue;
      }
      if (!need.isByService() && isForeign(need.principal())) {
        refuse("not through S3", Request.of(need.principal(), need.action(), need.resource()));
        refuse("through EC2", need.replacing("kms:ViaService", "ec2.us-east-1.amazonaws.com"));
        refuse(
            "for another bucket",
            need.replacing("kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::" + OTHER));
      }
      if (need.context().containsKey("kms:encryptioncontext:aws:logs:arn")) {
        refuse(
            "for a stranger's log group",
            need.replacing(
                "kms:EncryptionContext:aws:logs:arn",
                "arn:aws:logs:us-east-1:" + Landscape.STRANGER + ":log-group:x"));
      }
      for (String action : List.of("kms:CreateGrant", "kms:PutKeyPolicy", "kms:DisableKey")) {
        refuse("administration", Request.of(need.principal(), action, need.resource()));
      }
    }
  }

  /** Roles that are not for one another, nor for administrators of any account. */
  private void assumptions() {
    Set<String> all = new LinkedHashSet<>(Set.of(life.role()));
    for (DeployedStack stack : landscape.stacks()) {
      stack.ofType("AWS::IAM::Role").forEach(id -> all.add(stack.arn(id)));
    }
    for (String role : all) {
      for (String account : landscape.accountIds()) {
        refuse(
            "an administrator becomes it",
            Request.of(landscape.administrator(account), "sts:AssumeRole", role));
        refuse(
            "it becomes an administrator",
            Request.of(role, "sts:AssumeRole", landscape.administrator(account)));
      }
      all.forEach(
          other -> refuse("one becomes another", Request.of(role, "sts:AssumeRole", other)));
    }
  }
}
