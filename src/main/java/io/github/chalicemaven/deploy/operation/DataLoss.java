package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.ResourceChange;
import io.github.chalicemaven.deploy.service.StackResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which types of resources hold data that nobody can bring back, and what becomes of it when
 * CloudFormation deletes them.
 */
public final class DataLoss {

  private static final String ITS_DATA = "all data in it is deleted with it";

  private static final Map<String, String> FATES =
      Map.ofEntries(
          Map.entry("AWS::CodeCommit::Repository", "all its commits are deleted with it"),
          Map.entry(
              "AWS::S3::Bucket",
              "an empty bucket is deleted; the deletion of one with objects fails, and it stays"
                  + " outside the stack"),
          Map.entry(
              "AWS::KMS::Key",
              "the key is scheduled for deletion, after which nothing encrypted with it can be"
                  + " read"),
          Map.entry("AWS::KMS::ReplicaKey", "the key is scheduled for deletion"),
          Map.entry("AWS::Logs::LogGroup", "all its log events are deleted with it"),
          Map.entry("AWS::SecretsManager::Secret", "all versions of its value are deleted"),
          Map.entry("AWS::SSM::Parameter", "its value and history are deleted"),
          Map.entry("AWS::ECR::Repository", "all its images are deleted with it"),
          Map.entry("AWS::SQS::Queue", "the messages in it are deleted"),
          Map.entry("AWS::CloudFormation::Stack", "everything in the nested stack is deleted"),
          Map.entry("AWS::Cognito::UserPool", "all its users are deleted with it"),
          Map.entry("AWS::DynamoDB::Table", ITS_DATA),
          Map.entry("AWS::DynamoDB::GlobalTable", ITS_DATA),
          Map.entry("AWS::RDS::DBCluster", ITS_DATA),
          Map.entry("AWS::RDS::DBInstance", ITS_DATA),
          Map.entry("AWS::DocDB::DBCluster", ITS_DATA),
          Map.entry("AWS::Neptune::DBCluster", ITS_DATA),
          Map.entry("AWS::Redshift::Cluster", ITS_DATA),
          Map.entry("AWS::EFS::FileSystem", ITS_DATA),
          Map.entry("AWS::FSx::FileSystem", ITS_DATA),
          Map.entry("AWS::EC2::Volume", ITS_DATA),
          Map.entry("AWS::EC2::Instance", ITS_DATA),
          Map.entry("AWS::ElastiCache::ReplicationGroup", ITS_DATA),
          Map.entry("AWS::OpenSearchService::Domain", ITS_DATA),
          Map.entry("AWS::Elasticsearch::Domain", ITS_DATA),
          Map.entry("AWS::Kinesis::Stream", ITS_DATA),
          Map.entry("AWS::Timestream::Table", ITS_DATA),
          Map.entry("AWS::Backup::BackupVault", ITS_DATA),
          Map.entry("AWS::S3Express::DirectoryBucket", ITS_DATA),
          Map.entry("AWS::S3Tables::TableBucket", ITS_DATA),
          Map.entry("AWS::CodeArtifact::Repository", ITS_DATA));

  private DataLoss() {}

  /** What becomes of the data of a resource that is deleted; empty where that type has none. */
  public static Optional<String> fate(String type) {
    return Optional.ofNullable(FATES.get(type));
  }

  /** Whether the change may delete data. */
  public static boolean isThreat(ResourceChange change) {
    return change.mayDelete() && FATES.containsKey(change.type());
  }

  /**
   * What the changes may delete without leave, a sentence each.
   *
   * @param allowed logical IDs whose data may be lost
   */
  static List<String> refusals(List<ResourceChange> changes, Set<String> allowed) {
    List<String> refusals = new ArrayList<>();
    for (ResourceChange change : changes) {
      if (isThreat(change) && !allowed.contains(change.logicalId())) {
        refusals.add(
            sentence(verb(change.kind()), change.logicalId(), change.type(), change.physicalId()));
      }
    }
    return refusals;
  }

  /** What deleting these resources would delete without leave, a sentence each. */
  static List<String> deletions(List<StackResource> resources, Set<String> allowed) {
    return resources.stream()
        .filter(StackResource::exists)
        .filter(resource -> FATES.containsKey(resource.type()))
        .filter(resource -> !allowed.contains(resource.logicalId()))
        .map(
            resource ->
                sentence(
                    "would be deleted",
                    resource.logicalId(),
                    resource.type(),
                    resource.physicalId()))
        .toList();
  }

  /**
   * Ends here where data would be lost.
   *
   * @param losses a sentence each
   */
  static void refuse(List<String> losses) {
    if (!losses.isEmpty()) {
      throw new DeploymentException(
          "data would be lost; nothing was changed:\n  - "
              + String.join("\n  - ", losses)
              + "\nIf that is intended, list the logical IDs in "
              + Setting.place("allowDataLoss")
              + ".");
    }
  }

  private static String verb(ResourceChange.Kind kind) {
    return switch (kind) {
      case REMOVE -> "would be removed";
      case REPLACE -> "would be replaced by a new one";
      default ->
          "may be replaced by a new one, which AWS determines when it executes the change set";
    };
  }

  private static String sentence(String verb, String logicalId, String type, String physicalId) {
    String name = physicalId.isEmpty() ? "" : ", " + physicalId;
    return logicalId + " (" + type + name + ") " + verb + ": " + FATES.get(type) + ".";
  }
}
