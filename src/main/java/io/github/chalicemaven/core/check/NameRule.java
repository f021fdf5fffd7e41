package io.github.chalicemaven.core.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names that the services take, with the defaults of parameters put in. The patterns are those of
 * the services' API models (botocore).
 */
final class NameRule implements Rule {

  private static final List<Name> NAMES =
      List.of(
          new Name(
              "AWS::CodeCommit::Repository",
              "RepositoryName",
              "(?!.*\\.git$)[A-Za-z0-9_.-]{1,100}"),
          new Name("AWS::CodeBuild::Project", "Name", "[A-Za-z0-9][A-Za-z0-9_-]{1,149}"),
          new Name("AWS::CodeBuild::ReportGroup", "Name", ".{2,128}"),
          new Name("AWS::CodeConnections::Connection", "ConnectionName", "(?s).{1,32}"),
          new Name("AWS::CodePipeline::Pipeline", "Name", "[A-Za-z0-9.@_-]{1,100}"),
          new Name("AWS::CodeStarNotifications::NotificationRule", "Name", "[A-Za-z0-9_ -]{1,64}"),
          new Name("AWS::Events::Rule", "Name", "[A-Za-z0-9._-]{1,64}"),
          new Name("AWS::IAM::ManagedPolicy", "ManagedPolicyName", "[A-Za-z0-9_+=,.@-]{1,128}"),
          new Name("AWS::IAM::Policy", "PolicyName", "[A-Za-z0-9_+=,.@-]{1,128}"),
          new Name("AWS::IAM::Role", "RoleName", "[A-Za-z0-9_+=,.@-]{1,64}"),
          new Name("AWS::KMS::Alias", "AliasName", "alias/(?!aws/)[A-Za-z0-9:/_-]{1,250}"),
          new Name("AWS::Logs::LogGroup", "LogGroupName", "[A-Za-z0-9._/#-]{1,512}"),
          new Name("AWS::S3::Bucket", "BucketName", "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
          new Name(
              "AWS::SNS::Topic", "TopicName", "[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\\.fifo"));

  @Override
  public void check(Document document, List<Finding> findings) {
    Texts texts = new Texts(document);
    for (Node resource : document.resources().values()) {
      String type = Document.type(resource);
      for (Name name : NAMES) {
        if (name.type().equals(type)) {
          check(resource.get("Properties").get(name.property()), name.pattern(), texts, findings);
        }
      }
    }
  }

  /** Adds a finding where a name is known and is not one that the pattern takes. */
  static void check(Node name, Pattern pattern, Texts texts, List<Finding> findings) {
    Optional<String> text = texts.known(name);
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      findings.add(name.finding("the name `" + text.get() + "` does not match " + pattern + "."));
    }
  }

  private record Name(String type, String property, Pattern pattern) {

    Name(String type, String property, String pattern) {
      this(type, property, Pattern.compile(pattern));
    }
  }
}
