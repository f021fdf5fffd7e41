package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.text;
import static io.github.chalicemaven.core.cloudformation.Value.texts;

import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Source;
import java.util.List;

/**
 * A repository at GitHub, GitLab or Bitbucket, read through CodeConnections.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodestarConnectionSource.html">CodeStarSourceConnection
 *     action</a>
 */
final class ConnectionSource extends SourcePart {

  private static final String CONNECTION = "SourceConnection";
  private static final String PREFIX = "codeconnections";
  private static final String FORMER_PREFIX = "codestar-connections";

  private final Source.Connection source;

  ConnectionSource(Source.Connection source) {
    this.source = source;
  }

  @Override
  void contributeSource(TemplateDraft draft) {
    Grants grants = draft.grants();
    if (source.connectionArn().isEmpty()) {
      Resource connection =
          resource("AWS::CodeConnections::Connection")
              .with("ConnectionName", draft.pipeline().appName());
      // A connection to a host has the host's type of provider.
      draft.resource(
          CONNECTION,
          source
              .hostArn()
              .map(arn -> connection.with("HostArn", arn))
              .orElseGet(() -> connection.with("ProviderType", source.provider().type())));
      draft.output(
          CONNECTION,
          new Output(
              "Complete this connection once, in the AWS console under Developer Tools, Settings,"
                  + " Connections. Until then it is pending and the source stage fails.",
              connectionArn()));
    }
    if (source.filter().hasPaths() || source.filter().hasTags()) {
      draft.trigger(trigger());
    }
    if (source.connectionArn().isEmpty()) {
      grants.allow(Role.PIPELINE, useConnection("ReadSource", PREFIX, connectionArn()));
    } else {
      // The service had another prefix; a connection answers to the actions of both.
      String arn = source.connectionArn().get();
      grants.allow(
          Role.PIPELINE,
          useConnection("ReadSource", PREFIX, text(arn.replace(FORMER_PREFIX, PREFIX))));
      grants.allow(
          Role.PIPELINE,
          useConnection(
              "ReadSourceByFormerPrefix", FORMER_PREFIX, text(arn.replace(PREFIX, FORMER_PREFIX))));
    }
  }

  private Statement useConnection(String name, String prefix, Value arn) {
    return Statement.allow(arn, prefix + ":UseConnection")
        .named(name)
        .when("ForAllValues:StringEquals", prefix + ":FullRepositoryId", source.repository());
  }

  /** Takes the place of the action's own detection of changes. */
  private Value trigger() {
    Source.PushFilter filter = source.filter();
    Value push =
        filter.hasTags()
            ? mapping().with("Tags", patterns(filter.includeTags(), filter.excludeTags()))
            : mapping()
                .with("Branches", patterns(List.of(source.branch()), List.of()))
                .with("FilePaths", patterns(filter.includePaths(), filter.excludePaths()));
    return mapping()
        .with("ProviderType", provider())
        .with(
            "GitConfiguration",
            mapping().with("SourceActionName", "Source").with("Push", sequence(push)));
  }

  private static Value patterns(List<String> includes, List<String> excludes) {
    return mapping().withIf("Includes", texts(includes)).withIf("Excludes", texts(excludes));
  }

  @Override
  String provider() {
    return "CodeStarSourceConnection";
  }

  @Override
  Value configuration() {
    return mapping()
        .with("ConnectionArn", connectionArn())
        .with("FullRepositoryId", source.repository())
        .with("BranchName", source.branch())
        .with("OutputArtifactFormat", "CODE_ZIP")
        .with("DetectChanges", "true");
  }

  private Value connectionArn() {
    return source
        .connectionArn()
        .<Value>map(Value::text)
        .orElse(getAtt(CONNECTION, "ConnectionArn"));
  }
}
