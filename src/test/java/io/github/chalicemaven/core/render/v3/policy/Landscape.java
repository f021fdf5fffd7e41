package io.github.chalicemaven.core.render.v3.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that one pipeline needs, deployed.
 *
 * @param pipeline the pipeline's own stack
 * @param supports the stacks of other accounts and other regions
 * @param organization that all accounts belong to, if the pipeline limits its roles to one
 * @param given puts into the accounts what no template of the pipeline contains
 */
record Landscape(
    DeployedStack pipeline,
    List<DeployedStack> supports,
    Optional<String> organization,
    Consumer<Accounts> given) {

  /** An account that has nothing to do with the pipeline. */
  static final String STRANGER = "999999999999";

  /** Another bucket of the pipeline's account. */
  static final String OTHER_BUCKET = "other-bucket";

  /** Another key of the pipeline's account, and a stranger's that is open, in every region. */
  static final String OTHER_KEY = "key/other";

  private static final String EVERYTHING = "arn:aws:iam::aws:policy/AdministratorAccess";

  /** A bucket, and the key that encrypts it, if a key of a customer does. */
  record Bucket(String arn, String region, Optional<String> keyArn) {}

  List<DeployedStack> stacks() {
    List<DeployedStack> stacks = new ArrayList<>(supports);
    stacks.add(pipeline);
    return stacks;
  }

  /** The accounts of the stacks. */
  Set<String> accountIds() {
    return stacks().stream()
        .map(DeployedStack::account)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The role of an account that may do everything there. */
  String administrator(String account) {
    return "arn:" + pipeline.partition() + ":iam::" + account + ":role/Administrator";
  }

  /**
   * The accounts, with the statements of the stacks as the mutation leaves them. Each account has
   * an administrator's role, which trusts them all.
   */
  Accounts accounts(Function<Statement, Optional<Statement>> mutation) {
    Accounts accounts = new Accounts(mutation);
    given.accept(accounts);
    List<String> ids = new ArrayList<>(accountIds());
    ids.add(STRANGER);
    accounts.addPolicy(EVERYTHING, allow(Map.of("Action", "*", "Resource", "*")));
    Map<?, ?> trust = allow(Map.of("Action", "sts:AssumeRole", "Principal", Map.of("AWS", ids)));
    for (String id : ids) {
      accounts.addRole(administrator(id), trust, List.of(EVERYTHING));
    }
    organization.ifPresent(name -> accountIds().forEach(id -> accounts.join(id, name)));
    accounts.addResource(
        "arn:" + pipeline.partition() + ":s3:::" + OTHER_BUCKET,
        pipeline.account(),
        open("s3:*", ids));
    for (DeployedStack stack : stacks()) {
      String key = "arn:%s:kms:%s:%s:" + OTHER_KEY;
      accounts.addResource(
          key.formatted(pipeline.partition(), stack.region(), pipeline.account()),
          pipeline.account(),
          open("kms:*", List.of(pipeline.account())));
      accounts.addResource(
          key.formatted(pipeline.partition(), stack.region(), STRANGER),
          STRANGER,
          open("kms:*", ids));
    }
    stacks().forEach(accounts::deploy);
    return accounts;
  }

  /** The trust of a role in a service, as far as it works for the role's account. */
  static Map<String, Object> trust(String service, String account) {
    Map<String, Object> elements = new LinkedHashMap<>();
    elements.put("Action", "sts:AssumeRole");
    elements.put("Principal", Map.of("Service", service + ".amazonaws.com"));
    // CloudFormation sets no source account when it assumes a stack's role.
    if (!service.equals("cloudformation")) {
      elements.put("Condition", Map.of("StringEquals", Map.of("aws:SourceAccount", account)));
    }
    return allow(elements);
  }

  private static Map<String, Object> open(String actions, List<String> accounts) {
    return allow(Map.of("Action", actions, "Resource", "*", "Principal", Map.of("AWS", accounts)));
  }

  /** A policy of one statement. */
  static Map<String, Object> allow(Map<String, Object> elements) {
    Map<String, Object> statement = new LinkedHashMap<>(elements);
    statement.put("Effect", "Allow");
    return Map.of("Statement", statement);
  }

  /** The stack of the pipeline's account with what is stored in a region. */
  DeployedStack storage(String region) {
    return stacks().stream()
        .filter(stack -> stack.account().equals(pipeline.account()))
        .filter(stack -> stack.region().equals(region))
        .findFirst()
        .orElseThrow();
  }

  /** Whether a role is of the stacks, and not the user's own. */
  boolean hasRole(String arn) {
    return stacks().stream()
        .anyMatch(
            stack ->
                stack.ofType("AWS::IAM::Role").stream().anyMatch(id -> stack.arn(id).equals(arn)));
  }

  /** A bucket of the stacks. */
  Bucket bucket(String name) {
    for (DeployedStack stack : stacks()) {
      for (String id : stack.ofType("AWS::S3::Bucket")) {
        if (stack.reference(id).equals(name)) {
          return new Bucket(stack.arn(id), stack.region(), keyArn(stack, id));
        }
      }
    }
    throw new IllegalArgumentException("no stack has the bucket " + name);
  }

  private static Optional<String> keyArn(DeployedStack stack, String id) {
    Map<?, ?> encryption = (Map<?, ?>) stack.properties(id).get("BucketEncryption");
    Map<?, ?> rule =
        (Map<?, ?>) ((List<?>) encryption.get("ServerSideEncryptionConfiguration")).get(0);
    Map<?, ?> used = (Map<?, ?>) rule.get("ServerSideEncryptionByDefault");
    return Optional.ofNullable((String) used.get("KMSMasterKeyID"));
  }
}
