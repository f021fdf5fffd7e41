package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.texts;

import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.PolicyDocument;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.PipelineOptions;
import io.github.chalicemaven.core.pipeline.Topic;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.Actions;
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
    Resource logs =
        Resource.resource("AWS::Logs::LogGroup")
            .with("RetentionInDays", operations().logRetentionDays())
            .withIf(
                "KmsKeyId", Optional.of(getAtt(KEY, "Arn")).filter(k -> operations().customerKey()))
            .retained();
    resource(
        logicalId,
        operations().customerKey()
            ? logs
            : Suppressions.of(
                    "NIST.800.53.R5-CloudWatchLogGroupEncrypted",
                    "<encryption>s3</encryption> chooses keys that AWS manages; CloudWatch Logs"
                        + " encrypts every log group with one.")
                .in(logs));
    allow(
        writer,
        Statement.allow(getAtt(logicalId, "Arn"), "logs:CreateLogStream", "logs:PutLogEvents")
            .named("WriteLogs"));
    return mapping()
        .with(
            "CloudWatchLogs",
            mapping().with("Status", "ENABLED").with("GroupName", ref(logicalId)));
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
                .forEach((logicalId, part) -> resource(logicalId, policy(policy, part))));
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
        Statement.assumeRole(mapping().with("Service", role.service() + ".amazonaws.com"));
    // CloudFormation sets no source account when it assumes a stack's role.
    Statement trusted =
        role.service().equals("cloudformation")
            ? trust
            : trust.when("StringEquals", "aws:SourceAccount", ref("AWS::AccountId"));
    return Resource.resource("AWS::IAM::Role")
        .with("Description", role.duty())
        .with("AssumeRolePolicyDocument", PolicyDocument.of(trusted).document())
        .withIf("ManagedPolicyArns", texts(role.managedPolicyArns()))
        .withIf("PermissionsBoundary", operations().permissionsBoundary().map(Value::text))
        .withIf("Path", operations().rolePath().map(Value::text));
  }

  private Resource policy(Role.Policy policy, List<Grant> granted) {
    List<Value> roles = new ArrayList<>();
    holders.get(policy).forEach(role -> roles.add(ref(role.logicalId())));
    Resource resource =
        Resource.resource("AWS::IAM::ManagedPolicy")
            .with("Description", policy.duty())
            .withIf("Path", operations().rolePath().map(Value::text))
            .with("PolicyDocument", new PolicyDocument(joined(granted)).document())
            .with("Roles", sequence(roles));
    String reasons =
        granted.stream()
            .flatMap(grant -> grant.why().stream())
            .distinct()
            .collect(Collectors.joining("; "));
    return reasons.isEmpty()
        ? resource
        : Suppressions.of("AwsSolutions-IAM5", "The wildcards stand for " + reasons + ".")
            .in(resource);
  }

  /** Statements that differ in nothing but their resources are one: IAM counts characters. */
  private static List<Statement> joined(List<Grant> granted) {
    Map<Statement, Set<Value>> resources = new LinkedHashMap<>();
    for (Grant grant : granted) {
      resources
          .computeIfAbsent(grant.statement().on(List.of()), s -> new LinkedHashSet<>())
          .addAll(grant.statement().resources());
    }
    return resources.entrySet().stream()
        .map(joined -> joined.getKey().on(List.copyOf(joined.getValue())))
        .toList();
  }

  /** Adds the pipeline, after the policies that its first execution needs. */
  void addPipeline() {
    Resource resource =
        Resource.resource("AWS::CodePipeline::Pipeline")
            .with("Name", sub("${ApplicationName}Pipeline"))
            .with("PipelineType", "V2")
            .with("ExecutionMode", operations().executionMode().name())
            .with("RoleArn", Role.PIPELINE.arn())
            .with(
                "ArtifactStore",
                mapping()
                    .with("Type", "S3")
                    .with("Location", ref("ArtifactBucketStore"))
                    .with("EncryptionKey", mapping().with("Type", "KMS").with("Id", artifactKey())))
            .withIf("Triggers", sequence(triggers))
            .with("Stages", sequence(stages));
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
    List<Value> values = new ArrayList<>();
    tags.forEach((key, value) -> values.add(mapping().with("Key", key).with("Value", value)));
    return resource.with("Tags", sequence(values));
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
  static Value.Mapping action(String name, String category, String provider, int runOrder) {
    return mapping()
        .with("Name", name)
        .with("ActionTypeId", Actions.type(category, provider))
        .with("RunOrder", runOrder);
  }
}
