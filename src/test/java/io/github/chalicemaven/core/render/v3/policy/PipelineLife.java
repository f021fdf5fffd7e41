package io.github.chalicemaven.core.render.v3.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the life of a pipeline needs: read off the pipeline resource, action by action, and off what
 * stands around it. Which API calls an action makes is AWS's documentation's.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html">CodePipeline's
 *     service role</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html">Actions
 *     in another account</a>
 */
final class PipelineLife {

  private final Landscape landscape;
  private final DeployedStack stack;
  private final ApplicationLife.Variant variant;
  private final Needs needs = new Needs();
  private final Map<String, List<Request>> deployments = new LinkedHashMap<>();
  private final Map<?, ?> pipeline;
  private final String pipelineArn;
  private final String role;

  /**
   * The life of a pipeline.
   *
   * @param more what its templates do not show, for example what commands of the user need
   */
  PipelineLife(Landscape landscape, ApplicationLife.Variant variant, List<Request> more) {
    this.landscape = landscape;
    this.stack = landscape.pipeline();
    this.variant = variant;
    this.pipeline = stack.properties("AppPipeline");
    this.pipelineArn = stack.arn("AppPipeline");
    this.role = (String) pipeline.get("RoleArn");
    needs.assume("codepipeline.amazonaws.com", role, pipelineArn);
    stores().values().forEach(this::keepArtifacts);
    for (Object stage : (List<?>) pipeline.get("Stages")) {
      live((Map<?, ?>) stage);
    }
    start();
    log();
    more.forEach(needs::add);
  }

  /** Everything that must be allowed. */
  List<Request> needs() {
    return needs.requests();
  }

  /** What only one deployment role must be allowed, by its ARN. */
  Map<String, List<Request>> deployments() {
    return deployments;
  }

  /** The role of the pipeline. */
  String role() {
    return role;
  }

  /** The buckets of artifacts by region. */
  Map<String, Landscape.Bucket> stores() {
    Map<String, Landscape.Bucket> stores = new LinkedHashMap<>();
    if (pipeline.containsKey("ArtifactStore")) {
      stores.put(stack.region(), store(pipeline.get("ArtifactStore")));
    } else {
      for (Object item : (List<?>) pipeline.get("ArtifactStores")) {
        Map<?, ?> store = (Map<?, ?>) item;
        stores.put((String) store.get("Region"), store(store.get("ArtifactStore")));
      }
    }
    return stores;
  }

  private Landscape.Bucket store(Object store) {
    Map<?, ?> properties = (Map<?, ?>) store;
    Landscape.Bucket bucket = landscape.bucket((String) properties.get("Location"));
    String key = (String) ((Map<?, ?>) properties.get("EncryptionKey")).get("Id");
    if (bucket.keyArn().isPresent() && !bucket.keyArn().get().equals(key)) {
      throw new IllegalStateException(key + " is not the key of " + bucket);
    }
    return bucket;
  }

  /** The name of an object of the pipeline's in any of the stores. */
  String artifact() {
    String name = (String) pipeline.get("Name");
    return name.substring(0, Math.min(20, name.length())) + "/SourceRepo/a1B2c3D";
  }

  private void keepArtifacts(Landscape.Bucket store) {
    needs.add(
        role, store.arn(), "s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketVersioning");
    needs.objects(
        role,
        store,
        artifact(),
        List.of("s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:PutObjectAcl"));
    store.keyArn().ifPresent(key -> needs.add(role, key, "kms:DescribeKey"));
    needs.throughS3(role, "kms:Encrypt", store, artifact());
  }

  private void live(Map<?, ?> stage) {
    if (stage.toString().contains("CloudWatchAlarm")) {
      needs.add(role, "*", "cloudwatch:DescribeAlarms");
    }
    for (Object item : (List<?>) stage.get("Actions")) {
      Map<?, ?> action = (Map<?, ?>) item;
      Map<?, ?> configuration = (Map<?, ?>) action.get("Configuration");
      switch ((String) ((Map<?, ?>) action.get("ActionTypeId")).get("Provider")) {
        case "CodeStarSourceConnection" -> takeFromConnection(configuration);
        case "CodeCommit" ->
            needs.add(
                role,
                stack.arn("codecommit", (String) configuration.get("RepositoryName")),
                "codecommit:CancelUploadArchive",
                "codecommit:GetBranch",
                "codecommit:GetCommit",
                "codecommit:GetUploadArchiveStatus",
                "codecommit:UploadArchive");
        case "S3" -> takeFromBucket(configuration);
        case "CodeBuild" ->
            new BuildLife(landscape, needs)
                .run(this, (String) configuration.get("ProjectName"), action);
        case "Manual" -> ask(configuration);
        case "CloudFormation" -> deploy(action, configuration);
        default -> throw new IllegalArgumentException("unknown action: " + action);
      }
    }
  }

  private void takeFromConnection(Map<?, ?> configuration) {
    String arn = (String) configuration.get("ConnectionArn");
    String repository = (String) configuration.get("FullRepositoryId");
    needs.add(
        Request.of(role, "codeconnections:UseConnection", arn)
            .with("codeconnections:FullRepositoryId", repository));
    if (stack.ofType("AWS::CodeConnections::Connection").isEmpty()) {
      // The service still checks the former prefix where a connection was made under it.
      needs.add(
          Request.of(
                  role,
                  "codestar-connections:UseConnection",
                  arn.replace(":codeconnections:", ":codestar-connections:"))
              .with("codestar-connections:FullRepositoryId", repository));
    }
  }

  private void takeFromBucket(Map<?, ?> configuration) {
    String bucket = "arn:" + stack.partition() + ":s3:::" + configuration.get("S3Bucket");
    needs.add(role, bucket, "s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketVersioning");
    needs.add(
        role,
        bucket + "/" + configuration.get("S3ObjectKey"),
        "s3:GetObject",
        "s3:GetObjectTagging",
        "s3:GetObjectVersion",
        "s3:GetObjectVersionTagging");
  }

  private void ask(Map<?, ?> configuration) {
    if (configuration == null || !configuration.containsKey("NotificationArn")) {
      return;
    }
    String topic = (String) configuration.get("NotificationArn");
    needs.add(role, topic, "sns:Publish");
    publish(role, topic);
  }

  /** What whoever publishes to a topic of the template does with its key. */
  private void publish(String principal, String topic) {
    for (String id : stack.ofType("AWS::SNS::Topic")) {
      if (stack.arn(id).equals(topic) && stack.properties(id).containsKey("KmsMasterKeyId")) {
        String key = (String) stack.properties(id).get("KmsMasterKeyId");
        needs.add(principal, key, "kms:Decrypt", "kms:GenerateDataKey");
      }
    }
  }

  private void deploy(Map<?, ?> action, Map<?, ?> configuration) {
    String region = action.containsKey("Region") ? (String) action.get("Region") : stack.region();
    String actor = role;
    if (action.containsKey("RoleArn")) {
      actor = (String) action.get("RoleArn");
      needs.add(role, actor, "sts:AssumeRole");
    }
    String stackName = (String) configuration.get("StackName");
    String target = cloudFormation(actor, region, stackName);
    needs.add(actor, target, "cloudformation:DescribeStacks", "cloudformation:DescribeChangeSet");
    if (configuration.get("ActionMode").equals("CHANGE_SET_EXECUTE")) {
      needs.add(
          actor, target, "cloudformation:ExecuteChangeSet", "cloudformation:DescribeStackEvents");
      return;
    }
    Landscape.Bucket store = stores().get(region);
    needs.objects(actor, store, artifact(), List.of("s3:GetObject", "s3:GetObjectVersion"));
    if (!actor.equals(role)) {
      handOn(actor, store);
    }
    needs.add(actor, target, "cloudformation:CreateChangeSet", "cloudformation:DeleteChangeSet");
    if (configuration.containsKey("TemplateConfiguration")) {
      needs.add(actor, target, "cloudformation:TagResource", "cloudformation:UntagResource");
    }
    String deployRole = (String) configuration.get("RoleArn");
    needs.pass(actor, deployRole, "cloudformation.amazonaws.com");
    needs.add(Request.of("cloudformation.amazonaws.com", "sts:AssumeRole", deployRole));
    if (!landscape.hasRole(deployRole)) {
      return; // The user's own.
    }
    String template = (String) configuration.get("TemplatePath");
    ApplicationLife application =
        new ApplicationLife(
            landscape,
            deployRole,
            region,
            stackName,
            template.replaceFirst(".*::transformed-([^.]*)\\..*", "$1"),
            variant);
    application.needs().forEach(needs::add);
    deployments.put(deployRole, application.ownNeeds());
  }

  /** An action may have an output artifact, too. */
  private void handOn(String actor, Landscape.Bucket store) {
    needs.objects(actor, store, artifact(), List.of("s3:PutObject"));
    needs.throughS3(actor, "kms:Encrypt", store, artifact());
  }

  private String cloudFormation(String actor, String region, String stackName) {
    return String.join(
        ":",
        "arn",
        stack.partition(),
        "cloudformation",
        region,
        Arn.of(actor).account(),
        "stack/" + stackName + "/0a1b2c3d");
  }

  private void start() {
    for (String id : stack.ofType("AWS::Events::Rule")) {
      for (Object item : (List<?>) stack.properties(id).get("Targets")) {
        Map<?, ?> target = (Map<?, ?>) item;
        String arn = (String) target.get("Arn");
        if (target.containsKey("RoleArn")) {
          String starter = (String) target.get("RoleArn");
          needs.assume("events.amazonaws.com", starter, stack.arn(id));
          needs.add(starter, arn, "codepipeline:StartPipelineExecution");
        } else if (stack.ofType("AWS::SNS::Topic").stream()
            .anyMatch(topic -> stack.arn(topic).equals(arn))) {
          needs.add(
              Request.of("events.amazonaws.com", "sns:Publish", arn)
                  .with("aws:SourceAccount", stack.account())
                  .with("aws:SourceArn", stack.arn(id)));
          publish("events.amazonaws.com", arn);
        }
      }
    }
  }

  /** The logs of buckets and of builds, which services write. */
  private void log() {
    for (DeployedStack each : landscape.stacks()) {
      for (String id : each.ofType("AWS::S3::Bucket")) {
        if (each.properties(id).get("LoggingConfiguration") instanceof Map<?, ?> logging) {
          String to = (String) logging.get("DestinationBucketName");
          needs.add(
              Request.of(
                      "logging.s3.amazonaws.com",
                      "s3:PutObject",
                      "arn:" + each.partition() + ":s3:::" + to + "/" + id + "/x")
                  .with("aws:SourceAccount", each.account())
                  .with("aws:SourceArn", each.arn(id)));
        }
      }
      for (String id : each.ofType("AWS::Logs::LogGroup")) {
        if (each.properties(id).get("KmsKeyId") instanceof String key) {
          for (String action :
              List.of(
                  "kms:Decrypt",
                  "kms:DescribeKey",
                  "kms:Encrypt",
                  "kms:GenerateDataKey",
                  "kms:ReEncryptFrom")) {
            needs.add(
                Request.of("logs." + each.region() + ".amazonaws.com", action, key)
                    .with(
                        "kms:EncryptionContext:aws:logs:arn",
                        each.arn(id).replaceFirst(":\\*$", "")));
          }
        }
      }
    }
  }
}
