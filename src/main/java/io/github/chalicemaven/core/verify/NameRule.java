package io.github.chalicemaven.core.verify;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names that the services take, with the defaults of parameters put in. The patterns are those of
 * the services' API models (botocore).
 */
final class NameRule implements Rule {

  /** By the type of the resource. */
  private static final Map<String, Name> NAMES =
      Map.ofEntries(
          entry(
              "AWS::CodeCommit::Repository",
              new Name("RepositoryName", "(?!.*\\.git$)[A-Za-z0-9_.-]{1,100}")),
          entry("AWS::CodeBuild::Project", new Name("Name", "[A-Za-z0-9][A-Za-z0-9_-]{1,149}")),
          entry("AWS::CodeBuild::ReportGroup", new Name("Name", ".{2,128}")),
          entry("AWS::CodeConnections::Connection", new Name("ConnectionName", "(?s).{1,32}")),
          entry("AWS::CodePipeline::Pipeline", new Name("Name", "[A-Za-z0-9.@_-]{1,100}")),
          entry(
              "AWS::CodeStarNotifications::NotificationRule",
              new Name("Name", "[A-Za-z0-9_ -]{1,64}")),
          entry("AWS::Events::Rule", new Name("Name", "[A-Za-z0-9._-]{1,64}")),
          entry(
              "AWS::IAM::ManagedPolicy",
              new Name("ManagedPolicyName", "[A-Za-z0-9_+=,.@-]{1,128}")),
          entry("AWS::IAM::Policy", new Name("PolicyName", "[A-Za-z0-9_+=,.@-]{1,128}")),
          entry("AWS::IAM::Role", new Name("RoleName", "[A-Za-z0-9_+=,.@-]{1,64}")),
          entry("AWS::KMS::Alias", new Name("AliasName", "alias/(?!aws/)[A-Za-z0-9:/_-]{1,250}")),
          entry("AWS::Logs::LogGroup", new Name("LogGroupName", "[A-Za-z0-9._/#-]{1,512}")),
          entry("AWS::S3::Bucket", new Name("BucketName", "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")),
          entry(
              "AWS::SNS::Topic",
              new Name("TopicName", "[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\\.fifo")));

  @Override
  public void check(TemplateNodes document, List<Finding> findings) {
    KnownTexts texts = document.texts();
    for (Node resource : document.resources().values()) {
      Name name = NAMES.get(TemplateNodes.type(resource));
      if (name != null) {
        check(resource.get("Properties").get(name.property()), name.pattern(), texts, findings);
      }
    }
  }

  /** Adds a finding where a name is known and is not one that the pattern takes. */
  static void check(Node name, Pattern pattern, KnownTexts texts, List<Finding> findings) {
    Optional<String> text = texts.known(name);
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      findings.add(name.finding("the name `" + text.get() + "` does not match " + pattern + "."));
    }
  }

  private record Name(String property, Pattern pattern) {

    Name(String property, String pattern) {
      this(property, Pattern.compile(pattern));
    }
  }
}
