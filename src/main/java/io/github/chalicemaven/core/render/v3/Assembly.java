package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.getAtt;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.ref;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.sub;

import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.PolicyDocument;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.PipelineOptions;
import io.github.chalicemaven.core.pipeline.Topic;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the parts of a pipeline have brought so far; makes roles and the pipeline of it. */
final class Assembly {

  static final String KEY = "PipelineKey";

  /** CloudFormation has one kind of property for tags in all of these. */
  private static final List<String> TAGGED =
      List.of(
          "AWS::S3::Bucket",
          "AWS::KMS::Key",
          "AWS::CodeCommit::Repository",
          "AWS::CodeConnections::Connection",
          "AWS::Logs::LogGroup",
          "AWS::CodeBuild::Project",
          "AWS::CodeBuild::ReportGroup",
          "AWS::SNS::Topic",
          "AWS::Events::Rule",
          "AWS::IAM::Role",
          "AWS::CodePipeline::Pipeline");

  /**
   * How many grants one policy takes. IAM allows 6,144 characters; a grant for one more stage adds
   * about a hundred.
   */
  private static final int GRANTS_IN_A_POLICY = 50;

  private final V3Pipeline pipeline;
  private final Template.Builder template;
  private final Map<Role.Policy, Set<Grant>> grants = new LinkedHashMap<>();
  private final Map<Role.Policy, Set<Role>> holders = new LinkedHashMap<>();
  private final List<Value> stages = new ArrayList<>();
  private final List<Value> triggers = new ArrayList<>();
  private final Map<Location, String> reasons = new LinkedHashMap<>();

  Assembly(V3Pipeline pipeline, Template.Builder template) {
    this.pipeline = pipeline;
    this.template = template;
  }

  V3Pipeline pipeline() {
    return pipeline;
  }

  PipelineOptions operations() {
    return pipeline.operations();
  }

  Template.Builder template() {
    return template;
  }

  /** Adds a resource, tagged as the user wants. */
  void resource(String logicalId, Resource resource) {
    template.resource(logicalId, tagged(resource));
  }

  /** Lets a role do something on resources that are known by name. */
  void allow(Role role, Statement statement) {
    grant(role, role.access(), new Grant(statement, Optional.empty()));
  }

  /**
   * Lets a role do something on resources of which not all is known beforehand.
   *
   * @param why what the wildcard stands for, for whoever reviews the template
   */
  void allowPattern(Role role, Statement statement, String why) {
    allowPattern(role, role.access(), statement, why);
  }

  /** The same by a policy that other roles may hold too. */
  void allowPattern(Role role, Role.Policy policy, Statement statement, String why) {
    grant(role, policy, new Grant(statement, Optional.of(why)));
  }

  /** The same by a policy that other roles may hold too. */
  void allow(Role role, Role.Policy policy, Statement statement) {
    grant(role, policy, new Grant(statement, Optional.empty()));
  }

  private void grant(Role role, Role.Policy policy, Grant grant) {
    grants.computeIfAbsent(policy, p -> new LinkedHashSet<>()).add(grant);
    holders.computeIfAbsent(policy, p -> new LinkedHashSet<>()).add(role);
  }

  /** Why statements of the policies have wildcards, by their places in the template. */
  Map<Location, String> reasons() {
    return reasons;
  }

  private record Grant(Statement statement, Optional<String> why) {}

  /** Adds a stage of the pipeline. */
  void stage(Value stage) {
    stages.add(stage);
  }

  /** Adds a trigger of the pipeline. */
  void trigger(Value trigger) {
    triggers.add(trigger);
  }

  /** Whether the template has a key: for what is stored, or for topics of its own. */
  boolean hasKey() {
    return operations().customerKey() || hasOwnTopics();
  }

  /** Whether EventBridge publishes to a topic of the template. */
  boolean notifiesByMail() {
    return operations().notifications().filter(n -> n.topic() instanceof Topic.Email).isPresent();
  }

  private boolean hasOwnTopics() {
    return notifiesByMail()
        || pipeline.stages().stream()
            .flatMap(stage -> stage.approval().stream())
            .flatMap(approval -> approval.topic().stream())
            .anyMatch(Topic.Email.class::isInstance);
  }

  /** Lets a role take artifacts and hand others on. */
  void allowArtifacts(Role role) {
    allowPattern(
        role,
        Statement.allow(
                sub("${ArtifactBucketStore.Arn}/*"),
                "s3:GetObject",
                "s3:GetObjectVersion",
                "s3:PutObject")
            .named("HandOnArtifacts"),
        "objects of the artifact bucket, whose keys CodePipeline makes up");
  }

  /** Lets a role read and write what the pipeline's key encrypts. */
  void allowKey(Role role) {
    if (operations().customerKey()) {
      allowTopicKey(role);
    }
  }

  /** Lets a role read, by a policy that other roles may hold too, what the key encrypts. */
  void allowKeyForReading(Role role, Role.Policy policy) {
    if (operations().customerKey()) {
      allow(
          role,
          policy,
          Statement.allow(getAtt(KEY, "Arn"), "kms:Decrypt", "kms:DescribeKey").named("UseKey"));
    }
  }

  /** Lets a role publish to the template's own topics. */
  void allowTopicKey(Role role) {
    allow(
        role,
        Statement.allow(
                getAtt(KEY, "Arn"),
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey")
            .named("UseKey"));
  }

  /** The log group of a CodeBuild project, which a role may write to. */
  Value logGroup(String logicalId, Role writer) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("RetentionInDays", operations().logRetentionDays());
    if (operations().customerKey()) {
      properties.put("KmsKeyId", getAtt(KEY, "Arn"));
    }
    Resource logs =
        new Resource("AWS::Logs::LogGroup", (Value.Mapping) Value.of(properties)).retained();
    resource(
        logicalId,
        operations().customerKey()
            ? logs
            : Suppressions.suppress(
                logs,
                "NIST.800.53.R5-CloudWatchLogGroupEncrypted",
                "<encryption>s3</encryption> chooses keys that AWS manages; CloudWatch Logs encrypts"
                    + " every log group with one."));
    allow(
        writer,
        Statement.allow(getAtt(logicalId, "Arn"), "logs:CreateLogStream", "logs:PutLogEvents")
            .named("WriteLogs"));
    return mapping("CloudWatchLogs", mapping("Status", "ENABLED", "GroupName", ref(logicalId)));
  }

  /** The ARN of the key that encrypts the artifacts. */
  Value artifactKey() {
    return operations().customerKey()
        ? getAtt(KEY, "Arn")
        : sub("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:alias/aws/s3");
  }

  /** Adds the roles, and policies of the statements that the parts have brought for them. */
  void addRoles() {
    holders.values().stream()
        .flatMap(Set::stream)
        .distinct()
        .forEach(role -> resource(role.logicalId(), role(role)));
    grants.forEach(
        (policy, granted) ->
            inParts(policy, granted)
                .forEach(
                    (logicalId, part) -> resource(logicalId, policy(logicalId, policy, part))));
  }

  /** The grants of a policy, by the logical ID of the managed policy that takes them. */
  private static Map<String, List<Grant>> inParts(Role.Policy policy, Set<Grant> granted) {
    Map<String, List<Grant>> parts = new LinkedHashMap<>();
    List<Grant> all = List.copyOf(granted);
    for (int from = 0; from < all.size(); from += GRANTS_IN_A_POLICY) {
      parts.put(
          policy.logicalId() + (from == 0 ? "" : 1 + from / GRANTS_IN_A_POLICY),
          all.subList(from, Math.min(from + GRANTS_IN_A_POLICY, all.size())));
    }
    return parts;
  }

  private Resource role(Role role) {
    Statement trust =
        Statement.allow(List.of("sts:AssumeRole"), List.of())
            .to(mapping("Service", role.service() + ".amazonaws.com"));
    // CloudFormation sets no source account when it assumes a stack's role.
    Statement trusted =
        role.service().equals("cloudformation")
            ? trust
            : trust.when("StringEquals", mapping("aws:SourceAccount", ref("AWS::AccountId")));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("Description", role.duty());
    properties.put("AssumeRolePolicyDocument", PolicyDocument.of(trusted).document());
    if (!role.managedPolicyArns().isEmpty()) {
      properties.put("ManagedPolicyArns", role.managedPolicyArns());
    }
    operations().permissionsBoundary().ifPresent(arn -> properties.put("PermissionsBoundary", arn));
    operations().rolePath().ifPresent(path -> properties.put("Path", path));
    return new Resource("AWS::IAM::Role", (Value.Mapping) Value.of(properties));
  }

  private Resource policy(String logicalId, Role.Policy policy, List<Grant> granted) {
    List<Grant> joined = joined(granted);
    addReasons(logicalId, joined);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("Description", policy.duty());
    operations().rolePath().ifPresent(path -> properties.put("Path", path));
    properties.put(
        "PolicyDocument",
        new PolicyDocument(joined.stream().map(Grant::statement).toList()).document());
    properties.put(
        "Roles", holders.get(policy).stream().map(role -> ref(role.logicalId())).toList());
    Resource resource =
        new Resource("AWS::IAM::ManagedPolicy", (Value.Mapping) Value.of(properties));
    String reasons =
        granted.stream()
            .flatMap(grant -> grant.why().stream())
            .distinct()
            .collect(Collectors.joining("; "));
    return reasons.isEmpty()
        ? resource
        : Suppressions.suppress(
            resource, "AwsSolutions-IAM5", "The wildcards stand for " + reasons + ".");
  }

  private void addReasons(String logicalId, List<Grant> granted) {
    Location statements =
        Location.TOP
            .key("Resources")
            .key(logicalId)
            .key("Properties")
            .key("PolicyDocument")
            .key("Statement");
    for (int i = 0; i < granted.size(); i++) {
      Location place = statements.item(i);
      granted.get(i).why().ifPresent(why -> reasons.put(place, why));
    }
  }

  /** Grants that differ in nothing but their resources are one: IAM counts characters. */
  private static List<Grant> joined(List<Grant> granted) {
    Map<Statement, List<Grant>> alike = new LinkedHashMap<>();
    for (Grant grant : granted) {
      alike.computeIfAbsent(grant.statement().on(List.of()), s -> new ArrayList<>()).add(grant);
    }
    return alike.entrySet().stream().map(same -> joined(same.getKey(), same.getValue())).toList();
  }

  private static Grant joined(Statement statement, List<Grant> alike) {
    List<Value> resources =
        alike.stream().flatMap(g -> g.statement().resources().stream()).distinct().toList();
    String why =
        alike.stream()
            .flatMap(grant -> grant.why().stream())
            .distinct()
            .collect(Collectors.joining("; "));
    return new Grant(statement.on(resources), why.isEmpty() ? Optional.empty() : Optional.of(why));
  }

  /** Adds the pipeline, after the policies that its first execution needs. */
  void addPipeline() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("Name", sub("${ApplicationName}Pipeline"));
    properties.put("PipelineType", "V2");
    properties.put("ExecutionMode", operations().executionMode().name());
    properties.put("RoleArn", Role.PIPELINE.arn());
    properties.put(
        "ArtifactStore",
        mapping(
            "Type",
            "S3",
            "Location",
            ref("ArtifactBucketStore"),
            "EncryptionKey",
            mapping("Type", "KMS", "Id", artifactKey())));
    if (!triggers.isEmpty()) {
      properties.put("Triggers", triggers);
    }
    properties.put("Stages", stages);
    Resource resource =
        new Resource("AWS::CodePipeline::Pipeline", (Value.Mapping) Value.of(properties));
    for (Map.Entry<Role.Policy, Set<Grant>> policy : grants.entrySet()) {
      if (!policy.getKey().equals(Role.EVENTS.access())) {
        for (String logicalId : inParts(policy.getKey(), policy.getValue()).keySet()) {
          resource = resource.after(logicalId);
        }
      }
    }
    resource("AppPipeline", resource);
  }

  /** Adds the outputs that every version has. */
  void addOutputs(Value deployRoleArn) {
    template
        .output(
            "S3PipelineBucket",
            new Output("The bucket of the pipeline's artifacts.", ref("ArtifactBucketStore")))
        .output(
            "S3ApplicationBucket",
            new Output("The bucket of the packaged application.", ref("ApplicationBucket")))
        .output("CodeBuildRoleArn", new Output("The role of the build.", Role.BUILD.arn()))
        .output(
            "CFNDeployRoleArn",
            new Output("The role of the first stage's deployment.", deployRoleArn))
        .output(
            "CodePipelineRoleArn", new Output("The role of the pipeline.", Role.PIPELINE.arn()));
  }

  private Resource tagged(Resource resource) {
    Map<String, String> tags = operations().tags();
    if (tags.isEmpty() || !TAGGED.contains(resource.type())) {
      return resource;
    }
    Map<String, Object> properties = new LinkedHashMap<>(resource.properties().entries());
    properties.put(
        "Tags",
        tags.entrySet().stream()
            .map(tag -> mapping("Key", tag.getKey(), "Value", tag.getValue()))
            .collect(Collectors.toList()));
    return resource.withProperties((Value.Mapping) Value.of(properties));
  }

  /** The statement that lets the pipeline run CodeBuild projects. */
  static Statement runProject(String logicalId) {
    return Statement.allow(
            getAtt(logicalId, "Arn"), "codebuild:BatchGetBuilds", "codebuild:StartBuild")
        .named("RunBuilds");
  }

  /** The ARN of something in the pipeline's account and region. */
  static Value accountArn(String service, String resource) {
    return sub(
        "arn:${AWS::Partition}:" + service + ":${AWS::Region}:${AWS::AccountId}:" + resource);
  }

  /** An action of the pipeline, of AWS's own kinds. */
  static Map<String, Object> action(String name, String category, String provider, int runOrder) {
    Map<String, Object> action = new LinkedHashMap<>();
    action.put("Name", name);
    action.put(
        "ActionTypeId",
        mapping("Category", category, "Owner", "AWS", "Provider", provider, "Version", "1"));
    action.put("RunOrder", runOrder);
    return action;
  }

  /** A list of one artifact. */
  static Value artifact(String name) {
    return sequence(mapping("Name", name));
  }
}
