package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tags that the user wants on every resource that takes tags. */
final class Tags {

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

  private Tags() {}

  /** The resource with the tags, if it takes any. */
  static Resource on(Resource resource, Map<String, String> tags) {
    if (!TAGGED.contains(resource.type())) {
      return resource;
    }
    List<Value> values = new ArrayList<>();
    tags.forEach((key, value) -> values.add(mapping().with("Key", key).with("Value", value)));
    return resource.withIf("Tags", sequence(values));
  }
}
