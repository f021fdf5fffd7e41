package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.getAtt;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.ref;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  void contributeSource(Assembly assembly) {
    if (source.connectionArn().isEmpty()) {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("ConnectionName", ref("ApplicationName"));
      // A connection to a host has the host's type of provider.
      source
          .hostArn()
          .ifPresentOrElse(
              arn -> properties.put("HostArn", arn),
              () -> properties.put("ProviderType", source.provider().type()));
      assembly.resource(
          CONNECTION,
          new Resource("AWS::CodeConnections::Connection", (Value.Mapping) Value.of(properties)));
      assembly
          .template()
          .output(
              CONNECTION,
              new Output(
                  "Complete this connection once, in the console under Developer Tools, Settings,"
                      + " Connections; until then it is pending and the pipeline's source fails.",
                  connectionArn()));
    }
    if (source.filter().hasPaths() || source.filter().hasTags()) {
      assembly.trigger(trigger());
    }
    if (source.connectionArn().isEmpty()) {
      assembly.allow(Role.PIPELINE, useConnection("ReadSource", PREFIX, connectionArn()));
    } else {
      // The service had another prefix; a connection answers to the actions of both.
      String arn = source.connectionArn().get();
      assembly.allow(
          Role.PIPELINE,
          useConnection("ReadSource", PREFIX, Value.of(arn.replace(FORMER_PREFIX, PREFIX))));
      assembly.allow(
          Role.PIPELINE,
          useConnection(
              "ReadSourceByFormerPrefix",
              FORMER_PREFIX,
              Value.of(arn.replace(PREFIX, FORMER_PREFIX))));
    }
  }

  private Statement useConnection(String name, String prefix, Value arn) {
    return Statement.allow(arn, prefix + ":UseConnection")
        .named(name)
        .when(
            "ForAllValues:StringEquals",
            mapping(prefix + ":FullRepositoryId", source.repository()));
  }

  /** Takes the place of the action's own detection of changes. */
  private Value trigger() {
    Source.PushFilter filter = source.filter();
    Map<String, Object> push = new LinkedHashMap<>();
    if (filter.hasTags()) {
      push.put("Tags", patterns(filter.includeTags(), filter.excludeTags()));
    } else {
      push.put("Branches", patterns(List.of(source.branch()), List.of()));
      push.put("FilePaths", patterns(filter.includePaths(), filter.excludePaths()));
    }
    return mapping(
        "ProviderType",
        provider(),
        "GitConfiguration",
        mapping("SourceActionName", "Source", "Push", sequence(push)));
  }

  private static Value patterns(List<String> includes, List<String> excludes) {
    Map<String, Object> patterns = new LinkedHashMap<>();
    if (!includes.isEmpty()) {
      patterns.put("Includes", includes);
    }
    if (!excludes.isEmpty()) {
      patterns.put("Excludes", excludes);
    }
    return Value.of(patterns);
  }

  @Override
  String provider() {
    return "CodeStarSourceConnection";
  }

  @Override
  Value configuration() {
    return mapping(
        "ConnectionArn",
        connectionArn(),
        "FullRepositoryId",
        source.repository(),
        "BranchName",
        source.branch(),
        "OutputArtifactFormat",
        "CODE_ZIP",
        "DetectChanges",
        "true");
  }

  private Value connectionArn() {
    return source
        .connectionArn()
        .<Value>map(Value.Text::new)
        .orElse(getAtt(CONNECTION, "ConnectionArn"));
  }
}
