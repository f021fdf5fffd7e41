package io.github.chalicemaven.core.verify;

import static java.util.Map.entry;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that the services accept, with the defaults of parameters. */
final class NameRule implements Rule {

  /** By the type of the resource. */
  private static final Map<String, Name> NAMES =
      Map.ofEntries(
          entry(
              "AWS::CodeCommit::Repository",
              new Name("RepositoryName", AwsLimits.CODECOMMIT_REPOSITORY)),
          entry("AWS::CodeBuild::Project", new Name("Name", AwsLimits.CODEBUILD_PROJECT)),
          entry("AWS::CodeBuild::ReportGroup", new Name("Name", AwsLimits.CODEBUILD_REPORT_GROUP)),
          entry(
              "AWS::CodeConnections::Connection", new Name("ConnectionName", AwsLimits.CONNECTION)),
          entry("AWS::CodePipeline::Pipeline", new Name("Name", AwsLimits.PIPELINE)),
          entry(
              "AWS::CodeStarNotifications::NotificationRule",
              new Name("Name", AwsLimits.NOTIFICATION_RULE)),
          entry("AWS::Events::Rule", new Name("Name", AwsLimits.EVENTS_RULE)),
          entry("AWS::IAM::ManagedPolicy", new Name("ManagedPolicyName", AwsLimits.IAM_POLICY)),
          entry("AWS::IAM::Policy", new Name("PolicyName", AwsLimits.IAM_POLICY)),
          entry("AWS::IAM::Role", new Name("RoleName", AwsLimits.IAM_ROLE)),
          entry("AWS::KMS::Alias", new Name("AliasName", AwsLimits.KMS_ALIAS)),
          entry("AWS::Logs::LogGroup", new Name("LogGroupName", AwsLimits.LOG_GROUP)),
          entry("AWS::S3::Bucket", new Name("BucketName", AwsLimits.BUCKET)),
          entry("AWS::SNS::Topic", new Name("TopicName", AwsLimits.TOPIC)));

  @Override
  public void check(TemplateIndex document, List<Finding> findings) {
    FunctionEvaluator evaluator = document.evaluator();
    for (Node resource : document.resources().values()) {
      Name name = NAMES.get(TemplateIndex.type(resource));
      if (name != null) {
        check(resource.get("Properties").get(name.property()), name.pattern(), evaluator, findings);
      }
    }
  }

  /** Adds a finding where a name is known and does not match the pattern. */
  static void check(
      Node name, Pattern pattern, FunctionEvaluator evaluator, List<Finding> findings) {
    Optional<String> text = evaluator.evaluate(name);
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      findings.add(name.finding("the name `" + text.get() + "` does not match " + pattern + "."));
    }
  }

  private record Name(String property, Pattern pattern) {}
}
